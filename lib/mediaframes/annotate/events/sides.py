"""The harms of one article as rows: each with its victims' side, by what is told of them or else around them."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from math import prod

from mediaframes.annotate.entities.places import PLACE, find_places
from mediaframes.annotate.events import victims as ways
from mediaframes.annotate.events.harms import find_harms
from mediaframes.annotate.events.victims import Sides, Told
from mediaframes.annotate.syntax.nounphrases import noun_phrase
from mediaframes.codebook.english import words

AFFILIATED = ("government", "leader")


@dataclass(frozen=True)
class About:
    """What is known of an article besides its parsed sentences: see `surroundings`.

    `title` is (Told, its clauses), where the title does not stand in the text; `named` how often each actor, or a place
    of its, is named; `types` the type of each actor; `wanted` those asked for (None: all); `sentences` those that hold
    a word of harm and are to be parsed.
    """

    day: date | None = None
    title: tuple | None = None
    named: Counter = field(default_factory=Counter)
    types: dict = field(default_factory=dict)
    wanted: frozenset | None = None
    sentences: frozenset = frozenset()


def read_harms(article_id, text, sentences, docs, mentions, clauses, voices, about):
    """Return the rows of the table `harms` for one article.

    Parameters
    ----------
    article_id, text : str
    sentences : list of (start, end, part)
    docs : dict of int to (Doc, clauses)
        The parsed sentences that hold a word of harm, by number, each with what `find_clauses` gives for it.
    mentions : list of dict
        As for `read_article`.
    clauses : list of dict
        The article's rows of the table `clauses`.
    voices : object
        `of(start, end)` returns whose words stand there.
    about : About

    Returns
    -------
    list of dict
    """
    sides = Sides(about.types, about.named, _fights(clauses), about.day)
    title = sides_of_title(*about.title, sides) if about.title else None
    harms = Harms(sides, title, lambda number: _places_before(text, sentences, number))
    for number, (doc, own) in docs.items():
        here = [m for m in mentions if m["sentence"] == number]
        named = [(m["start"], m["end"], m.get("known") or m["actor"], m["kind"]) for m in here]
        harms.add(number, Told.of(doc, sentences[number][0], [m for m in named if m[2]], about.day), own)
    voice = {}

    def source(number, harm):
        start = sentences[number][0] + harm.token.idx
        voice[number, harm.token.i] = voices.of(start, start + len(harm.token))
        return voice[number, harm.token.i]["source_actor"]

    rows, groups = [], {}
    for number, told, harm, known in harms.resolved(source):
        source(number, harm)
        group = groups.setdefault(number, {}).setdefault(harm.token.i, len(groups[number]))
        row = harm_row(harm, told, sentences[number][0]) | _doer(harm, told, about.wanted)
        row |= {"article_id": article_id, "sentence": number, "group": group} | voice[number, harm.token.i]
        asked = [(a, by) for a, by in known if about.wanted is None or a in about.wanted] or [(None, None)]
        rows += [row | {"victim_actor": a, "victim_known_by": by} for a, by in dict(reversed(asked)).items()]
    return [row | {"harm_id": f"{article_id}:h{number}"} for number, row in enumerate(rows)]


def _places_before(text, sentences, number):
    """The actors of the places that the two sentences before name, each once."""
    first = max(number - 2, 0)
    return dict.fromkeys(a for start, end, _ in sentences[first:number] for *_, a in find_places(text, start, end))


def _fights(clauses):
    """Pairs of actors of whom the article tells that one attacked the other."""
    attacks = (c for c in clauses if c["predicate"] in words("assaults") and c["factual"])
    pairs = ((c["agent_actor"], c.get(f"{part}_actor")) for c in attacks for part in ("patient", "target"))
    return [(a, b) for a, b in pairs if a and b and a != b]


def _doer(harm, told, wanted):
    """The columns of who did it: an event that is somebody's tells the doer."""
    if harm.doer is None:
        return {}
    named = ways.doers_named(harm.doer, told)
    asked = [a for a in named if wanted is None or a in wanted]
    return {"doer_actor": asked[0] if asked else None} | ({"doer_left_out": None} if named else {})


