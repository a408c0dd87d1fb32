"""Who is said to have said what: direct, mixed and indirect speech with source, cue and content, by rules."""

import re
from bisect import bisect_right

from mediaframes.annotate.cueframes import frames
from mediaframes.annotate.quotes import quotations
from mediaframes.codebook.cues import load_cues

__all__ = ["ATTRIBUTION_KEYS", "cue_sentences", "find_attributions"]

ATTRIBUTION_KEYS = (
    "source_start source_end source_text source_name cue_start cue_end cue_lemma content_start content_end kind stance"
).split()
EDGE = " \t\r\n,;:–—-"
BREAK = re.compile(r"\n\s*\n|\u2029")
SPEECH_WORDS = 4
NEAR_WORDS = 12
LABEL = re.compile(r"[\"“]?(?P<name>[^\W\d_][^\n:\"“”‘!?,;]{0,60}):\s+(?=\S)")
SPEAKER = re.compile(r"[QA]|[A-Z][A-Z.'’ -]{2,40}")
SPEAKING = frozenset(
    """
    poll polls survey report reports study studies official officials minister ministers police sources source
    analyst analysts expert experts spokesman spokeswoman president envoy ambassador ministry watchdog critics
    rights un nato govt government army military data researchers scientists economists adviser aide lawyer
    """.split()
)
# Words before a colon that announce a kind of text or a topic, not a speaker.
NO_SPEAKER = frozenset(
    """
    watch video videos live breaking exclusive update updated updates opinion analysis review photos photo gallery
    read related more note correction editor's listen podcast debate election campaign fact check factcheck
    here's what how why when where who this that the a is are voices letter letters editorial news
    correction previously email phone stat stats fix notice morning total location related also see win
    """.split()
)
SIGNATURE = re.compile(
    r"\s*(?P<dash>[―—–]|--)\s*(?P<name>[^\W\d_a-z][\w.'’-]*(?: (?:de|of|the|van|[^\W\d_a-z][\w.'’-]*)){0,5})\s*(?=[\n.]|$)"
)
NAME_BEFORE = re.compile(r"[\s,]*(?P<name>[^\W\d_][^,.;:\n\"“”]{0,60}?(?:\.[^,;:\n\"“”.]{1,40}?)?)(?:,[^\n\"“”]{1,80},)?\s+")
NAME_BEHIND = re.compile(r"\s+(?P<name>[^\W\d_][^,.;:\n\"“”]{1,60})")
PLAIN_WORDS = 14
_NAME = r"(?P<name>(?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Tt]heir )?[^\W\d_][^,.;:()\n\"“”—–]{0,50}?(?:(?<=\b[A-Z][a-z])\. [^,.;:()\n]{1,40}?)?)"
PLAIN_BEFORE = re.compile(rf"[\s,]*{_NAME}(?: has| had| also| then| later)*\s+(?P<cue>[a-z]+)(?P<rest>[^,;:—–()]{{0,60}})[.,:\s]*")
PLAIN_BEHIND = re.compile(rf"[\s,]*(?P<cue>[a-z]+)\s+{_NAME}(?P<rest>(?:,[^,;:—–()]{{1,80}})?)[.,\s]*")
NO_CLAUSE = frozenset("he she they it we i you that who which to would could will may might is was are were be has had".split())
WORD = re.compile(r"[^\W\d_]+")


def cue_sentences(text, sentences):
    """Return the numbers of the sentences that must be parsed to find the attributions of one article.

    Only what stands outside quotation marks is looked at: for cue words, and for a colon that ends a sentence.

    Parameters
    ----------
    text : str
    sentences : list of (start, end, part)
        In order; boilerplate is never parsed.

    Returns
    -------
    set of int
    """
    return _triage(text, sentences, quotations(text))[0]


def _triage(text, sentences, quotes):
    """The sentences to parse, and the attributions that can be read without parsing."""
    cues, found, plain, position = load_cues(), set(), [], 0
    for i, (start, end, part) in enumerate(sentences):
        if part == "boilerplate":
            continue
        while position < len(quotes) and quotes[position].end <= start:
            position += 1
        pieces = _outside(start, end, quotes, position)
        outside = " ".join([text[a:b] for a, b in pieces])
        words = WORD.findall(outside.lower())
        if outside.rstrip().endswith(":"):
            found.add(i)
        elif _holds_cue(words, cues):
            row = _plain_speech(text, pieces, i, cues, (start, end)) if len(words) <= PLAIN_WORDS else None
            if row is None:
                found.add(i)
            else:
                plain.append(row)
    return found, plain


