"""Places and events of war in a text, by the codebook's lists."""

from mediaframes.codebook.conflicts import events, places, words_of

PLACE = "place"  # the kind of such a name, beside those of mentions


def find_places(text, start, end):
    """Return [(start, end, actor)] of the places named between two characters of a text, as they stand in it."""
    return _found(text, start, end, places())


def free_places(text, start, end, mentions):
    """Return the places named there that overlap none of the `mentions`, (start, end, ...) each."""
    found = find_places(text, start, end)
    return [place for place in found if not any(m[0] < place[1] and place[0] < m[1] for m in mentions)]


def find_events(text, start, end, day=None):
    """Return [(start, end, actor harmed)] of the attacks named there, of those that were before or on `day`."""
    held = _found(text, start, end, events())
    return [(a, b, e.harmed) for a, b, e in held if day is None or e.start is None or e.start <= day]


def _found(text, start, end, index):
    told, found, i = words_of(text[start:end]), [], 0
    while i < len(told):
        for words, meant in index.get(told[i][0], ()):
            here = told[i : i + len(words)]
            if tuple(word for word, _, _ in here) == words and _is_written(text[start + here[0][1]], words):
                found.append((start + here[0][1], start + here[-1][2], meant))
                i += len(words) - 1
                break
        i += 1
    return found


def _is_written(letter, words):
    """Whether a name begins as names do: "Hit" is a town, "hit" none; "al-" and phrases may be written small."""
    return not letter.islower() or len(words) > 1 or words[0].startswith("kibbutz") or words[0] == "moshav"
