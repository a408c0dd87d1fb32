"""Titles and offices: "Sen.", "the minister", "spokeswoman"; the gender that they tell, and names without them."""

import re

from mediaframes.codebook.english import words

MALE, FEMALE = "m", "f"
WORD = r"(?:[^\W\d_a-z][\w’'-]*[\w]|[^\W\d_a-z]\.(?:[^\W\d_a-z]\.)*|[^\W\d_a-z])"
NAME = re.compile(rf"\b{WORD}(?:[ \u00a0](?:(?:de|da|del|la|bin|ibn|al|el|van|von|der|ben|dos)[ \u00a0])*{WORD})*")
POSSESSIVE = re.compile(r"[’']s?$")
# A name behind one of these is not the source: "a spokesman for X", "critics of X".
CUT = re.compile(r",| (?:of|for|to|from|with|in|at|on|by|and|who|that|which|whose|near|under|against|as) |[(–—;:\"“”]")


def title_of(word):
    """Return a title in lower case and in full: "Sen." gives "senator"; of other words, the word."""
    word = word.lower().strip(".,")
    return words("abbreviated").get(word, word)


def role_of(word):
    """Return the office that a word names, in full, or None."""
    title = title_of(word)
    return title if title in words("roles") else None


def gender_of(word):
    """Return the gender of who bears a title ("Mrs.", "spokesman"), or None."""
    title = title_of(word)
    return MALE if title in words("male_titles") else FEMALE if title in words("female_titles") else None


def is_title(word):
    """Whether a word before a name is a title or an office of its bearer."""
    return title_of(word) in words("common_titles") or role_of(word) is not None or gender_of(word) is not None


def is_common(word):
    """Whether anyone may bear the title, so that it does not tell one bearer of a surname from another."""
    return title_of(word) in words("common_titles")


def head_of(source):
    """Return the words of a noun phrase up to its head: "the minister of trade" gives ["the", "minister"]."""
    return CUT.split(source.strip(), maxsplit=1)[0].split()


def without_titles(name):
    """Return the words of a name behind its titles: "Foreign Minister Ann Doe's" gives ["Ann", "Doe"]."""
    parts = POSSESSIVE.sub("", name).split()
    while parts and parts[0].lower() in words("function_words"):
        parts = parts[1:]
    titled = [i for i, word in enumerate(parts[:-1]) if role_of(word) or gender_of(word)]
    return parts[titled[-1] + 1 :] if titled else parts


def name_in(source):
    """Return the name that a source is, without titles, or None: "strategist Ann Doe" gives "Ann Doe".

    A name that only says whose or what a source is gives None ("a spokesman for Doe", "Doe's lawyer").
    """
    core = re.split(r"[’']s? (?=\S)", " ".join(head_of(source)))[-1]
    last = None
    for match in NAME.finditer(core):
        last = match
    if last is None or last.end() < len(core.rstrip(" .")):
        return None
    name = without_titles(last[0])
    if len(name) == 1 and (core.split()[0].lower() in ("a", "an") or role_of(name[0])):
        return None
    return " ".join(name) or None
