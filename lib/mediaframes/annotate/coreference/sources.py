"""Who a source is: pronouns and titles carry the name that they stand for, names their fullest form.

The rule, within one article and outside quotations only:

- A name carries its fullest form met so far ("Mr. Doe" after "John Doe": "John Doe").
- "he" and "she" stand for the source of the last attribution in this or the two sentences before, else for the first
  person named in the sentence so far, else in the nearest of the three sentences before; the gender must not
  contradict. Gender is known from titles ("Mr.", "spokeswoman") and from common first names, else open.
- "the minister" stands for the last person who had that title ("Foreign Minister X", "X, the minister of ..."),
  else for the last source as "he" does, without a gender; "who" for the name right before it. Where nobody is named,
  it is of the actor whose title it was before ("the Leader").
- "they", "it" and "I" are left open: their names would be guesses.
"""

import re
from bisect import bisect_left, bisect_right

from mediaframes.annotate.coreference.persons import Person, is_institution, persons
from mediaframes.annotate.coreference.pronouns import PERSONS, RELATIVE
from mediaframes.annotate.coreference.titles import NAME, gender_of, head_of, name_in, role_of
from mediaframes.codebook.english import words

REACH = 3
POSSESSORS = ("the", "his", "her", "their")
TITLE = re.compile(r"[Tt]he ([\w-]+)")
# "the minister, Ann Doe", "the minister (Ann Doe)"
NAMED_BEHIND = re.compile(r"[^,(]*(?:, | ?\()")


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
        length, first = len(source.split()), (source.split() or [""])[0].lower().strip(".,")
        if length == 1 and first in PERSONS:
            return self._remember(start, self._for_pronoun(start, PERSONS[first]))
        if first in RELATIVE:
            return self._remember(start, self._right_before(start))
        if length <= 2 and first in words("open_pronouns"):
            return None
        name = name_in(source)
        if name is not None and (" " in name or self._is_known(start, name)):
            return self._remember(start, self._fullest(start, end, name))
        person = self._for_title(start, source) if first in POSSESSORS else None
        return self._remember(start, person)

    def _remember(self, start, person):
        if person is None:
            return None
        name = person.name.split()
        known = person.roles or person.gender or len(name) > 1 or self.text.count(" " + person.name) > 1
        if known and not is_institution(name) and not name[-1].isupper():
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
        named = NAMED_BEHIND.match(source)
        name = NAME.match(source, named.end()) if named else None
        if name:
            return self._fullest(start + name.start(), start + name.end(), name[0])
        role = _role(source)
        bearers = [person for person in self.persons[: bisect_left(self.person_starts, start)] if role in person.roles]
        if bearers or role is None or role in words("bystanders"):
            return bearers[-1] if bearers else None
        gender = gender_of(role)
        return self._last_speaker(start, gender) or self._first_named(start, self._sentence(start), gender)


def carried(row, before, mentions):
    """Return what a source without a name takes over from what stands before it: `source_actor`, `source_name`.

    Parameters
    ----------
    row : dict
        An attribution.
    before : list of dict
        Those before it in its article, with `source_actor`.
    mentions : list of dict
        Those of the article, in order, `actor` None where it was not asked for.

    Returns
    -------
    dict
        Empty where it would be a guess: where two actors have borne the title, or the source before is no person.
    """
    source = (row.get("source_text") or "").strip()
    title = TITLE.fullmatch(source)
    if title and role_of(title[1]):
        return _by_title(role_of(title[1]), row, before, mentions)
    last, gender = before[-1] if before else None, PERSONS.get(source.lower())
    role = _role(last["source_text"]) if last and last["source_actor"] else None
    if gender and role and gender_of(role) in (None, gender):
        return _taken(last["source_actor"], last.get("source_name"))
    return {}


def _by_title(role, row, before, mentions):
    bearers = [(r["source_actor"], r.get("source_name")) for r in before if _role(r.get("source_text")) == role]
    here = [m for m in mentions if m["end"] <= row["source_start"] and _role(m["text"]) == role]
    bearers += [(m["actor"], " ".join(m["text"].split())) for m in here]
    actors = {actor for actor, _ in bearers}
    return _taken(*bearers[-1]) if len(actors) == 1 and None not in actors else {}


def _taken(actor, name):
    return {"source_actor": actor, "source_name": name}


def _role(source):
    """The office that heads a noun phrase, in full."""
    head = head_of(source or "")
    return role_of(head[-1]) if head else None
