"""On which side those harmed are: by what they are called, where they were, who harmed them, or what is told around.

The ways are tried in this order, and the first that tells decides; `known_by` says which it was. Where none does, the
side stays open.
"""

from collections import Counter
from datetime import date
from typing import NamedTuple

from mediaframes.annotate.entities.places import PLACE, find_events, free_places
from mediaframes.annotate.events.clauses import actors_at, names_in
from mediaframes.annotate.events.harms import event_above, is_event
from mediaframes.annotate.syntax.nounphrases import tokens_between
from mediaframes.annotate.syntax.predicates import conjuncts
from mediaframes.codebook.conflicts import conflicts
from mediaframes.codebook.english import words

TOLD_OF = 0.25  # of what an article names, so that it tells of a war
NEAR = 3  # sentences back in which victims told of before are looked for


class Name(NamedTuple):
    """An actor or a place named in a sentence: the words that it stands for, from itself up, its tokens and kind."""

    path: list
    tokens: list
    actor: str
    kind: str

    def is_of(self, token):
        """Whether a token is the name, or stands for it."""
        return token in self.path or token in self.tokens


class Told(NamedTuple):
    """One parsed sentence with what it names."""

    doc: object
    names: list
    events: list

    @classmethod
    def of(cls, doc, start, mentions, day):
        """Gather what a sentence that begins at `start` names; `mentions` are (start, end, actor, kind)."""
        text = doc.text
        named = [(a - start, b - start, actor, kind) for a, b, actor, kind in mentions]
        free = [(*place, PLACE) for place in free_places(text, 0, len(text), named)]
        names = [Name(*name) for name in names_in(doc, [*named, *free])]
        events = [(harmed, tokens_between(doc, a, b)[-1]) for a, b, harmed in find_events(text, 0, len(text), day)]
        return cls(doc, names, events)


class Sides:
    """Who fights whom in one article, and on which side those are who are harmed in it.

    Parameters
    ----------
    types : dict of str to str
        The type of each actor.
    named : Counter of str
        How often the article, with its title, names each actor or a place of its.
    fights : iterable of (str, str)
        Pairs of actors, of whom the article tells that one attacked the other.
    day : datetime.date, optional
    """

    def __init__(self, types, named, fights=(), day=None):
        self.types, self.named, self.day = types, named, day
        self.fights = Counter(fights)
        self.wars = [c for c in conflicts() if _is_on(c, day)]

    def opponent(self, actor):
        """Return whom an actor fights: that opponent which the article names most, else whom it attacks there.

        Where it names none, that of its only war, or of the first on its own land: whoever fights in many lands may
        be in any of them.
        """
        wars = self._wars_of(actor)
        rows = [(self._weight(others), -i, others[0]) for i, (_, others) in enumerate(wars)]
        best = max(rows, default=(0, 0, None))
        own = Counter({b: n for (a, b), n in self.fights.items() if a == actor})
        if own and not best[0]:
            return self._people(own.most_common(1)[0][0])
        at_home = [others[0] for land, others in wars if actor in land or len(wars) == 1]
        return best[2] if best[0] else next(iter(at_home), None)

    def _wars_of(self, actor):
        """The wars of an actor: on whose land each is, and the actors of the other side."""
        return [(c.land, c.sides[1 - i]) for c in self.wars for i in (0, 1) if actor in c.sides[i]]

    def _weight(self, side):
        return sum(self.named[actor] for actor in side)

    def _people(self, actor):
        """The people for whom an armed group stands, if it fights for one; else the actor."""
        sides = {side[0] for c in self.wars for side in c.sides if actor in side}
        return sides.pop() if len(sides) == 1 else actor

    def people(self, actors):
        """Return the peoples of some actors, each once."""
        return list(dict.fromkeys(map(self._people, actors)))

    def are_opponents(self, one, other):
        """Whether two actors are, or stand for, different sides of a war."""
        return any({self._side(c, one), self._side(c, other)} == {0, 1} for c in self.wars)

    @staticmethod
    def _side(conflict, actor):
        return next((i for i in (0, 1) if actor in conflict.sides[i]), None)

    def war(self):
        """Return the peoples of both sides of the war of which the article names most, or an empty list.

        An article that names them among many others tells of no war.
        """
        told = [c for c in self.wars if self._weight(c.land) and self._is_told_of(c)]
        weighed = [(sum(map(self._weight, c.sides)), -i, c) for i, c in enumerate(told)]
        best = max(weighed, default=(0,))
        return [side[0] for side in best[2].sides] if best[0] else []

    def _is_told_of(self, conflict):
        return sum(map(self._weight, conflict.sides)) >= TOLD_OF * self.named.total()

    def irregular(self):
        """Return the armed group that the article names, if all are of one side; else the side of its war with one."""
        groups = [a for a in self.named if self._is_group(a) and self._wars_of(a)]
        if groups:
            return groups[0] if len({self._people(a) for a in groups}) == 1 else None
        war = self.war()
        sides = [c.sides for c in self.wars if [side[0] for side in c.sides] == war]
        armed = [side[0] for pair in sides[:1] for side in pair if any(map(self._is_group, side))]
        return armed[0] if len(armed) == 1 else None

    def _is_group(self, actor):
        return self.types.get(actor) == "armed group"

    def is_land(self, actor):
        """Whether people can live in what is named: a state, and not an armed group or an organisation."""
        return self.types.get(actor, "state") == "state"

    def air_force(self):
        """Return the state that fights an armed group in this article, which alone has aircraft."""
        group = self.irregular()
        return self.opponent(group) if group else None