def sides_told(harm, told, sides):
    """Return [(actor, known_by)] of a harm by what its own sentence says of it, or an empty list."""
    named = [(a, _known_by(a, kind, sides)) for a, kind in ways.by_name(harm, told, sides)]
    placed = [(a, PLACE) for a, _ in ways.by_place(harm, told, sides)]
    around = _of_both(placed, ways.by_doer(harm, told, sides))
    around = (
        around or ways.by_event(harm, told, sides) or ways.by_cause(harm, told, sides) or ways.by_war(harm, told, sides)
    )
    if not named:
        return around
    # Citizens of a third state count for it, and for the side on which they were killed.
    own = [a for a, _ in named]
    return named + [(a, by) for a, by in around if is_third(own, sides, a)]


def _of_both(placed, fought):
    """Where it was, unless that is where the doer is from: "killed by A in A" harms A's opponent."""
    opponents = [a for a, _ in fought]
    return placed if placed and (not fought or any(a in opponents for a, _ in placed)) else fought


def is_third(actors, sides, other=None):
    """Whether actors are of no side of the war that an article tells of, nor opponents of another."""
    war = set(sides.war())
    own = set(sides.people(actors))
    if any(sides.are_opponents(a, b) for a in actors for b in war) or other in own:
        return False
    return bool(war) and bool(own) and not own & war and (other is None or other in war)


def _known_by(actor, kind, sides):
    if kind in (PLACE, "coreference", "affiliation"):
        return kind
    state = sides.types.get(actor, "state") == "state" and kind not in AFFILIATED
    return "nationality" if state else "affiliation"


class Harms:
    """The harms of one article, gathered sentence by sentence, and their sides."""

    def __init__(self, sides, title=None, near=lambda number: ()):
        self.sides, self.title, self.near = sides, title, near
        self.found, self.done = [], []

    def add(self, number, told, clauses):
        """Take up a sentence."""
        for harm in find_harms(told.doc, clauses):
            self.found.append((number, told, harm, sides_told(harm, told, self.sides)))

    def resolved(self, sources):
        """Yield (number, told, harm, [(actor, known_by)]), those left open resolved by what is told around them.

        `sources` gives for (number, harm) the actor whose words it is told in, or None.
        """
        whole = Counter(a for *_, known in self.found for a, _ in known)
        for i, (number, told, harm, known) in enumerate(self.found):
            if not known or (is_third([a for a, _ in known], self.sides)):
                known = known + self._around(i, sources, whole)
            self.done.append((number, known))
            yield number, told, harm, known

    def _around(self, i, sources, whole):
        number, told, harm, known = self.found[i]
        found = (
            self._beside(i)
            or self._of_war(ways.by_source(harm, told, self.sides))
            or self._of_source(sources(number, harm))
            or self._of_attacks(told)
            or self._of_sentence(told)
            or self._before(i)
            or self._of_title()
            or self._of_foreigners(known)
            or self._of_all(whole)
        )
        return [(a, by) for a, by in found if a not in [b for b, _ in known]]

    def _of_war(self, found):
        """Keep those of a side of the war that the article tells of, if it tells of one: others only look on."""
        war = self.sides.war()
        return [(a, by) for a, by in found if not war or a in war or self.sides._people(a) in war]

    def _of_all(self, whole):
        """The side of most victims in the article; where it tells of no war, of all of them."""
        found = [(a, "context") for a, _ in whole.most_common(1)]
        return self._of_war(found) if self.sides.war() or len(whole) == 1 else []

    def _of_foreigners(self, known):
        """Foreigners are killed on the side that is attacked by no army."""
        group = self.sides.irregular()
        foreign = any(by == "nationality" for _, by in known)
        return [(self.sides.opponent(group), "context")] if foreign and group else []

    def _beside(self, i):
        """Other victims told of in the same sentence, if of one side."""
        number, _, own, _ = self.found[i]
        if number_of(own.victim) is not None and own.victim.lemma_ != "other":
            return []
        found = {a: by for n, _, h, known in self.found if n == number for a, by in known}
        if is_third(list(found), self.sides):
            return []
        return [(a, "coreference") for a in found] if len(found) == 1 else []

    def _of_attacks(self, told):
        found = ways.by_attack(told, self.sides)
        return self._of_war([(a, "context") for a in found] if len(found) == 1 else [])

    def _of_sentence(self, told):
        """The side of the only places that the sentence names, or of the only people."""
        placed = {n.actor for n in told.names if (n.kind == PLACE or _is_located(n)) and self.sides.is_land(n.actor)}
        placed |= {a for a, _ in told.events}
        found = self._of_war([(a, "context") for a in placed])
        return found if len(found) == 1 else []

    def _of_source(self, actor):
        return [] if actor is None else self._of_war([(self.sides._people(actor), "context")])

    def _before(self, i):
        number, _, harm, _ = self.found[i]
        for before, known in reversed(self.done):
            if known and number - before <= ways.NEAR:
                how = "coreference" if _points_back(harm) else "context"
                return self._of_war([(a, how) for a, _ in known])
        near = self._of_war([(a, "context") for a in self.near(number)])
        return near if len(near) == 1 else []

    def _of_title(self):
        return [] if self.title is None else self._of_war([(a, "context") for a in self.title])


