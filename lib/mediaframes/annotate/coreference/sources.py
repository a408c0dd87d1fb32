"""Who a source is: pronouns and titles carry the name that they stand for, names their fullest form.

The rule, within one article and outside quotations only:

- A name carries its fullest form met so far ("Mr. Doe" after "John Doe": "John Doe").
- "he" and "she" stand for the source of the last attribution in this or the two sentences before, else for the first
  person named in the sentence so far, else in the nearest of the three sentences before; the gender must not
  contradict. Gender is known from titles ("Mr.", "spokeswoman") and from common first names, else open.
- "the minister" stands for the last person who had that title ("Foreign Minister X", "X, the minister of ..."),
  else for the last source as "he" does, without a gender; "who" for the name right before it.
- "they", "it" and "I" are left open: their names would be guesses.
"""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

__all__ = ["Person", "name_in", "persons", "source_names"]

_WORD = r"(?:[^\W\d_a-z][\w’'-]*[\w]|[^\W\d_a-z]\.(?:[^\W\d_a-z]\.)*|[^\W\d_a-z])"
NAME = re.compile(rf"\b{_WORD}(?:[ \u00a0](?:(?:de|da|del|la|bin|ibn|al|el|van|von|der|ben|dos)[ \u00a0])*{_WORD})*")
POSSESSIVE = re.compile(r"[’']s?$")
MALE, FEMALE = "m", "f"
PRONOUNS = {"he": MALE, "him": MALE, "his": MALE, "she": FEMALE, "her": FEMALE}
RELATIVE = frozenset({"who", "whom", "whose"})
OPEN = frozenset("they their them it its i my me we our us you your one this that these those which both all".split())
GENDERED = {
    "mr": MALE, "sir": MALE, "king": MALE, "prince": MALE, "lord": MALE, "sheikh": MALE, "congressman": MALE,
    "spokesman": MALE, "chairman": MALE, "ayatollah": MALE, "pope": MALE, "rabbi": MALE, "imam": MALE, "emir": MALE,
    "businessman": MALE, "councilman": MALE, "father": MALE, "brother": MALE, "son": MALE, "husband": MALE,
    "mrs": FEMALE, "ms": FEMALE, "miss": FEMALE, "queen": FEMALE, "princess": FEMALE, "lady": FEMALE,
    "congresswoman": FEMALE, "spokeswoman": FEMALE, "chairwoman": FEMALE, "businesswoman": FEMALE,
    "councilwoman": FEMALE, "mother": FEMALE, "sister": FEMALE, "daughter": FEMALE, "wife": FEMALE,
}  # fmt: skip
ABBREVIATED = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "maj": "major", "sgt": "sergeant", "capt": "captain", "adm": "admiral", "dr": "doctor",
    "prof": "professor", "rev": "reverend", "amb": "ambassador", "pres": "president", "sens": "senator",
    "reps": "representative",
}  # fmt: skip
ROLES = frozenset(
    """
    president minister premier chancellor leader senator representative governor general colonel admiral captain
    commander chief director chairman chairwoman chair secretary ambassador envoy diplomat spokesman spokeswoman
    spokesperson mayor judge justice prosecutor lawyer attorney professor doctor pope king queen prince princess
    emir sultan sheikh ayatollah cleric imam rabbi bishop congressman congresswoman lawmaker legislator deputy
    candidate nominee front-runner frontrunner businessman businesswoman billionaire mogul developer strategist
    adviser advisor aide analyst economist author writer columnist reporter journalist host actor actress activist
    pastor reverend officer lieutenant major sergeant councilman councilwoman commissioner speaker pollster
    historian scholar scientist researcher neurosurgeon veteran incumbent official manager coach founder
    """.split()
)
# "the judge" without a judge named so far is someone else, not the last speaker.
BYSTANDERS = frozenset(
    """
    professor doctor judge justice officer reporter journalist lawyer attorney official analyst aide host economist
    author writer columnist activist pastor reverend historian scholar scientist researcher pollster manager coach
    prosecutor sergeant lieutenant captain major spokesman spokeswoman spokesperson commissioner deputy director
    """.split()
)
NO_PERSON = frozenset(
    """
    university college school institute party house senate congress court department ministry committee council
    commission agency bureau bank fund foundation association union league group company corporation corp inc times
    post journal news press tribune herald guardian reuters associated street avenue county city state states
    nations republic kingdom river island islands north south east west northern southern eastern western america
    american republicans republican democrats democrat democratic white monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december act
    center centre national international army navy force forces police office world war day twitter facebook
    campaign convention administration government parliament assembly office society project network television
    poll polls survey report reports study pac site website channel magazine radio show
    """.split()
)
FUNCTION_WORDS = frozenset(
    """
    the a an this that these those he she it they we i you but and in on at as if when while after before for from
    his her its their our my your there here what who why how where which with without by of to or nor so yet not
    no yes one two three some many most all each both another other such then now today later earlier meanwhile
    still also even only just since until under over during despite although though because according asked said
    says however instead indeed perhaps maybe well like once do does did is are was were has have had will would
    can could should let get more less than through between among about against around former ex late senior new
    """.split()
)
MALE_NAMES = frozenset(
    """
    aaron abdul abdullah adam ahmad ahmed alan alex alexander ali andrew anthony antonio arthur barack ben benjamin
    bernard bernie bill bob boris brad brian bruce carl carlos charles chris christopher craig dan daniel dave david
    dennis dick donald doug douglas ed edward emmanuel eric ernest evan francis frank fred gary george gerald glenn
    greg gregory hamid harold harry hassan henry howard hugo hussein ian ibrahim ivan jack jacob jake james jared
    jason javad jay jeb jeff jeffrey jeremy jerry jim jimmy joe joel john johnny jon jonathan jorge jose joseph josh
    joshua juan justin karl keith ken kenneth kevin khalid larry lee leo leon lewis lloyd louis luis luke mahmoud
    marco mark martin matt matthew max michael miguel mike mitch mitt mohamed mohammad mohammed muhammad mustafa
    nathan neil newt nicholas nick nicolas norman oliver omar oscar patrick paul pedro peter phil philip rafael
    ralph rand randy ray reince ricardo richard rick robert rob rodrigo roger ron ronald roy rudy russell ryan sam
    samuel scott sean sergei shinzo simon stephen steve steven stuart ted terry thomas tim timothy todd tom tony
    trey victor vladimir walter warren will william xavier yusuf zach
    """.split()
)
FEMALE_NAMES = frozenset(
    """
    abigail aisha alexandra alice alicia allison amanda amber amy ana andrea angela angelina anita ann anna anne
    annie barbara beatrice becky beth betsy betty bonnie brenda brittany carly carmen carol caroline carolyn
    catherine cecile charlotte cheryl chelsea christina christine cindy claire claudia condoleezza cristina cynthia
    dana deborah debbie debra denise diana diane dianne donna doris dorothy eleanor elena elise elizabeth ellen
    emily emma eva evelyn fatima federica fiona frances gabrielle gail gina gloria grace hannah heather heidi helen
    hillary hope huma irene ivanka jackie jacqueline jane janet janice jean jeanne jen jennifer jenny jessica jill
    joan joanna joyce juanita judith judy julia julie karen kate katherine kathleen kathryn kathy katie katrina
    kellyanne kim kimberly kirsten kristen laila laura lauren leah leila lena leslie linda lisa liz lois loretta
    lori lucy lynn madeleine malia margaret maria marie marine marsha martha mary maureen megan melania melissa
    melinda michelle miriam monica nancy naomi natalie nicole nikki nina nora olivia pamela patricia patty paula
    rachel rebecca renee rita robin rosa rose ruth sally samantha sandra sara sarah sharon sheila shirley sonia
    sophia sophie stephanie sue susan suzanne sylvia tammy teresa theresa tina tracy ursula valerie vanessa
    veronica victoria virginia vivian wendy yvonne zainab
    """.split()
)
# A name behind one of these is not the source: "a spokesman for X", "critics of X".
CUT = re.compile(r",| (?:of|for|to|from|with|in|at|on|by|and|who|that|which|whose|near|under|against|as) |[(–—;:\"“”]")
REACH = 3
# More capitalised words in a row are a headline.
LONGEST_NAME = 4


