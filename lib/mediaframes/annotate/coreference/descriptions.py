"""Common nouns that stand for an actor named before: "the regime", "the country", "both countries"."""

import re
from bisect import bisect
from collections import Counter

from mediaframes.codebook.english.patterns import pattern

# "The regime" alone, not "regime change" nor "the regime of ...".
REGIME = re.compile(r"\b(?:the|this|that) (regime)\b(?! (?:of|in|for|change)\b)", re.IGNORECASE)
# "The country", "the country's army"; not "the country that". "The nation's" is most often the writer's own.
COUNTRY = pattern(r"\b[Tt]he (country(?='s )|(?:country|nation)(?=[ ,.;\"](?! ?'))(?! {}\b))", "country_defined")
OWN = pattern(r"\b{} $", "own_country_before", flags=re.IGNORECASE)
THING = pattern(r" {}\b", "country_things")
PAIR = pattern(r"\b(?:[Tt]he )?((?:two|[Bb]oth) {})\b", "pairs")


def stand_ins(text, spans, found, states):
    """Find the nouns that stand for an actor which one article names in other words.

    Parameters
    ----------
    text : str
    spans : list of (number, start, end)
        The sentences.
    found : list of (sentence, actor, start, end, kind)
        The mentions, `sentence` as in `spans`.
    states : collection of str
        The actors that "the country" may stand for.

    Returns
    -------
    list of (sentence, actor, start, end, kind), as `found`.
    """
    return _regimes(text, spans, found) + _countries(text, spans, [m for m in found if m[1] in states])


def _regimes(text, spans, found):
    """ "The regime", in an article that calls one actor so in full."""
    labelled = Counter(actor for _, actor, _, end, kind in found if kind == "label" and text.endswith("egime", 0, end))
    if not labelled:
        return []
    actor = labelled.most_common(1)[0][0]
    taken = {start for _, _, start, _, _ in found}
    return [
        (span, actor, match.start(1), match.end(1), "label")
        for span in spans
        for match in REGIME.finditer(text, *span[1:])
        if match.start(1) not in taken
    ]


def _countries(text, spans, named):
    """ "The country" and "the two countries", where this sentence and the one before name as many states."""
    ones = [(1, match) for match in COUNTRY.finditer(text) if _is_state(text, match)]
    pairs = [(2, match) for match in PAIR.finditer(text) if not match[0].startswith("two")]
    firsts, added = [first for _, first, _ in spans], []
    for number, match in ones + pairs:
        i = bisect(firsts, match.start()) - 1
        if i >= 0 and match.end() <= spans[i][2]:
            near = _meant(number, named, spans, i, match.start())
            added += [(spans[i], actor, *match.span(1), "coreference") for actor in near]
    return added


def _named_between(named, start, end):
    return list(dict.fromkeys(actor for _, actor, a, b, _ in named if start <= a and b <= end))


def _is_state(text, match):
    owns = text.startswith("'s", match.end())
    return owns or not (OWN.search(text, max(0, match.start() - 20), match.start()) or THING.match(text, match.end()))


def _meant(number, named, spans, i, end):
    """The states that this sentence names before `end`, or it and the one before, if they are as many; else none."""
    for start in (spans[i][1], spans[max(i - 1, 0)][1]):
        near = _named_between(named, start, end)
        if len(near) == number:
            return near
    return []
