"""Speakers named by a label: "Minister: talks failed", "Q: …" in a transcript, a signature behind a quotation."""

import re
from collections import Counter

from mediaframes.annotate.speech import BREAK, Speech

__all__ = ["is_headline", "labelled", "signed"]

LABEL = re.compile(r"[\"“]?(?P<name>[^\W\d_][^\n:\"“”‘!?,;]{0,60}):\s+(?=\S)")
SPEAKER = re.compile(r"[QA]|[A-Z][A-Z.'’ -]{2,40}")
SIGNATURE = re.compile(
    r"\s*(?P<dash>[―—–]|--)\s*"
    r"(?P<name>[^\W\d_a-z][\w.'’-]*(?: (?:de|of|the|van|[^\W\d_a-z][\w.'’-]*)){0,5})\s*(?=[\n.]|$)"
)
# Common nouns that make a label a speaker's although it is no name.
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
    here's what how why when where who this that the a is are voices letter letters editorial news previously
    email phone stat stats fix notice morning total location also see win
    """.split()
)
LINKS = ("of", "the", "de", "and", "&", "for")


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
    counts = Counter(match["name"] for _, match in labels)
    found = []
    for i, match in labels:
        stop = _content_end(text, sentences, i, match, counts) if _may_speak(match["name"]) else None
        if stop is not None:
            name, colon = match.span("name"), (match.end("name"), match.end("name") + 1)
            found.append(Speech(i, name, colon, ":", "neutral", "label", True, [(match.end(), stop)]))
    return found


def _opens_line(text, start):
    before = text[max(0, start - 200) : start].rstrip(' \t"“')
    return not before or before.endswith("\n")


def _content_end(text, sentences, i, match, counts):
    if is_headline(text, sentences, i):
        return sentences[i][1]
    name = match["name"]
    if text[match.end()].isdigit() or not (SPEAKER.fullmatch(name) or counts[name] > 1):
        return None
    following = BREAK.search(text, match.end())
    return following.start() if following else len(text)


def _may_speak(name):
    words = name.split()
    if words[-1].lower() in SPEAKING or words[0].lower() in SPEAKING:
        return True
    named = all(w[:1].isupper() or w in LINKS for w in words)
    return named and not any(w.lower().strip(".") in NO_SPEAKER or w[-1:].isdigit() for w in words)


def signed(text, quotation, sentence):
    """Return the Speech of a quotation that is signed with a dash and a name, without its content; else None."""
    signature = SIGNATURE.match(text, quotation.end)
    if not signature:
        return None
    return Speech(sentence, signature.span("name"), signature.span("dash"), "—", "neutral", "label", True)