class Person(NamedTuple):
    """One mention of a person: its place, the name as written, gender ("m", "f" or None), titles held there."""

    start: int
    end: int
    name: str
    gender: str | None
    roles: frozenset


def name_in(source_text):
    """Return the name that a source is, without titles, or None: "strategist Ann Doe" gives "Ann Doe".

    A name that only says whose or what a source is gives None ("a spokesman for Doe", "Doe's lawyer").
    """
    core = CUT.split(source_text.strip(), maxsplit=1)[0]
    core = re.split(r"[’']s? (?=\S)", core)[-1]
    last = None
    for match in NAME.finditer(core):
        last = match
    if last is None or last.end() < len(core.rstrip(" .")):
        return None
    words = _without_titles(last[0])
    if len(words) == 1 and (core.split()[0].lower() in ("a", "an") or _role(words[0])):
        return None
    return " ".join(words) or None


def _without_titles(name):
    words = POSSESSIVE.sub("", name).split()
    while words and words[0].lower() in FUNCTION_WORDS:
        words = words[1:]
    titled = [i for i, w in enumerate(words[:-1]) if _role(w) or w.lower().strip(".") in GENDERED]
    return words[titled[-1] + 1 :] if titled else words


def _role(word):
    word = word.lower().strip(".,")
    word = ABBREVIATED.get(word, word)
    return word if word in ROLES else None