def _outside(start, end, quotes, position=0):
    """The parts of a sentence that stand outside quotation marks."""
    pieces = []
    for q in quotes[position:]:
        if q.start >= end:
            break
        if q.end > start:
            if q.start > start:
                pieces.append((start, q.start))
            start = min(q.end, end)
    return [*pieces, (start, end)] if start < end else pieces


def _plain_speech(text, pieces, sentence, cues, bounds):
    """'"…," the minister said on Monday.' needs no parsing: a short frame around a quotation, with one cue."""
    filled = [p for p in pieces if text[p[0] : p[1]].strip(" .,;\n")]
    if len(filled) != 1:
        return None
    start, end = filled[0]
    found = PLAIN_BEFORE.fullmatch(text, start, end) or PLAIN_BEHIND.fullmatch(text, start, end)
    cue = found and cues.lookup(found["cue"].lower(), "VBD")
    if not cue or "clause" not in cue.takes or cues.forms.intersection(WORD.findall(found["rest"].lower())):
        return None
    if cues.forms.intersection(WORD.findall(found["name"].lower())) or not _frames_quote(text, found, bounds):
        return None
    return {
        "sentence": sentence,
        "source": found.span("name"),
        "cue": found.span("cue"),
        "cue_lemma": cue.lemma,
        "stance": cue.stance,
        "form": "bare",
        "speaks": True,
        "spans": [],
    }


def _frames_quote(text, found, bounds):
    """Whether a quotation stands right before or behind, and only a place or a time besides name and verb."""
    if not NO_CLAUSE.isdisjoint(WORD.findall(found["rest"].lower())):
        return False
    if found.end() < bounds[1]:
        return text[bounds[0] : found.start()].strip() == "" and text[: found.end()].rstrip()[-1] in ",:"
    return found.start() > bounds[0] or not found["rest"].strip()


def _holds_cue(words, cues):
    present = cues.forms.intersection(words)
    if not present:
        return False
    if not present <= cues.needs.keys():
        return True
    for i, word in enumerate(words):
        if word in present:
            near, needed = cues.needs[word]
            if not needed.isdisjoint(words[i + 1 : i + 1 + near]):
                return True
    return False


def find_attributions(text, sentences, docs):
    """Return who is said to have said what in one article.

    Parameters
    ----------
    text : str
        The article.
    sentences : list of (start, end, part)
        Its sentences, in order.
    docs : dict of int to spacy.tokens.Doc
        The parsed sentences by number; those that `cue_sentences` names are enough.

    Returns
    -------
    list of dict
    """
    quotes = quotations(text)
    needed, rows = _triage(text, sentences, quotes)
    for i in sorted(needed & docs.keys()):
        start, end, part = sentences[i]
        inside = [(q.start - start, q.end - start) for q in quotes if q.start < end and q.end > start]
        headline = part == "headline" or _stands_alone(text, sentences, i)
        rows += [_row(f, docs[i], start, i) for f in frames(docs[i], load_cues(), inside, headline=headline)]
    rows.sort(key=lambda r: r["cue"])
    _give_quotes(text, sentences, rows, quotes)
    rows += _labelled(text, sentences)
    finished = (_finished(text, r, quotes) for r in rows)
    return sorted((r for r in finished if r), key=lambda r: (r["content_start"], r["cue_start"]))


def _row(frame, doc, start, sentence):
    def chars(span):
        last = doc[span[1] - 1]
        return start + doc[span[0]].idx, start + last.idx + len(last)

    return {
        "sentence": sentence,
        "source": chars(frame.source) if frame.source else None,
        "cue": chars((frame.cue, frame.cue + 1)),
        "cue_lemma": frame.lemma,
        "stance": frame.stance,
        "form": frame.form,
        "speaks": frame.speaks,
        "spans": [chars(p) for p in frame.content],
    }


# -- quotations ----------------------------------------------------------------------------------------------


