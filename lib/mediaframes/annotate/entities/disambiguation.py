"""Is this name the actor here? Rules on the words around it, for names of persons, companies, papers and places."""

import re
from functools import cache
from pathlib import Path

import yaml

import mediaframes.codebook

__all__ = ["holds", "is_bearer", "is_capitals", "is_former", "is_leader", "is_other", "is_place", "is_title_case"]

BEFORE = re.compile(r"([\w.'-]+)( |-)$")
AFTER = re.compile(r"( |-)([\w.'&-]+)")
INITIAL = re.compile(r"[A-Z]\.")
# Around a capital: the town, and not the government that sits in it.
LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|around|across|throughout|inside|downtown|central|east|west|north|south|northern|southern|"
    r"eastern|western|suburban|capital|capital,|(?:city|town|capital) of|leaving|left|visit|visits|visited|visiting|"
    r"(?:arriv\w+|liv\w+|resid\w+) (?:back )?(?:in|at)|"
    r"(?:com(?:e|es|ing)|sent|invit\w+|summon\w+|get|gets|getting|got) to|"
    r"(?:visit|trip|tour|flight|return|returns|returned|returning|travels?|travell?ed|travell?ing|"
    r"heads?|headed|heading|leaves?|leaving|bound|flew|fly|flies|flying|moved?|moving|"
    r"drove|driving|came|journey|back) (?:back )?(?:to|from|for)) $",
    re.IGNORECASE,
)
TOWN = re.compile(
    r"-(?:based|area|born|headquartered|bound)\b|"
    r" (?:area|office|offices|event|bureau|editor|managing|political editor|correspondents?|"
    r"lobby\w*|hotels?|suburbs?|residents?|headquarters|newsroom|streets?|mayor|airport|region|district|neighbou?rhoods?|"
    r"metro|subway|university|restaurants?|courtroom|apartment|home|stadium|theat\w+|museum|traffic|weather|skyline|"
    r"native|think[ -]tank|law firm|advocacy group|Bureau|Editor|Managing|Office|Correspondent|Mayor)\b",
)
SEATED = re.compile(
    r"(?:([\w.'-]+) )?"
    r"(?:regime|officials|authorities|government|leadership|policymakers|lawmakers|rulers|hardliners) in $",
    re.IGNORECASE,
)
# One of many in the town: "a London lawyer", but "a Washington official" speaks for the government.
ONE = re.compile(r"\b(?:a|an|one|some|many|most|two|three) $", re.IGNORECASE)
OF_TOWN = re.compile(
    r" (?!(?:official|spokes|delegation|statement|ally|regime|envoy|negotiator|policy|decision|government|-)\w*)[a-z]"
)
# A house or an office that is run for is no actor; nor is the office of someone who has left it.
CONTEST = re.compile(
    r" (?:race|races|seat|seats|bid|run|runs|campaign|campaigns|candidates?|contenders?|hopefuls?|"
    r"primary|election|elections|district|districts|contest|contests|rival|rivals|dreams)\b",
    re.IGNORECASE,
)
CONTESTED = re.compile(
    r"\b(?:bid|race|runs?|running|ran|campaign\w*|contest|battle|quest|candidates?|candidacy|contenders?|hopefuls?|"
    r"fight|path|road|nominees?|nomination) (?:for|to) (?:the )?$",
    re.IGNORECASE,
)
FORMER = re.compile(
    r"\b(?:former|ex|then|as|was|been|be|become|became|while)[ -](?:the |a |an |U\.S\. |US )?$", re.IGNORECASE
)
DESCENT = re.compile(r"\b[A-Z][a-z]+(?:an|ish|ese|ic|i|im|ino|ch|ek|k)[ -]$")
OF_DESCENT = re.compile(r" American\b|[ -]Americans\b")
AFTER_LANGUAGE = re.compile(r"(?:$|[.,;:!?)\"']| (?:and|or|at|in|to|with|but|as|on|by|for|from|well|fluently|too)\b)")
FORMER_LEADER = re.compile(
    r"\b(?:former|ex)[ -](?:(?!and |now )[\w.'-]+ ){0,5}?(?:president|premier|minister|secretary|director|chancellor|"
    r"king|leader|chief|adviser|advisor|general|chairman|speaker|ambassador|dictator|strongman|ruler|PM) $",
    re.IGNORECASE,
)
FAMILY = re.compile(r" (?:family|dynasty|clan|brothers|daughters|sons|siblings)\b")
WORDS = re.compile(r"[A-Za-z][\w'.-]*")
SMALL_WORDS = frozenset(
    "a an and as at but by for from in into is it its nor of on or over the to up via vs with".split()
)
WINDOW = 40
PRONOUN_ACRONYMS = {"US", "IS", "WHO", "IT", "AU", "PA"}


