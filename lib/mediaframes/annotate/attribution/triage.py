"""Which sentences must be parsed to find attributions."""

from mediaframes.annotate.attribution.speech import WORD
from mediaframes.annotate.segmentation.quotations import quotations
from mediaframes.codebook.cues import load_cues


def cue_sentences(text, sentences):
    """Return the numbers of the sentences that must be parsed to find the attributions of one article.

    What `find_attributions` returns is the same if more sentences are parsed. Only what stands outside quotation
    marks is looked at: for cue words, of which some count only with "that", "to" or one of their prepositions behind
    them, and for a colon at the end.

    Parameters
    ----------
    text : str
    sentences : list of (start, end, part)
        In order; boilerplate is never read.

    Returns
    -------
    set of int
    """
    cues, quotes, needed, position = load_cues(), quotations(text), set(), 0
    for i, (start, end, part) in enumerate(sentences):
        while position < len(quotes) and quotes[position].end <= start:
            position += 1
        outside = _outside(text, start, end, quotes, position)
        if part != "boilerplate" and (outside.rstrip().endswith(":") or _holds_cue(outside, cues)):
            needed.add(i)
    return needed


def _outside(text, start, end, quotes, position):
    """The parts of a sentence that stand outside quotation marks, joined by spaces."""
    pieces = []
    while position < len(quotes) and quotes[position].start < end:
        q = quotes[position]
        pieces.append(text[start : max(q.start, start)])
        start = min(max(q.end, start), end)
        position += 1
    return " ".join([*pieces, text[start:end]])


def _holds_cue(outside, cues):
    told = WORD.findall(outside.lower())
    present = cues.forms.intersection(told)
    if not present <= cues.needs.keys():
        return True
    for i, word in enumerate(told if present else ()):
        if word in present:
            near, needed = cues.needs[word]
            if not needed.isdisjoint(told[i + 1 : i + 1 + near]):
                return True
    return False