def persons(text, quotes=()):
    """Return the persons named outside quotations as a list of Person, in order of place.

    A name is taken for a person's if a title or a common first name says so, or if it shares its last word with one
    that is, and no word of it is an institution's.
    """
    found, by_last = [], {}
    inside = [(q.start, q.end) for q in quotes]
    starts = [a for a, _ in inside]
    for match in NAME.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < inside[at][1]:
            continue
        person = _person(text, match, by_last)
        if person is not None:
            found.append(person)
            met = by_last.setdefault(person.name.split()[-1].lower(), {})
            met[person.name] = (met.get(person.name, (0,))[0] + 1, person)
    return found


def _person(text, match, by_last):
    """The person that a match names, with the fullest name, the gender and the titles known so far; else None."""
    words = _without_titles(match[0])
    if not words or len(words) > LONGEST_NAME or not NO_PERSON.isdisjoint(w.lower().strip(".") for w in words):
        return None
    before = re.search(r"([^\W\d_][\w-]*\.?) $", text[max(0, match.start() - 30) : match.start()])
    titles = [*([before[1]] if before else []), *match[0].split()[: -len(words)]]
    roles = {_role(w) for w in [*titles, *_apposition(text, match.end())]} - {None}
    first, start = words[0].lower(), match.start() + match[0].rindex(words[0])
    gender = next((GENDERED[t.lower().strip(".")] for t in titles[-2:] if t.lower().strip(".") in GENDERED), None)
    gender = gender or (MALE if first in MALE_NAMES else FEMALE if first in FEMALE_NAMES else None)
    known = _known(by_last.get(words[-1].lower(), {}), words, gender)
    titled = bool(titles) and (_role(titles[-1]) or titles[-1].lower().strip(".") in GENDERED)
    if known is not None:
        longest = known.name if len(known.name.split()) >= len(words) else " ".join(words)
        return Person(start, match.end(), longest, gender or known.gender, known.roles | roles)
    if titled or (len(words) > 1 and gender):
        return Person(start, match.end(), " ".join(words), gender, frozenset(roles))
    return None