class Contexts:
    """The word lists of codebook/english/contexts.yaml, as sets."""

    def __init__(self):
        path = Path(mediaframes.codebook.__file__).with_name("english") / "contexts.yaml"
        for key, words in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            setattr(self, key, frozenset(word.replace("_", " ") for word in words.split()))
        phrases = "|".join(re.escape(p) for p in sorted(self.prefix_phrases, key=len, reverse=True))
        self.prefix_phrase = re.compile(rf"\b(?:{phrases}) (?:the )?$", re.IGNORECASE)
        places = "|".join(re.escape(p) for p in sorted(self.us_places, key=len, reverse=True))
        self.us_place = re.compile(rf", (?:{places})(?!\w)")
        verbs = "|".join(sorted(self.language_verbs))
        self.language_before = re.compile(rf"\b(?:{verbs}) (?:(?:\w+,? )?(?:and |or )?|\w+ )$", re.IGNORECASE)
        nouns = "|".join(sorted(self.language_nouns))
        self.language_after = re.compile(rf"[ -](?:{nouns}|speaking)\b")
        things = "|".join(sorted(self.things))
        self.thing = re.compile(rf" (?:{things}|{things.title()})\b")


@cache
def contexts():
    """The contexts, read once."""
    return Contexts()


def is_capitals(sentence):
    """True if a sentence of more than two words is in capitals."""
    letters = [c for c in sentence if c.isalpha()]
    return len(letters) > 5 and sum(c.isupper() for c in letters) > 0.85 * len(letters) and " " in sentence


def is_title_case(sentence):
    """True if all words of a sentence but the small ones are capitalised, as in headlines."""
    words = [w for w in WORDS.findall(sentence) if w not in SMALL_WORDS]
    return len(words) > 2 and sum(w[0].islower() for w in words) <= 0.1 * len(words)


def is_other(text, start, end, first, last, claim):
    """True if the name at `text[start:end]`, in the sentence `text[first:last]`, is not the actor that it names.

    Covers names (one word) and demonyms inside the names of persons, papers, companies, streets and dishes;
    languages; the pronoun in capitals; towns called after a capital. Leaders' surnames: see `is_other_person`.
    """
    before = text[max(first, start - WINDOW) : start]
    after = text[end : min(last, end + WINDOW)]
    form = text[start:end]
    if form in PRONOUN_ACRONYMS and is_capitals(text[first:last]):
        return not _is_country_in_capitals(form, before, after)
    if claim.kind not in ("name", "demonym", "government"):
        return False
    rules = contexts()
    if claim.kind == "demonym":
        return (
            _is_language_or_thing(before, after, rules)
            or _is_descent(form, before, after)
            or _follows_first_name(before, rules.first_names)
            or _in_organisation(text, end, first, last, rules)
        )
    if claim.kind == "government" and not claim.is_capital:
        return bool(CONTEST.match(after) or CONTESTED.search(before)) or _is_other_office(form, before, rules)
    if form == "USA" and _is_branch(before):
        return True
    if " " in form or "." in form:
        return claim.kind == "name" and _in_organisation(text, end, first, last, rules)
    return _is_person_or_place(text, start, end, first, last, rules) or _in_organisation(text, end, first, last, rules)


def _is_country_in_capitals(form, before, after):
    rest = re.match(r"[ -]([A-Z]+)", after)
    if form != "US":
        return False
    return before.endswith("THE ") or after.startswith("-") or (rest and rest[1] in contexts().caps_country_after)


def _is_language_or_thing(before, after, rules):
    if rules.thing.match(after) or rules.language_after.match(after):
        return True
    return bool(rules.language_before.search(before)) and bool(AFTER_LANGUAGE.match(after))