def _is_on(conflict, day):
    return day is None or ((conflict.start or date.min) <= day <= (conflict.end or date.max))


# --- one way each: (harm, told, sides) -> list of actors -----------------------------------------------------------


def by_name(harm, told, sides):
    """What the victims are called: "nine Israelis", "Hamas fighters", "residents of Gaza"."""
    if harm.word in words("held"):
        return _by_role(harm, sides) or ([] if harm.victim is None else _named(harm.victim, told.names))
    if harm.victim is None:
        return []
    if any(n.lemma_ == "side" and any(t.lower_ == "both" for t in n.lefts) for _, n in _adverbials(harm.victim)):
        return [(actor, PLACE) for actor in sides.war()]
    named = _named(harm.victim, told.names)
    owned = [(actor, "coreference") for noun in _own_and_of(harm.victim) for actor in _owners(noun, told)]
    if any(kind != PLACE for _, kind in named):
        return named
    return _by_role(harm, sides) or owned or named


def _own_and_of(victim):
    """The noun of the victims, and that behind "of": "two of its soldiers"."""
    of = [o for p in victim.rights if p.lower_ == "of" for o in p.rights if o.dep_ == "pobj"]
    return [victim, *of, *([victim.head] if victim.tag_ == "PRP$" else [])]


def _owners(noun, told):
    """The actors that "its" and "their" before a noun stand for: the subject of a verb above that is one."""
    if not _owners_pronoun(noun):
        return []
    subjects = (s for verb in noun.ancestors for s in verb.lefts if s.dep_ in ("nsubj", "nsubjpass") and s.i < noun.i)
    above = (s for s in subjects if not is_event(s))
    found = ([n.actor for n in told.names if n.is_of(s)] for s in above)
    return list(dict.fromkeys(next(filter(None, found), [])))


def _owners_pronoun(noun):
    return any(t.tag_ == "PRP$" and t.lower_ in ("its", "their") for n in _own_and_of(noun) for t in n.lefts)


def _by_role(harm, sides):
    """Of which side those are who are called hostages, militants or soldiers and nothing else."""
    nouns = {harm.word} | ({t.lemma_.lower() for t in _own_and_of(harm.victim)} if harm.victim is not None else set())
    irregular = sides.irregular()
    if irregular is None:
        return []
    if nouns & words("held"):
        return [(sides.opponent(irregular), "affiliation")]
    if harm.victim is None or _owners_pronoun(harm.victim):
        return []
    if nouns & words("guerrillas"):
        return [(irregular, "affiliation")]
    return [(sides.opponent(irregular), "affiliation")] if nouns & words("regulars") else []


def _named(head, names, prepositions=("of", "among", "between", "from"), depth=0):
    """Pairs (actor, kind) of the names that a noun phrase stands for, behind these prepositions and those of place."""
    found = [(name.actor, name.kind) for name in names if name.is_of(head)]
    if found and depth == 0 and not any(kind == PLACE for _, kind in found):
        return found
    for preposition in (t for t in head.rights if t.dep_ in ("prep", "dative")):
        word = preposition.lower_
        if word in prepositions or word in words("places_behind"):
            inner = [n for o in preposition.rights if o.dep_ == "pobj" for n in conjuncts(o)]
            below = [pair for noun in inner if not is_event(noun) for pair in _named(noun, names, depth=depth + 1)]
            below += [pair for noun in inner if is_event(noun) for pair in _targets(noun, names)]
            located = word in words("places_behind")
            found += [(actor, PLACE if located and kind == "name" else kind) for actor, kind in below]
    found += [p for t in head.rights if t.dep_ == "appos" and depth == 0 for p in _named(t, names, depth=depth + 1)]
    return list(dict.fromkeys(found))


