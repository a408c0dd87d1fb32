"""The persons that an article names: each mention with its fullest name, gender and titles, within one article.

A name is a person's if a title ("Mr.", "Foreign Minister") or a common given name says so, and "Mr. Doe" is the
"Xu Doe" named before, though no list holds that given name. An entity recogniser over
all sentences would take as long as the parser itself (en_core_web_sm on 100 articles: 6.9 s and 6.8 s) and tells no
gender, which "he" and "she" need.
"""

import re
from typing import NamedTuple

from mediaframes.annotate.coreference.titles import FEMALE, MALE, NAME, gender_of, is_title, role_of, without_titles
from mediaframes.annotate.segmentation.quotations import overlapping
from mediaframes.codebook.english import words

# More capitalised words in a row are a headline.
LONGEST_NAME = 4
TITLE_BEFORE = re.compile(r"([^\W\d_][\w-]*\.?) $")
# ", the former minister of trade,"
APPOSITION = re.compile(r", (?:the|a|an|who was|who is|his|her|its) ([^,.;:\"“”\n]{1,60})")


class Person(NamedTuple):
    """One mention of a person: its place, the name as written, gender ("m", "f" or None), titles held there."""

    start: int
    end: int
    name: str
    gender: str | None
    roles: frozenset


def persons(text, quotes=()):
    """Return the persons named outside quotations as a list of Person, in order of place.

    A name is taken for a person's if a title or a common first name says so, or if it shares its last word with one
    that is, and no word of it is an institution's.
    """
    found, by_last, unsure = [], {}, {}
    for match in NAME.finditer(text):
        quoted = overlapping(quotes, match.start(), match.start() + 1)
        person = None if quoted else _person(text, match, by_last, unsure)
        if person is not None:
            found.append(person)
            met = by_last.setdefault(person.name.split()[-1].lower(), {})
            met[person.name] = (met.get(person.name, (0,))[0] + 1, person)
    return found


def is_institution(name):
    """Whether a word of a name, given as its words, is that of an institution, a place or a date."""
    return any(word.lower().strip(".") in words("institutions") for word in name)


def _person(text, match, by_last, unsure):
    """The person that a match names, with the fullest name, the gender and the titles known so far; else None.

    `unsure` holds by their last word the names that may be persons', and takes up this one if it may be.
    """
    name = without_titles(match[0])
    if not name or len(name) > LONGEST_NAME or is_institution(name):
        return None
    before = TITLE_BEFORE.search(text, max(0, match.start() - 30), match.start())
    titles = [*([before[1]] if before else []), *match[0].split()[: -len(name)]]
    roles = frozenset(map(role_of, [*titles, *_apposition(text, match.end())])) - {None}
    start, gender = match.start() + match[0].rindex(name[0]), _gender(titles, name[0].lower())
    known = _known(by_last.get(name[-1].lower(), {}), name, gender)
    if known is not None:
        longest = known.name if len(known.name.split()) >= len(name) else " ".join(name)
        return Person(start, match.end(), longest, gender or known.gender, known.roles | roles)
    if (titles and is_title(titles[-1])) or (len(name) > 1 and gender):
        full = unsure.get(name[-1], name) if len(name) == 1 else name
        return Person(start, match.end(), " ".join(full), gender, roles)
    if len(name) > 1:
        unsure[name[-1]] = name
    return None


def _gender(titles, first):
    """What the two titles before a name, or its first word, say."""
    named = MALE if first in words("male_names") else FEMALE if first in words("female_names") else None
    return next(filter(None, map(gender_of, titles[-2:])), named)


def _known(met, name, gender):
    """The person of that last name met most often before, of the same first name and a fitting gender."""
    fitting = [
        (count, p)
        for known, (count, p) in met.items()
        if (len(name) == 1 or name[0] == known.split()[0] or " " not in known)
        and (None in (gender, p.gender) or gender == p.gender)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _apposition(text, end):
    """The first words of an apposition: ", the former minister of trade,"."""
    found = APPOSITION.match(text, end, end + 90)
    return found[1].split()[:6] if found else []