def _in_organisation(text, end, first, last, rules):
    """True if capitalised words follow that end in a company, a paper, a university ..."""
    words = re.match(r"(?: (?:[A-Z][\w.'&-]*|of|and|for|&))+", text[end:last])
    if not words:
        return False
    following = [word if word in rules.organisation_nouns else word.rstrip(".") for word in words[0].split()[:5]]
    found = next((i for i, word in enumerate(following) if word in rules.organisation_nouns), None)
    if found is None:
        return False
    return found == 0 or not is_title_case(text[first:last])


def _is_person_or_place(text, start, end, first, last, rules):
    before = text[max(first, start - WINDOW) : start]
    after = text[end : min(last, end + WINDOW)]
    if rules.us_place.match(after) or rules.prefix_phrase.search(before):
        return True
    if _follows_first_name(before, rules.first_names | rules.titles | rules.prefixes):
        return True
    word = BEFORE.search(before)
    if word and INITIAL.fullmatch(word[1]) and before.rstrip().count(".") == 1:
        return True
    return text[start:end].title() in rules.given_names and _has_surname(text, end, first, last, rules)


def _follows_first_name(before, names):
    word = BEFORE.search(before)
    return bool(word) and word[2] == " " and word[1] in names


def is_bearer(text, form):
    """True if the text names a person whose last name is that of a state: "Steve Israel", "Mr. Jordan"."""
    rules = contexts()
    if form not in rules.given_names:
        return False
    names = rules.first_names | rules.titles
    return any(
        _follows_first_name(text[max(0, m.start() - WINDOW) : m.start()], names)
        for m in re.finditer(rf"{re.escape(form)}\b", text)
    )


def _is_descent(form, before, after):
    """True for citizens of one state said by their descent: both words of "Finnish Americans"."""
    if OF_DESCENT.match(after):
        return True
    is_american = form.lower().startswith("american") and DESCENT.search(before)
    return bool(is_american) and (form.lower().endswith("s") or before.endswith(" "))


def _is_branch(before):
    """True if another name stands before "USA": "Priorities USA"."""
    word = re.search(r"(?:^|[a-z] )([A-Z][a-z]{3,}) $", before)
    return bool(word) and word[1] not in NOT_FIRST_NAMES


def _is_other_office(form, before, rules):
    """True if the office that follows is a former one, or that of a state of the US: "Ohio attorney general"."""
    words = before.split() or [""]
    if words[-1] == "state" or words[-1] in rules.us_places | LAST_WORDS_OF_US_STATES:
        return True
    return form[0].islower() and bool(FORMER.search(before))


def _has_surname(text, end, first, last, rules):
    following = AFTER.match(text[end : min(last, end + WINDOW)])
    return bool(following) and _is_surname(following) and not is_title_case(text[first:last])


def _is_surname(following):
    word = following[2].removesuffix("'s")
    if INITIAL.fullmatch(word):
        return following[1] == " "
    return following[1] == " " and word[0].isupper() and not word.isupper() and word.rstrip(".") not in NOT_SURNAMES


# Capitalised words that often follow a country's name and are no surname.
NOT_SURNAMES = frozenset(
    """
    President Prime Minister Foreign Defense Defence Finance Interior Chief Ambassador Embassy Army Navy Force Forces
    Police Parliament Government Ministry Premier King Queen Prince Mayor Gate Accord Accords Agreement Protocol
    Convention Talks Summit River Valley West East North South Central Bureau Security Border Border-Police Defense
    Republic Congress Party National Conference Initiative Deal Task Is Has Was Will And The In On To For With Says
    Administration Cabinet Regime White Doctrine House Senate Labor Labour Tory Conservative
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday Stock Metropolitan Bridge Stand
    """.split()
)


def is_place(text, start, end, first, last):
    """True if a word of place stands before or after the capital: it is the town, not the government."""
    before = text[max(first, start - WINDOW) : start]
    if _names_a_seat(before):
        return False
    after = text[end : min(last, end + WINDOW)]
    return bool(LOCATIVE.search(before) or TOWN.match(after) or (ONE.search(before) and OF_TOWN.match(after)))


def _names_a_seat(before):
    """True after "the regime in", "officials in": the government that sits in the capital, not that of another name."""
    seated = SEATED.search(before)
    return bool(seated) and (not seated[1] or seated[1][0].islower() or seated[1] in NOT_FIRST_NAMES)