def _give_quotes(text, sentences, rows, quotes):
    """Give each quotation, whole, to the attribution that it belongs to."""
    starts = [s[0] for s in sentences]
    last = None
    for q in quotes:
        owner = _owner(text, starts, rows, q, last)
        if owner is None:
            continue
        owner["spans"].append((q.start, q.end))
        if owner["form"] == "bare":
            owner["form"] = "clause"
        if owner["source"] is None or _inside(owner["source"], quotes):
            owner["source"] = _named_beside(text, owner["cue"], q) or owner["source"]
        if owner["speaks"] or len(text[q.start : q.end].split()) >= SPEECH_WORDS:
            last = owner, q


def _owner(text, starts, rows, q, last):
    """The attribution that a quotation belongs to, or None."""
    touching = [r for r in rows if any(a < q.end and q.start < b for a, b in r["spans"])]
    clausal = [r for r in touching if r["form"] in ("clause", "according", "label")]
    if clausal:
        return max(clausal, key=_size)
    behind = _cue_behind(text, starts, rows, q)
    if behind is not None:
        return behind
    if touching:
        return max(touching, key=_size)
    owner = _cue_before(text, starts, rows, q) or _signed(text, rows, q, starts)
    if owner is None and last is not None and _continues(text, last[1], q):
        owner = last[0]
    return owner or _just_spoke(text, starts, rows, q)


def _inside(span, quotes):
    return any(q.start < span[1] and span[0] < q.end for q in quotes)


def _named_beside(text, cue, q):
    """Whoever is named between a quotation and its verb, or behind the verb: '"…," X said', '"…," said X'."""
    between = NAME_BEFORE.fullmatch(text, q.end, cue[0]) if q.end <= cue[0] else None
    behind = NAME_BEHIND.match(text, cue[1]) if q.end <= cue[0] and not text[q.end : cue[0]].strip(" ,") else None
    found = between or behind
    return found.span("name") if found else None


def _size(row):
    return sum(b - a for a, b in row["spans"])


def _cue_behind(text, starts, rows, q):
    """The verb of speech right behind a quotation: '"…," officials told the paper'."""
    own = bisect_right(starts, q.end - 1) - 1
    opens = not text[starts[bisect_right(starts, q.start) - 1] : q.start].strip()
    closes = opens and text[q.end - 3 : q.end].rstrip("\"'”’»")[-1:] in ",?!—-…"
    for r in rows:
        a = r["cue"][0]
        if not r["speaks"] or a < q.end or r["sentence"] not in (own, own + 1):
            continue
        gap = text[q.end : a]
        if BREAK.search(gap) or len(gap.split()) > NEAR_WORDS or (r["sentence"] != own and text[q.end : starts[own + 1]].strip()):
            return None
        if r["form"] == "bare":
            return r
        if closes and r["spans"][0][0] > a:
            r["form"], r["spans"] = "clause", []
            return r
        return None
    return None


def _cue_before(text, starts, rows, q):
    """The verb of speech before a quotation, a comma or a colon or nothing between them."""
    first = bisect_right(starts, q.start) - 1
    for r in reversed(rows):
        b = r["cue"][1]
        if r["form"] != "bare" or r["spans"] or b > q.start or r["sentence"] not in (first, first - 1):
            continue
        gap = text[b : q.start].rstrip(" \n\t'\"")
        if (gap == "" or gap[-1] in ",:") and len(gap.split()) <= 2 * NEAR_WORDS:
            return r
    return None


def _just_spoke(text, starts, rows, q):
    """The last speech before a quotation that is a sentence of its own, if it stands in the sentence before."""
    if len(text[q.start : q.end].split()) <= SPEECH_WORDS or text[q.end - 2] not in ".!?…,-—":
        return None
    own = bisect_right(starts, q.start) - 1
    if own < 1 or text[starts[own] : q.start].strip():
        return None
    near = [r for r in rows if r["sentence"] == own - 1 and r["speaks"]]
    return max(near, key=_size, default=None)


