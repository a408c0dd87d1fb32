"""Is this name the actor here? Rules on the words around it, for names of persons, companies, papers and places."""

import re

from mediaframes.annotate.coreference.titles import is_title
from mediaframes.annotate.entities.recognition import is_capitals, is_title_case, longer_name
from mediaframes.codebook.actors import demonyms
from mediaframes.codebook.english import words
from mediaframes.codebook.english.patterns import pattern

WORD_BEFORE = re.compile(r"([\w.'-]+) $")
PRONOUN_ACRONYMS = {"US", "IS", "WHO", "IT", "AU", "PA"}
# Around a capital: the town, and not the government that sits in it.
IN_TOWN = pattern(
    r"\b(?:{}|{} to|{} (?:back )?(?:to|from|for)) $", "town_before", "arrivals", "moves", flags=re.IGNORECASE
)
OF_TOWN = pattern(r"-{}\b| {}\b", "town_suffixes", "town_after")
ONE = pattern(r"\b{} $", "one_of_many", flags=re.IGNORECASE)
TOWNSMAN = pattern(r" (?!{}\b|-)[a-z]", "of_government")
SEATED = pattern(r"(?:([\w.'-]+) )?{} in $", "seats", flags=re.IGNORECASE)
# A house or an office that is run for.
CONTEST_AFTER = pattern(r" {}\b", "contest_after", flags=re.IGNORECASE)
CONTEST_BEFORE = pattern(r"\b{} (?:for|to) (?:the )?$", "contest_before", flags=re.IGNORECASE)
FORMER_OFFICE = pattern(r"\b{}[ -](?:the |a |an |U\.S\. |US )?$", "former", flags=re.IGNORECASE)
US_STATE = pattern(r"\b(?:state|{}) $", "us_places")
IN_US_STATE = pattern(r", {}(?!\w)", "us_places")
GEOGRAPHY = pattern(r"\b{} (?:the )?$", "geography_before")
OF_DESCENT = re.compile(r" American\b|[ -]Americans\b")
AFTER_DESCENT = re.compile(r"([\w-]+)[ -]$")
HOUSE = pattern(r" (?:[A-Z][a-z]+ )?{}\b", "houses")
THING = pattern(r" {}s?\b", "things", flags=re.IGNORECASE)
LANGUAGE_BEFORE = pattern(r"\b{} (?:(?:\w+,? )?(?:and |or )?|\w+ )$", "language_before", flags=re.IGNORECASE)
LANGUAGE_AFTER = pattern(r"[ -]{}\b", "language_after")
IN_LANGUAGE = re.compile(r"\b[Ii]n $")
AFTER_IN_LANGUAGE = pattern(r"(?:$|[.,;:!?)\"']| {}\b)", "after_in_language")
AFTER_LANGUAGE = pattern(r"(?:$|[.,;:!?)\"']| {}\b)", "after_language")


def is_other(place, claim):
    """True if a form is not the actor that it names.

    Covers names and demonyms inside the names of persons, papers, companies, streets and dishes; languages; the
    pronoun in capitals; towns called after a state. Leaders' surnames: see `leaders`.

    Parameters
    ----------
    place : Place
    claim : Claim
    """
    if place.form in PRONOUN_ACRONYMS and is_capitals(place.sentence):
        return not _is_country_in_capitals(place)
    if claim.kind == "demonym":
        return (
            _is_language(place)
            or _is_descent(place)
            or bool(THING.match(place.after) or _is_house(place) or longer_name(place))
        )
    if claim.kind == "government" and not claim.is_capital:
        return _is_other_office(place)
    if claim.kind not in ("name", "government"):
        return False
    if GEOGRAPHY.search(place.before) or _is_titled(place):
        return True
    return not _leads_bodies(place.form) and bool(IN_US_STATE.match(place.after) or longer_name(place))


def is_person(place):
    """True if a form is the name of a person ("Steve Israel", "Mr. Jordan"); of no place, False."""
    return place is not None and (_is_titled(place) or longer_name(place) == "PERSON")


def _is_titled(place):
    title = WORD_BEFORE.search(place.before)
    return bool(title) and title[1][0].isupper() and is_title(title[1])


def _leads_bodies(form):
    """Whether bodies of state are called by the name itself: "U.S. Border Patrol", "United Nations Command"."""
    return len(form.replace(".", "")) <= 2 or " " in form


def _is_country_in_capitals(place):
    if place.form != "US":
        return False
    following = re.match(r"[ -]([A-Z]+)", place.after)
    known = following and following[1] in words("caps_country_after")
    return bool(known) or place.before.endswith("THE ") or place.after.startswith("-")


def _is_house(place):
    """True before the name of a house ("Indonesian Hospital"); in a headline's capitals it may be any hospital."""
    return bool(HOUSE.match(place.after)) and not is_title_case(place.sentence)


def _is_language(place):
    if LANGUAGE_AFTER.match(place.after):
        return True
    if IN_LANGUAGE.search(place.before) and not place.form.lower().endswith("s"):
        return bool(AFTER_IN_LANGUAGE.match(place.after))
    return bool(LANGUAGE_BEFORE.search(place.before) and AFTER_LANGUAGE.match(place.after))


def _is_descent(place):
    """True for citizens of one state said by their descent: both words of "Finnish Americans"."""
    if OF_DESCENT.match(place.after):
        return True
    word = AFTER_DESCENT.search(place.before) if place.form.lower().startswith("american") else None
    several = place.form.lower().endswith("s") or place.before.endswith(" ")
    return bool(word) and several and word[1].lower() in demonyms()


def _is_other_office(place):
    """True if an office is only sought, a former one, or that of a state of the US: "Ohio attorney general"."""
    if CONTEST_AFTER.match(place.after) or CONTEST_BEFORE.search(place.before) or US_STATE.search(place.before):
        return True
    return place.form[0].islower() and bool(FORMER_OFFICE.search(place.before))


def is_place(place):
    """True if a word of place stands before or after a capital: it is the town, not the government."""
    if _names_a_seat(place.before):
        return False
    one = ONE.search(place.before) and TOWNSMAN.match(place.after)
    return bool(one or IN_TOWN.search(place.before) or OF_TOWN.match(place.after))


def _names_a_seat(before):
    """True after "the regime in", "officials in": the government that sits in the capital, not that of another name."""
    seated = SEATED.search(before)
    word = seated and seated[1]
    return bool(seated) and (not word or word[0].islower() or word.lower() in demonyms() | words("function_words"))


def holds(place, condition, is_present):
    """True if a condition of the codebook holds for a form.

    `is_present`: another mention of the same actor is in the article.
    """
    if condition.after and not any(
        re.search(rf"(?:^|\W){re.escape(word)} $", place.before, re.IGNORECASE) for word in condition.after
    ):
        return False
    if condition.before and not any(
        re.match(rf"[ -]?{re.escape(word)}\b", place.after, re.IGNORECASE) for word in condition.before
    ):
        return False
    if any(word in place.text for word in condition.unless):
        return False
    return not condition.needs or any(is_present if w == "actor" else w in place.text for w in condition.needs)