def _targets(event, names):
    """Where an event took place, or at whom it was aimed: "the attack on Sderot", "the Jenin raid"."""
    aims = [t for t in event.rights if t.dep_ == "prep" and t.lower_ in words("patient_prepositions")]
    aims = aims or [t for t in event.rights if t.dep_ == "prep" and t.lower_ in words("places_behind")]
    nouns = [n for aim in aims for o in aim.rights if o.dep_ == "pobj" for n in conjuncts(o)]
    found = [pair for noun in nouns for pair in _named(noun, names, depth=1)]
    owned = [(n.actor, PLACE) for n in names if n.kind == PLACE and event in n.path[1:]]
    return [(actor, PLACE) for actor, _ in found] + owned


def by_place(harm, told, sides):
    """Where it happened: "killed in Gaza", "in an attack on Sderot", "struck a market in Rafah, killing nine"."""
    found = {}
    for carrier in _carriers(harm.token):
        for preposition, noun in _adverbials(carrier):
            if noun.lemma_ == "side" and any(t.lower_ in ("both", "two") for t in noun.lefts):
                return [(actor, PLACE) for actor in sides.war()]
            if is_event(noun):
                found.setdefault("in", []).extend(_targets(noun, told.names))
            elif preposition.lower_ in words("places_behind") or (
                harm.kind == "displacement" and preposition.lower_ == "from"
            ):
                found.setdefault(preposition.lower_, []).extend(_named(noun, told.names, depth=1))
        if carrier != harm.token:
            for noun in (t for t in carrier.rights if t.dep_ == "dobj"):
                at = _targets(noun, told.names) if is_event(noun) else _named(noun, told.names, depth=1)
                found.setdefault("in", []).extend(at)
    if harm.doer is not None and is_event(harm.doer):
        found.setdefault("in", []).extend(_targets(harm.doer, told.names))
    within = [pair for word, pairs in found.items() if word in words("places_within") for pair in pairs]
    at = within or [pair for pairs in found.values() for pair in pairs]
    return [(actor, PLACE) for actor, _ in at if sides.is_land(actor)]


def _adverbials(verb):
    """Pairs (preposition, noun) of what stands behind the prepositions of a verb, each conjunct apart."""
    for preposition in verb.children:
        if preposition.dep_ in ("prep", "agent") and preposition.lower_ not in words("no_cause"):
            yield from ((preposition, n) for o in preposition.rights if o.dep_ == "pobj" for n in conjuncts(_meant(o)))


def _meant(noun):
    """What "which" stands for in "an attack on A, in which nine died": the event, or the noun before."""
    clause = next((t for t in noun.ancestors if t.dep_ == "relcl"), None) if noun.tag_ == "WDT" else None
    return noun if clause is None else event_above(clause.head) or clause.head


def _carriers(token):
    """The word of a harm and the verbs that share its adverbials: "killed and wounded in A", "struck A, killing"."""
    yield token
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        yield token.head.head  # "the number of dead in A"
    own_subject = _has_subject(token)
    if token.dep_ == "conj" and not own_subject and token.head.lemma_.lower() in words("harm_kinds"):
        yield token.head
    yield from (t for t in token.rights if t.dep_ == "conj" and not _has_subject(t))
    if token.head.pos_ in ("VERB", "AUX") and (
        token.dep_ in ("xcomp", "oprd", "acomp", "attr") or (token.dep_ == "advcl" and not own_subject)
    ):
        yield token.head


def _has_subject(verb):
    return any(t.dep_ in ("nsubj", "nsubjpass") for t in verb.lefts)


def by_doer(harm, told, sides):
    """Of whom the doer is the opponent: "killed by Hamas", "an Israeli strike killed nine"."""
    return _opponents([harm.doer] if harm.doer is not None else [], told, sides)


def by_cause(harm, told, sides):
    """The same of an event that stands beside: "nine died in the attack by A", "victims of A's attack"."""
    return _opponents([n for n in _event_nouns(harm) if n != harm.doer], told, sides)


def _opponents(nouns, told, sides):
    found = [sides.opponent(actor) for actor in doers(nouns, told, sides)]
    return [(actor, "doer") for actor in dict.fromkeys(found) if actor is not None]


