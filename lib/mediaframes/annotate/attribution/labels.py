"""Speakers named by a label: "Minister: talks failed", "Q: …" in a transcript, a signature behind a quotation."""

import re
from bisect import bisect_right
from collections import Counter

from mediaframes.annotate.attribution.speech import BREAK, Speech
from mediaframes.codebook.english import words

LABEL = re.compile(r"[\"“]?(?:[A-Z]{5,} [–—-] )?(?P<name>[^\W\d_][^\n:\"“”‘!?,;]{0,60}):\s+(?=\S)")
SPEAKER = re.compile(r"[QA]|[A-Z][A-Z.'’ -]{2,40}")
SIGNATURE = re.compile(
    r"(?:\s*(?P<dash>[―—–]|--)|\s*\n\s*(?P<hyphen>-))\s*"
    r"(?P<name>[^\W\d_a-z][\w.'’-]*(?: (?:de|of|the|van|[^\W\d_a-z][\w.'’-]*)){0,5})\s*(?=[\n.]|$)"
)
# "Marten to unions: ..." in a headline: whom or where is no part of the name.
ADDRESSED = re.compile(r" (?:to|on|at|in|after) .*", re.IGNORECASE)
# What stands before a colon and a quotation: a name with its titles, or a noun with "the".
_NAMED = r"[A-Z][\w.'’-]*"
BEFORE_QUOTE = re.compile(
    rf"(?P<name>[Tt]he [a-z]+|{_NAMED}(?: (?:{_NAMED}|of|the|and|de|van|\([^()\n]{{1,20}}\)))*)(?P<colon>:)\s*$"
)
POSTED = re.compile(r"(?P<dash>[―—–]) (?P<name>[^\n(]{2,50}) \(@\w+\)")
TRANSCRIPT = 3
LONGEST_TURN = 4


def is_headline(text, sentences, i):
    """Return whether a sentence is a headline: by its part, or the first one and a paragraph of its own."""
    return sentences[i][2] == "headline" or (i == 0 and bool(BREAK.match(text, sentences[0][1])))


def labelled(text, sentences):
    """Return the attributions by a label and a colon, in headlines and transcripts, as a list of Speech.

    In a headline the label must be a name or a word like "poll" or "minister"; its content is the sentence. In the
    body it must open a paragraph, and be in capitals or come back; its content is the paragraph.
    """
    labels = [
        (i, match)
        for i, (start, end, part) in enumerate(sentences)
        if part != "boilerplate" and (match := LABEL.match(text, start, end)) and _opens_line(text, start)
    ]
    headline = [(i, match, sentences[i][1]) for i, match in labels if is_headline(text, sentences, i)]
    found = [_labelled(text, *each) for each in headline + _turns(text, [m for m in labels if m[0]])]
    return [speech for speech in found if speech] + _posted(text, sentences)


def _labelled(text, i, match, stop):
    name = match["name"]
    if not _may_speak(name):
        name = ADDRESSED.sub("", name)
        if name == match["name"] or not _may_speak(name) or not re.search(rf"[\w,] {re.escape(name)}\b", text):
            return None
    start, colon = match.start("name"), match.end("name")
    source = (start, start + len(name))
    return Speech(i, source, (colon, colon + 1), ":", "neutral", "label", True, [(match.end(), stop)])


def _turns(text, labels):
    """The labels of a transcript, each with the end of what is said: in a long one, where the next label stands."""
    labels = [(i, m) for i, m in labels if not text[m.end()].isdigit() and _may_speak(m["name"])]
    counts = Counter(match["name"] for _, match in labels)
    long = len(labels) >= TRANSCRIPT and len(counts) < len(labels)
    turns = []
    for k, (i, match) in enumerate(labels):
        following = BREAK.search(text, match.end())
        stop = following.start() if following else len(text)
        if long and k + 1 < len(labels):
            other = labels[k + 1][1].start()
            near = len(BREAK.findall(text, match.end(), other)) <= LONGEST_TURN
            stop = max(stop, other) if near else stop
        if long or SPEAKER.fullmatch(match["name"]) or counts[match["name"]] > 1:
            turns.append((i, match, stop))
    return turns


def _posted(text, sentences):
    """Posts quoted from a network, signed: 'The talks have failed. — Anna Marten (@marten) July 5'."""
    found = []
    for match in POSTED.finditer(text):
        i = bisect_right(sentences, match.start(), key=lambda s: s[0]) - 1
        line = max(text.rfind("\n", 0, match.start()), text.rfind(">", 0, match.start())) + 1
        if i >= 0 and sentences[i][2] != "boilerplate":
            content = [(line, match.start())]
            found.append(Speech(i, match.span("name"), match.span("dash"), "—", "neutral", "label", True, content))
    return found


def introduced(text, quotation, sentence):
    """Return the Speech of a quotation behind a name and a colon, without its content; else None."""
    low = max(text.rfind("\n", 0, quotation.start), quotation.start - 120)
    match = BEFORE_QUOTE.search(text, max(low, 0), quotation.start)
    if not match or match["name"].split()[0].lower() in words("no_speaker") - {"the"}:
        return None
    return Speech(sentence, match.span("name"), match.span("colon"), ":", "neutral", "label", True)


def _opens_line(text, start):
    before = text[max(0, start - 200) : start].rstrip(' \t"“')
    return not before or before.endswith("\n")


def _may_speak(name):
    parts = name.split()
    if name in ("Q", "A") or {parts[0].lower(), parts[-1].lower()} & words("speaking"):
        return True
    named = all(w[:1].isupper() or w in words("name_links") for w in parts)
    return named and not any(w.lower().strip(".") in words("no_speaker") or w[-1:].isdigit() for w in parts)


def signed(text, quotation, sentence):
    """Return the Speech of a quotation that is signed with a dash and a name, without its content; else None."""
    signature = SIGNATURE.match(text, quotation.end)
    if not signature:
        return None
    start, dash = signature.start("name"), signature.span("dash" if signature["dash"] else "hyphen")
    source = (start, start + len(signature["name"].rstrip(".")))
    return Speech(sentence, source, dash, "—", "neutral", "label", True)