def _known(met, words, gender):
    """The person of that last name met most often before, of the same first name and a fitting gender."""
    fitting = [
        (count, p)
        for name, (count, p) in met.items()
        if (len(words) == 1 or words[0] == name.split()[0] or " " not in name)
        and (None in (gender, p.gender) or gender == p.gender)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _apposition(text, end):
    """The words of an apposition: ", the former minister of trade,"."""
    found = re.match(r", (?:the|a|an|who was|who is|his|her|its) ([^,.;:\"“”\n]{1,60})", text[end : end + 90])
    return found[1].split()[:6] if found else []


def source_names(text, sentences, rows, quotes=()):
    """Return the name of each source, None where it has none or it would be a guess.

    Parameters
    ----------
    text : str
    sentences : list of (start, end, part)
    rows : list of dict
        Attributions with `source_start`, `source_end`, in order of place.
    quotes : list of Quotation

    Returns
    -------
    list of str or None
        One for each row.
    """
    named = persons(text, quotes)
    context = _Context(text, [s[0] for s in sentences], named)
    order = sorted(range(len(rows)), key=lambda i: rows[i]["source_start"] or 0)
    names = [None] * len(rows)
    for i in order:
        if rows[i]["source_start"] is not None:
            names[i] = context.name_of(rows[i]["source_start"], rows[i]["source_end"])
    return names


class _Context:
    """What has been named and who has spoken so far in one article."""

    def __init__(self, text, sentence_starts, named):
        self.text, self.sentence_starts, self.persons = text, sentence_starts, named
        self.person_starts = [p.start for p in named]
        self.last_source = None

    def name_of(self, start, end):
        source = self.text[start:end]
        first = source.split()[0].lower().strip(".,") if source.split() else ""
        if len(source.split()) == 1 and first in PRONOUNS:
            return self._remember(start, self._for_pronoun(start, PRONOUNS[first]))
        if first in RELATIVE:
            return self._remember(start, self._right_before(start))
        if len(source.split()) <= 2 and first in OPEN:
            return None
        name = name_in(source)
        if name is not None and (" " in name or self._is_known(start, name)):
            return self._remember(start, self._fullest(start, end, name))
        person = self._for_title(start, source) if first in ("the", "his", "her", "their") else None
        return self._remember(start, person)

    def _remember(self, start, person):
        if person is None:
            return None
        words = person.name.split()
        known = person.roles or person.gender or len(words) > 1 or self.text.count(" " + person.name) > 1
        if known and NO_PERSON.isdisjoint(w.lower() for w in words) and not words[-1].isupper():
            self.last_source = person._replace(start=start, end=start)
        return person.name

    def _is_known(self, start, name):
        """Whether one capitalised word is a name: a person's, or capitalised within a sentence too."""
        at = bisect_left(self.person_starts, start)
        here = any(p.name.split()[-1] == name for p in self.persons[at : at + 2])
        within = re.search(rf"[\w,] {re.escape(name)}\b", self.text)
        return here or within is not None or start not in self.sentence_starts

    def _sentence(self, position):
        return bisect_right(self.sentence_starts, position) - 1

    def _fullest(self, start, end, name):
        at = bisect_left(self.person_starts, start)
        for person in self.persons[at : at + 3]:
            if person.start < end and person.name.split()[-1] == name.split()[-1]:
                return person
        return Person(start, end, name, None, frozenset())

    def _right_before(self, start):
        at = bisect_left(self.person_starts, start) - 1
        if at >= 0 and not self.text[self.persons[at].end : start].strip(" ,\n–—-"):
            return self.persons[at]
        return None

    def _for_pronoun(self, start, gender):
        here, last = self._sentence(start), self._last_speaker(start, gender)
        if last is not None and self._sentence(last.start) == here:
            return last
        named_here = self._first_named(start, here, gender, reach=0)
        return named_here or last or self._first_named(start, here, gender)

    def _last_speaker(self, start, gender):
        last = self.last_source
        if last is None or self._sentence(start) - self._sentence(last.start) >= REACH:
            return None
        return last if None in (last.gender, gender) or last.gender == gender else None

    def _first_named(self, start, here, gender, *, reach=REACH):
        """The first person named in this sentence so far, else in the nearest sentence before."""
        for back in range(reach + 1):
            if here - back < 0:
                break
            low = self.sentence_starts[here - back]
            high = start if back == 0 else self.sentence_starts[here - back + 1]
            a, b = bisect_left(self.person_starts, low), bisect_left(self.person_starts, high)
            fitting = [p for p in self.persons[a:b] if gender is None or p.gender in (None, gender)]
            if fitting:
                return next((p for p in fitting if p.gender == gender), fitting[0])
        return None

    def _for_title(self, start, source):
        core = CUT.split(source, maxsplit=1)[0].split()
        named = re.match(r"[^,(]*(?:, | ?\()", source)
        name = NAME.match(source, named.end()) if named else None
        if name:
            return self._fullest(start + name.start(), start + name.end(), name[0])
        role = _role(core[-1]) if core else None
        if role is None:
            return None
        at = bisect_left(self.person_starts, start)
        for person in reversed(self.persons[:at]):
            if role in person.roles:
                return person
        if role in BYSTANDERS:
            return None
        gender = GENDERED.get(role)
        return self._last_speaker(start, gender) or self._first_named(start, self._sentence(start), gender)
