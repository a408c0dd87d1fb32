"""Who is said to have said what: direct, mixed and indirect speech with source, cue and content, by rules."""

import re
from bisect import bisect_right
from functools import cache

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


def cue_sentences(text, sentences):
    """Return the numbers of the sentences that must be parsed to find the attributions."""
    pattern = _cue_pattern()
    return {i for i, (a, b, part) in enumerate(sentences) if part != "boilerplate" and pattern.search(text, a, b)}


@cache
def _cue_pattern():
    return re.compile(r"(?<![\w-])(?:" + "|".join(sorted(load_cues().forms, key=len, reverse=True)) + r")(?!\w)", re.I)


def find_attributions(text, sentences, docs):
    quotes = quotations(text)
    rows = []
    for i in sorted(docs):
        start, _, part = sentences[i]
        if part == "boilerplate":
            continue
        rows += [_row(f, docs[i], start, i) for f in frames(docs[i], load_cues())]
    rows = _with_quotes(text, sentences, rows, quotes)
    rows = [{k: r[k] for k in [*ATTRIBUTION_KEYS, "form", "content_spans"]} for r in (_finished(text, r, quotes) for r in rows) if r]
    return rows


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
        "spans": [chars(p) for p in frame.content],
    }


# -- quotations ----------------------------------------------------------------------------------------------


def _with_quotes(text, sentences, rows, quotes):
    """Give each quotation to the attribution that it belongs to: whole, and with what continues it."""
    starts = [a for a, _, _ in sentences]
    last = None
    for q in quotes:
        if len(text[q.start : q.end].split()) < SPEECH_WORDS:
            continue
        outside = [r for r in rows if not (q.start <= r["cue"][0] < q.end)]
        owner = [r for r in outside if any(a < q.end and q.start < b for a, b in r["spans"])]
        if owner:
            owner = max(owner, key=lambda r: (sum(b - a for a, b in r["spans"])))
            owner["spans"].append((q.start, q.end))
            last = owner, q
            continue
        speech = [r for r in outside if r["form"] in ("clause", "according", "object")]
        # continuation in the same paragraph, or a paragraph of its own after a quotation
        gap = text[last[1].end : q.start] if last else None
        if last and (not BREAK.search(gap) or not BREAK.sub("", gap).strip()):
            last[0]["spans"].append((q.start, q.end))
            last = last[0], q
    return rows


def _finished(text, row, quotes):
    spans = _merged(text, row["spans"])
    if not spans:
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