def is_leader(text, start, end, first, last, claim, known):
    """True if the surname at `start` is the leader's: by a title before it, or alone if that is enough.

    `known` says whether the leader's full name is in the same article. Another person's first name before the
    surname, or Mrs. before a man's, makes it another person, as does a surname after it.
    """
    rules = contexts()
    before = text[max(first, start - WINDOW) : start]
    word = BEFORE.search(before)
    previous = word[1] if word and word[2] == " " else ""
    if FAMILY.match(text, end, last):
        return False
    following = AFTER.match(text[end : min(last, end + WINDOW)])
    if claim.surname != "always" and following and _is_surname(following) and not is_title_case(text[first:last]):
        return False
    if _in_organisation(text, end, first, last, rules):
        return False
    if previous in ("Mrs.", "Mrs", "Ms.", "Ms", "Lady", "Miss") and not claim.leader.woman:
        return False
    if not _may_bear(previous, claim.leader.role or previous):
        return False
    if previous in rules.leader_titles or previous.rpartition("-")[2] in rules.leader_titles:
        return claim.surname != "known" or known or previous not in COMMON_TITLES
    if claim.surname == "titled" or (claim.surname == "known" and not known):
        return False
    if not previous[:1].isupper() or previous.isupper():
        return True
    if previous in rules.first_names or INITIAL.fullmatch(previous):
        return False
    opens = start - len(before.rstrip()) >= 0 and start - len(previous) - 1 <= first + 1
    return opens or is_title_case(text[first:last]) or previous in NOT_FIRST_NAMES


def is_former(text, start, first):
    """True if the leader named at `start` is said to have left the office: "former Prime Minister"."""
    return bool(FORMER_LEADER.search(text, max(first, start - 2 * WINDOW), start))


def _may_bear(title, role):
    """True unless the title before a surname belongs to another office: "President Johnson", once a minister."""
    offices = TITLES_OF_ONE_OFFICE.get(title.title())
    return offices is None or any(office in role.lower() for office in offices)


def holds(text, start, end, first, last, condition, is_present):
    """True if a condition of the codebook holds for the form at `text[start:end]`.

    `is_present`: another mention of the same actor is in the article.
    """
    if condition.after and not _ends_with(text[max(first, start - WINDOW) : start], condition.after):
        return False
    if condition.before and not _starts_with(text[end : min(last, end + WINDOW)], condition.before):
        return False
    if any(word in text for word in condition.unless):
        return False
    if not condition.needs:
        return True
    return any(is_present if word == "actor" else word in text for word in condition.needs)


def _ends_with(before, words):
    return any(re.search(rf"(?:^|\W){re.escape(word)} $", before, re.IGNORECASE) for word in words)


def _starts_with(after, words):
    return any(re.match(rf"[ -]?{re.escape(word)}\b", after, re.IGNORECASE) for word in words)


TITLES_OF_ONE_OFFICE = {
    "President": ("president", "leader", "head", "chair", "council"),
    "Chancellor": ("chancellor",),
    "King": ("king",),
    "Queen": ("queen",),
    "Senator": ("senat",),
    "Sen.": ("senat",),
    "Gov.": ("governor",),
    "Governor": ("governor",),
    "Judge": ("judge",),
    "Justice": ("justice",),
}
LAST_WORDS_OF_US_STATES = frozenset("York Jersey Carolina Dakota Hampshire Rhode Island".split())
TITLES = frozenset("Sen Rep Gov Gen Lt Col Sgt Capt Rev Hon Prof Supt Adm".split())
# Titles that anyone may bear: before a surname they do not show which bearer is meant.
COMMON_TITLES = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Dr. Prof. Sir Gen. General Sen. Senator Rep. Judge Col.".split())
NOT_FIRST_NAMES = frozenset(
    """
    The But And When While If As After Before Since With Without For From By In On At To Of That This Then Did Does Has
    Is Was Will Would Should Could Can Republican Democrat Democratic Leader Says Why How What Where Who Team Anti Pro
    U.S. US American Russian Israeli Iranian Iraqi Syrian Turkish British French German Chinese Minister President
    Senior Some Many Top Both Like Under Even Now Meanwhile Yet Because Although Though So Or Nor Not Only Just Dictator
    Strongman Defense
    """.split()
)