def doers(nouns, told, sides):
    """Return the actors that stand behind agents and events, as told or as known from their kind of weapon."""
    for noun in nouns:
        if named := doers_named(noun, told):
            return named
    for noun in nouns:
        within = {t.lemma_.lower() for t in (noun, *noun.lefts)}
        known = sides.irregular() if within & words("irregulars") else None
        known = known or (sides.air_force() if within & words("air_power") or {"air", "strike"} <= within else None)
        if known:
            return [known]
    return []


def by_war(harm, told, sides):
    """Both sides, where a war between the two is what killed, and nobody is told apart."""
    causes = [
        n for n in (harm.doer, *_event_nouns(harm)) if n is not None and n.lemma_.lower() in words("mutual_events")
    ]
    named = {a for n in causes for a in sides.people(doers_named(n, told))}
    return [(actor, "doer") for actor in sides.war()] if set(sides.war()) <= named and named else []


def by_source(harm, told, sides):
    """Whose authorities tell of it: "Gaza's health ministry said that nine were killed"."""
    for verb in harm.token.ancestors:
        speakers = [t for t in verb.lefts if t.dep_ == "nsubj" and t != harm.victim and t != harm.doer]
        according = [
            o
            for p in verb.children
            if p.lower_ == "according"
            for to in p.rights
            for o in to.rights
            if o.dep_ == "pobj"
        ]
        if verb.lemma_.lower() in words("reported") or according:
            for noun in (*according, *(speakers if verb.lemma_.lower() in words("reported") else ())):
                if found := _named(noun, told.names):
                    return [(a, "context") for a in sides.people(a for a, _ in found)]
    return []


def _event_nouns(harm):
    """Events behind the word or the victims: "killed in the attack by A", "victims of A's attack"."""
    ordered = [t for token in (harm.token, harm.victim) if token is not None for t in token.children]
    for late in (False, True):
        for preposition in (t for t in ordered if (t.lower_ in words("afterwards")) == late):
            if preposition.dep_ in ("prep", "agent") and preposition.lower_ not in words("no_cause"):
                nouns = [n for o in preposition.rights if o.dep_ == "pobj" for n in conjuncts(_meant(o))]
                yield from (n for n in nouns if is_event(n) or preposition.lower_ == "by")
    if harm.token.dep_ in ("advcl", "relcl") and is_event(harm.token.head):
        yield harm.token.head
    if harm.token.dep_ == "advcl":
        yield from (t for t in harm.token.head.lefts if t.dep_ == "nsubj")
    if harm.victim is not None:
        for verb in harm.victim.rights:
            if verb.dep_ in ("acl", "relcl"):
                yield from (o for p in verb.rights if p.lower_ == "by" for o in p.rights if o.dep_ == "pobj")


def doers_named(noun, told):
    """Return the actors that an agent or an event names as those who did it (list of str)."""
    names = [n for n in told.names if not (n.kind == PLACE and n.path[1:])]
    plain = [(n.path, n.tokens, n.actor, n.kind) for n in names]
    found = actors_at(told.doc, noun.idx, noun.idx + len(noun), plain)
    if found:
        return found
    behind = [
        t for t in noun.rights if t.dep_ in ("prep", "agent") and t.lower_ in ("by", "of", "from", "with", "between")
    ]
    behind += [p for v in noun.rights if v.dep_ == "acl" for p in v.rights if p.lower_ in ("by", "from")]
    nouns = [n for p in behind for o in p.rights if o.dep_ == "pobj" for n in conjuncts(o)]
    return list(dict.fromkeys(n.actor for noun in nouns for n in told.names if n.is_of(noun)))


def by_event(harm, told, sides):
    """By what the attack is called: "the 7 October attack", "the music festival"."""
    meant = dict.fromkeys(actor for actor, noun in told.events if not _is_aside(noun))
    return [(actor, "event") for actor in meant if sides.named[actor] or actor in sides.war()]


def _is_aside(noun):
    """Whether an attack is named only to say since when or in answer to what."""
    path = (noun, *noun.ancestors)
    return any(t.dep_ in ("prep", "mark") and t.lower_ in words("no_cause") for t in path if t.i < noun.i)


def by_attack(told, sides):
    """Whom the attacks that a sentence names were aimed at, or of whom their doers are the opponents."""
    found = []
    for noun in told.doc:
        if is_event(noun) and noun.lemma_.lower() not in words("mutual_events") and not _is_aside(noun):
            found += _targets(noun, told.names) or _opponents([noun], told, sides)
    return list(dict.fromkeys(actor for actor, _ in found))
