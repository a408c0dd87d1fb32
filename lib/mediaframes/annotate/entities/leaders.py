"""Is this surname the leader's here? By the title before it, or alone if that is enough, and by no other given name."""

import re

from mediaframes.annotate.coreference.titles import FEMALE, gender_of, is_common, is_title, title_of
from mediaframes.annotate.entities.recognition import WINDOW, longer_name
from mediaframes.codebook.english import words
from mediaframes.codebook.english.patterns import pattern

TITLE_BEFORE = re.compile(r"([\w.'-]+) $")
FORMER = pattern(r"\b(?:former|ex)[ -](?:(?!and |now )[\w.'-]+ ){0,5}?{} $", "offices", flags=re.IGNORECASE)
SEEKING_BEFORE = pattern(r"(?:-elect|\b(?i:{})),? (?:(?:[A-Z][\w.'-]*,? ){1,3}and )?$", "seeking")
SEEKING_AFTER = pattern(r", (?:who is )?(?:the|an?|then) (?:[\w'-]+ ){0,4}?(?:[\w-]+-elect|{})\b", "seeking")
POSSESSIVE = re.compile(r"^'s? ")
FAMILY = pattern(r" {}\b", "families")


def is_leader(place, claim, known):
    """True if a surname is the leader's.

    Parameters
    ----------
    place : Place
    claim : Claim
    known : bool
        Whether the leader's full name is in the same article.

    Notes
    -----
    Another person's given name before the surname, or Mrs. before a man's, makes it another person, as does a surname
    after it.
    """
    before = TITLE_BEFORE.search(place.before)
    title = before[1] if before else ""
    if FAMILY.match(place.after) or (gender_of(title) == FEMALE and not claim.leader.woman):
        return False
    if not _may_bear(title, claim.leader.role) or longer_name(place, claim.leader.name):
        return False
    if title[:1].isupper() and is_title(title.rpartition("-")[2]):
        return claim.surname != "known" or known or not is_common(title)
    return claim.surname == "always" or (claim.surname == "known" and known)


def is_former(place):
    """True if the leader is said to have left the office: "former Prime Minister"."""
    return bool(FORMER.search(place.text, max(place.first, place.start - 2 * WINDOW), place.start))


def is_seeking(place):
    """True if one is said to run for an office, or to be elected to it: "nominee Ann Doe", "Ann Doe, the candidate"."""
    after = place.text[place.end : min(place.last, place.end + 2 * WINDOW)]
    return bool(SEEKING_BEFORE.search(place.before) or SEEKING_AFTER.match(after))


def is_incumbent(place):
    """True if a title before the name says that its bearer governs: "President Doe", who may run again."""
    before = TITLE_BEFORE.search(place.before)
    return bool(before) and title_of(before[1]) in words("incumbent")


def only_titles(between):
    """True if nothing but an office stands between a nationality and a name: "South Korean Prime Minister Kim"."""
    found = POSSESSIVE.sub("", between).split()
    office = words("portfolios") | words("ranks")
    return bool(found) and is_title(found[-1]) and all(is_title(w) or w.lower() in office for w in found)


def _may_bear(title, role):
    """True unless the title before a surname belongs to another office: "President Johnson", once a minister."""
    offices = words("office_of_title").get(title_of(title))
    return not offices or not role or any(office in role.lower() for office in offices.split())