def _is_subject(name):
    return any(t.dep_ in ("nsubj", "nsubjpass") for t in name.path)


def _is_located(name):
    return name.kind not in AFFILIATED and any(
        t.dep_ == "pobj" and t.head.lower_ in words("places_behind") for t in name.tokens
    )


def _points_back(harm):
    """Whether victims are told of as known: by a pronoun, a name, "the family"."""
    victim = harm.victim
    if victim is None:
        return False
    definite = any(t.lower_ in ("the", "his", "her", "their", "those", "these") for t in victim.lefts)
    return victim.pos_ in ("PROPN", "PRON") or definite


def sides_of_title(told, clauses, sides):
    """Return the actors that a title shows as harmed: by its own harms, else by what it names."""
    harms = find_harms(told.doc, clauses)
    known = [a for harm in harms for a, _ in sides_told(harm, told, sides)]
    if known:
        return list(dict.fromkeys(known))
    attacked = ways.by_attack(told, sides)
    if len(attacked) == 1:
        return attacked
    placed = list(
        dict.fromkeys(
            [*(a for a, _ in told.events), *(n.actor for n in told.names if n.kind == PLACE or _is_located(n))]
        )
    )
    if len(placed) == 1:
        return placed
    named = sides.people(n.actor for n in told.names if n.kind not in AFFILIATED and not _is_subject(n))
    return named if len(named) == 1 else []


def harm_row(harm, told, offset):
    """Return the columns of a harm that its own sentence gives."""
    row = {"kind": harm.kind, "word": harm.word, "doer_left_out": harm.left_out, "passive": harm.passive}
    row |= {"word_start": offset + harm.token.idx, "word_end": offset + harm.token.idx + len(harm.token)}
    for part, head in (("victim", harm.victim), ("doer", harm.doer)):
        if head is not None:
            start, end = noun_phrase(head)
            row |= {part: head.doc.text[start:end], f"{part}_start": offset + start, f"{part}_end": offset + end}
    return row | {"number": number_of(harm.victim), "named": is_named(harm.victim, told), "victim_kind": kind_of(harm)}


def number_of(victim):
    """How many were harmed, if a number says so: "at least 1,400 people", "two dozen"."""
    if victim is None:
        return None
    head = victim if victim.pos_ == "NUM" else next((t for t in victim.lefts if t.dep_ == "nummod"), None)
    numeral = [] if head is None else [*head.lefts, head]
    if any(t.lower_ in words("vague_amounts") for t in numeral):
        return None
    found = [_value(t) for t in numeral]
    found = [n for n in found if n is not None]
    return int(prod(found)) if found else None


def _value(token):
    plain = token.text.replace(",", "")
    if plain.replace(".", "", 1).isdigit():
        return float(plain)
    return words("values_of_numerals").get(token.lower_)


def is_named(victim, told):
    """Whether a victim is a person called by name, and not by that of a people or a place."""
    if victim is None or any(victim in name.tokens for name in told.names):
        return False
    return any(
        t.pos_ == "PROPN" and t.ent_type_ != "GPE"
        for t in (victim, *victim.rights)
        if t in (victim,) or t.dep_ == "appos"
    )


def kind_of(harm):
    """Who the victims are, if it is said: civilians, children, combatants ..."""
    if harm.victim is None:
        return None
    inside = [t for t in harm.victim.subtree if t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and t.i <= harm.victim.i + 4]
    kinds = words("victim_kinds")
    return next((kinds[t.lemma_.lower()] for t in inside if t.lemma_.lower() in kinds), None)
