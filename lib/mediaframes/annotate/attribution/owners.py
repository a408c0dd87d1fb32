"""Whose words a quotation is: the attribution that each quotation of an article belongs to."""

import re
from bisect import bisect_right
from collections import defaultdict

from mediaframes.annotate.attribution.labels import introduced, signed
from mediaframes.annotate.attribution.speech import BREAK
from mediaframes.annotate.segmentation.quotations import overlapping
from mediaframes.codebook.english import words

# A quotation of fewer words may be a title or a borrowed word: alone it goes on with nothing.
SPEECH_WORDS = 4
NEAR_WORDS = 12
CLAUSAL = ("clause", "according", "label")
CLOSERS = "\"'”’»"
NAME_BEFORE = re.compile(
    r"[\s,]*(?P<name>[^\W\d_][^,.;:\n\"“”]{0,60}?(?:\.[^,;:\n\"“”.]{1,40}?)?)(?:,[^\n\"“”]{1,80},)?\s+"
)
NAME_BEHIND = re.compile(
    r"\s+(?P<name>[^\W\d_](?:[^,.;:\n\"“”]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\. ){1,60})"
)
# "She writes:" with an indented paragraph below that needs no quotation marks.
BLOCK = re.compile(r":[ \t]*\n\s*\n(?P<content>[^\n<]+)")


def give_quotations(text, sentences, speeches, quotes):
    """Give each quotation, whole, to the attribution that it belongs to; `speeches` are changed and added to.

    In order: the clause that it is part of; the verb of speech right behind it ('"…," she said'); the attribution
    that it is a part of; the verb of speech right before it; the name that signs it; the quotation before it in the
    paragraph, or in the paragraph before, that it goes on with; the speech in the sentence before. A quotation that
    fits none of these has no source.
    """
    finder = _Owners(text, [s[0] for s in sentences], speeches)
    for q in quotes:
        owner = finder.owner(q)
        if owner is None:
            continue
        owner.spans.append((q.start, q.end))
        owner.form = "clause" if owner.form == "bare" else owner.form
        if owner.source is None or overlapping(quotes, *owner.source):
            owner.source = _named_beside(text, owner.cue, q) or owner.source
        if owner.speaks or _n_words(text, q) >= SPEECH_WORDS:
            finder.last = owner, q
    for speech in speeches:
        block = BLOCK.match(text, speech.cue[1]) if speech.form == "bare" and not speech.spans else None
        if block and speech.lemma != ":":
            speech.form, speech.spans = "clause", [block.span("content")]
    return speeches


class _Owners:
    def __init__(self, text, starts, speeches):
        self.text, self.starts, self.speeches, self.last = text, starts, speeches, None
        self.by_sentence = defaultdict(list)
        for speech in sorted(speeches, key=lambda s: s.cue):
            self.by_sentence[speech.sentence].append(speech)

    def owner(self, q):
        first, own = self._sentence(q.start), self._sentence(q.end - 1)
        near = [s for i in range(first, own + 1) for s in self.by_sentence[i]]
        touching = [s for s in near if any(a < q.end and q.start < b for a, b in s.spans)]
        clausal = [s for s in touching if s.form in CLAUSAL]
        if clausal:
            return max(clausal, key=lambda s: s.size)
        owner = self._cue_behind(q, first, own)
        if owner is None and touching:
            return max(touching, key=lambda s: s.size)
        return owner or self._cue_before(q, first) or self._signed(q, first) or self._continued(q, first)

    def _sentence(self, position):
        return bisect_right(self.starts, position) - 1

    def _cue_behind(self, q, first, own):
        """The verb of speech right behind a quotation: '"…," officials told the paper'."""
        text, behind = self.text, [*self.by_sentence[own], *self.by_sentence[own + 1]]
        speech = next((s for s in behind if s.speaks and s.cue[0] >= q.end), None)
        if speech is None:
            return None
        gap = text[q.end : speech.cue[0]]
        apart = speech.sentence != own and text[q.end : self.starts[own + 1]].strip()
        if apart or BREAK.search(gap) or len(gap.split()) > NEAR_WORDS:
            return None
        if speech.form == "bare":
            return speech
        opens = not text[self.starts[first] : q.start].strip()
        if opens and _last_mark(text, q) in ",?!—-…" and speech.spans[0][0] > speech.cue[0]:
            # What the parser took for the content is the rest of the frame ("told the crowd in ...").
            speech.form, speech.spans = "clause", []
            return speech
        return None

    def _cue_before(self, q, first):
        """The verb of speech before a quotation, a comma or a colon or nothing between them."""
        for speech in reversed([*self.by_sentence[first - 1], *self.by_sentence[first]]):
            if speech.form != "bare" or speech.spans or speech.cue[1] > q.start:
                continue
            gap = self.text[speech.cue[1] : q.start].rstrip(" \n\t'\"")
            if (gap == "" or gap[-1] in ",:") and len(gap.split()) <= 2 * NEAR_WORDS:
                return speech
        return None

    def _signed(self, q, first):
        long = _n_words(self.text, q) >= SPEECH_WORDS
        speech = (introduced(self.text, q, first) or signed(self.text, q, first)) if long else None
        if speech is not None:
            self.speeches.append(speech)
        return speech

    def _continued(self, q, first):
        if self.last is not None and _goes_on(self.text, self.last[1], q):
            return self.last[0]
        if _n_words(self.text, q) <= SPEECH_WORDS or _last_mark(self.text, q) not in ".!?…,—-":
            return None
        if first < 1 or self.text[self.starts[first] : q.start].strip():
            return None
        spoken = [s for s in self.by_sentence[first - 1] if s.speaks]
        return max(spoken, key=lambda s: s.size, default=None)


def _goes_on(text, before, q):
    """Whether a quotation goes on with the one before it: in its paragraph, or as the next paragraph."""
    gap = text[before.end : q.start]
    if not BREAK.search(gap):
        return _n_words(text, q) >= SPEECH_WORDS or not before.closed
    return not before.closed or (len(gap.split()) <= NEAR_WORDS and _last_mark(text, q) in ".!?")


def _n_words(text, q):
    return len(text[q.start : q.end].split())


def _last_mark(text, q):
    """The last character of a quotation inside its marks."""
    return text[q.start : q.end].rstrip(CLOSERS + " ")[-1:] or " "


def _named_beside(text, cue, q):
    """Whoever is named between a quotation and its verb, or behind the verb: '"…," X said', '"…," said X'."""
    if q.end > cue[0]:
        return None
    found = NAME_BEFORE.fullmatch(text, q.end, cue[0])
    if found is None and not text[q.end : cue[0]].strip(" ,"):
        found = NAME_BEHIND.match(text, cue[1])
    if found and found["name"].split()[0].lower() in words("no_name"):
        return None
    return found.span("name") if found else None