def _signed(text, rows, q, starts):
    """A name behind a dash after the quotation makes an attribution of its own, which is added to `rows`."""
    signature = SIGNATURE.match(text, q.end)
    if not signature or len(text[q.start : q.end].split()) < SPEECH_WORDS:
        return None
    row = {
        "sentence": bisect_right(starts, q.start) - 1,
        "source": signature.span("name"),
        "cue": signature.span("dash"),
        "cue_lemma": "—",
        "stance": "neutral",
        "form": "label",
        "speaks": True,
        "spans": [],
    }
    rows.append(row)
    return row


def _continues(text, before, q):
    """Whether a quotation goes on with the one before it: in its paragraph, or as the next paragraph."""
    gap = text[before.end : q.start]
    if not BREAK.search(gap):
        return len(text[q.start : q.end].split()) >= SPEECH_WORDS or not before.closed
    return not before.closed or (len(gap.split()) <= NEAR_WORDS and text[q.end - 2 : q.end - 1] in '.!?”"')


# -- labels: "Minister: talks failed" ------------------------------------------------------------------------


def _labelled(text, sentences):
    """Attributions by a label and a colon: in headlines, and by the speakers' names of a transcript."""
    rows = []
    labels = [(i, LABEL.match(text, s[0], s[1])) for i, s in enumerate(sentences) if s[2] != "boilerplate"]
    labels = [(i, m) for i, m in labels if m]
    names = [m["name"] for _, m in labels]
    for i, m in labels:
        start, end, part = sentences[i]
        name = m["name"]
        opens_paragraph = not text[:start].strip(" ") or text[:start].rstrip(" ").endswith("\n")
        if not opens_paragraph:
            continue
        if (part == "headline" or _stands_alone(text, sentences, i)) and _may_speak(name):
            content = (m.end(), end)
        elif _may_speak(name) and not text[m.end()].isdigit() and (SPEAKER.fullmatch(name) or names.count(name) > 1):
            following = BREAK.search(text, m.end())
            content = (m.end(), following.start() if following else len(text))
        else:
            continue
        rows.append(
            {
                "sentence": i,
                "source": (m.start("name"), m.end("name")),
                "cue": (m.end("name"), m.end("name") + 1),
                "cue_lemma": ":",
                "stance": "neutral",
                "form": "label",
                "speaks": True,
                "spans": [content],
            }
        )
    return rows


def _stands_alone(text, sentences, i):
    """Whether the first sentence of an article is a paragraph of its own, as a headline is."""
    return i == 0 and bool(BREAK.match(text, sentences[0][1]))


def _may_speak(name):
    words = name.split()
    if words[-1].lower() in SPEAKING or words[0].lower() in SPEAKING:
        return True
    named = all(w[:1].isupper() or w in ("of", "the", "de", "and", "&", "for") for w in words)
    return named and not any(w.lower().strip(".") in NO_SPEAKER or w[-1:].isdigit() for w in words)


def _finished(text, row, quotes):
    spans = _merged(text, row["spans"])
    if not spans or row["form"] == "bare":
        return None
    source = row["source"]
    return {
        "source_start": source[0] if source else None,
        "source_end": source[1] if source else None,
        "source_text": text[source[0] : source[1]] if source else None,
        "source_name": None,
        "cue_start": row["cue"][0],
        "cue_end": row["cue"][1],
        "cue_lemma": row["cue_lemma"],
        "content_start": spans[0][0],
        "content_end": spans[-1][1],
        "kind": _kind(text, spans, quotes),
        "stance": row["stance"],
        "form": row["form"],
        "content_spans": spans,
    }


def _merged(text, spans):
    merged = []
    for a, b in sorted(spans):
        while a < b and text[a] in EDGE:
            a += 1
        while a < b and text[b - 1] in EDGE:
            b -= 1
        if a >= b:
            continue
        if merged and not text[merged[-1][1] : a].strip(EDGE + "\"“”'’.?!"):
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return merged


def _kind(text, spans, quotes):
    """direct: all words stand in quotation marks; mixed: some do; indirect: none does."""
    total = sum(c.isalnum() for a, b in spans for c in text[a:b])
    inside = 0
    for q in quotes:
        for a, b in spans:
            if a < q.end and q.start < b:
                inside += sum(c.isalnum() for c in text[max(a, q.start) : min(b, q.end)])
    return "indirect" if not inside else "direct" if inside == total else "mixed"
