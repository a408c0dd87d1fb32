"""Who is said to have said what: direct, mixed and indirect speech with source, cue and content, by rules.

Quotation marks are read over the whole article, cues in the parsed sentences, labels ("Minister: …") in the text;
then each quotation goes to the attribution that it belongs to, and each source gets its name.
"""

from mediaframes.annotate.attribution.frames import frames
from mediaframes.annotate.attribution.labels import is_headline, labelled
from mediaframes.annotate.attribution.owners import give_quotations
from mediaframes.annotate.attribution.speech import Speech
from mediaframes.annotate.attribution.triage import cue_sentences
from mediaframes.annotate.coreference.sources import source_names
from mediaframes.annotate.events.factuality import is_negated
from mediaframes.annotate.segmentation.quotations import overlapping, quotations
from mediaframes.annotate.syntax.predicates import own_subjects
from mediaframes.codebook.cues import load_cues

ATTRIBUTION_KEYS = (
    "source_start source_end source_text source_name cue_start cue_end cue_lemma content_start content_end kind stance "
    "negated form content_spans"
).split()
EDGE = " \t\r\n,;:–—-"
# Between two parts of a content, these alone do not part them.
JOINED = EDGE + "\"“”'’.?!"


def find_attributions(text, sentences, docs):
    """Return who is said to have said what in one article.

    Parameters
    ----------
    text : str
        The article.
    sentences : list of (start, end, part)
        Its sentences, in order; boilerplate is never read.
    docs : dict of int to spacy.tokens.Doc
        Parsed sentences by number, each of the text of its sentence, tagged and with dependencies; those that
        `cue_sentences` names are enough. No lemmas, no coarse tags and no entities are needed.

    Returns
    -------
    list of dict
        One an attribution, by place. Positions are offsets into `text`, None where there is nothing:
        `source_start`, `source_end`, `source_text`, and `source_name` (the name that the source is or stands for, see
        `coreference.sources`); `cue_start`, `cue_end`, `cue_lemma` (":" or "—" for labels and signatures);
        `content_start` of the first and `content_end` of the last word of the content, which for '"A," she said, "B"'
        takes in the cue: the parts themselves are in `content_spans`, a list of (start, end).
        `kind` : "direct" (all words of the content in quotation marks), "mixed" (some), "indirect" (none).
        `negated` : bool, said not to have been said or thought ("did not say that").
        `stance` of the cue: "neutral", "factive" (noted, revealed), "doubting" (claimed, alleged).
        `form` of the content: "clause" (that-clauses and quotations), "according", "label": speech proper;
        "infinitive" (vowed to), "object" (denied the charge), "prep" (called for a ban), "seeming" (appears to be):
        acts and attitudes, whose content is named in the newsroom's words.

    Notes
    -----
    The notion of attribution is that of PolNeAR (Newell, Margolin & Ruths 2018), wider than speech: whoever wants,
    fears or supports something is a source too.
    """
    quotes, speeches = quotations(text), []
    for i in sorted(cue_sentences(text, sentences) & docs.keys()):
        speeches += _in_sentence(text, sentences, i, docs[i], quotes)
    speeches = _joined(labelled(text, sentences), give_quotations(text, sentences, speeches, quotes))
    rows = [row for row in (_row(text, s, quotes) for s in speeches) if row]
    names = source_names(text, sentences, rows, quotes)
    rows = [row | {"source_name": name} for row, name in zip(rows, names, strict=True)]
    return sorted(rows, key=lambda row: (row["content_start"], row["cue_start"]))


def _joined(labelled, given):
    """Labels and all other speech; what was given to the colon of a label goes to the label."""
    by_colon = {speech.cue: speech for speech in labelled}
    others = [speech for speech in given if speech.cue not in by_colon]
    for speech in given:
        if speech.cue in by_colon:
            by_colon[speech.cue].spans += speech.spans
    return others + labelled


def _in_sentence(text, sentences, i, doc, quotes):
    """The attributions of one parsed sentence, in characters of the article."""
    start, end, _ = sentences[i]
    inside = [(q.start - start, q.end - start) for q in overlapping(quotes, start, end)]

    def chars(span):
        last = doc[span[1] - 1]
        return start + doc[span[0]].idx, start + last.idx + len(last)

    return [
        Speech(
            i,
            chars(f.source) if f.source else None,
            chars((f.cue, f.cue + 1)),
            f.lemma,
            f.stance,
            f.form,
            f.speaks,
            [chars(part) for part in f.content],
            is_negated(doc[f.cue], own_subjects(doc[f.cue])),
        )
        for f in frames(doc, load_cues(), inside, headline=is_headline(text, sentences, i))
    ]


def _row(text, speech, quotes):
    spans = _merged(text, speech.spans)
    if not spans or speech.form == "bare":
        return None
    start, end = speech.source or (None, None)
    return {
        "source_start": start,
        "source_end": end,
        "source_text": text[start:end] if speech.source else None,
        "source_name": None,
        "cue_start": speech.cue[0],
        "cue_end": speech.cue[1],
        "cue_lemma": speech.lemma,
        "content_start": spans[0][0],
        "content_end": spans[-1][1],
        "kind": _kind(text, spans, quotes),
        "stance": speech.stance,
        "negated": speech.negated,
        "form": speech.form,
        "content_spans": spans,
    }


def _merged(text, spans):
    """Spans in order, trimmed, those joined that only spaces and marks part."""
    merged = []
    for start, end in sorted(spans):
        piece = text[start:end]
        start, end = start + len(piece) - len(piece.lstrip(EDGE)), start + len(piece.rstrip(EDGE))
        if start >= end:
            continue
        if merged and not text[merged[-1][1] : start].strip(JOINED):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _kind(text, spans, quotes):
    total = sum(c.isalnum() for a, b in spans for c in text[a:b])
    quoted = sum(
        c.isalnum() for a, b in spans for q in overlapping(quotes, a, b) for c in text[max(a, q.start) : min(b, q.end)]
    )
    return "indirect" if not quoted else "direct" if quoted == total else "mixed"
