"""Who is told to be harmed, by what word, and who did it: the harms of a parsed sentence, most from its clauses."""

import re
from dataclasses import dataclass, replace
from functools import cache

from mediaframes.annotate.events import nominalisations as nominals
from mediaframes.annotate.events.constructions import first, matches
from mediaframes.annotate.events.factuality import is_factual, modal
from mediaframes.annotate.syntax.nounphrases import is_time
from mediaframes.annotate.syntax.predicates import conjuncts, is_passive
from mediaframes.codebook.english import words

FLEEING = ("flee",)
NO_ADJECTIVES = ("lose", "die")


@dataclass(frozen=True)
class Harm:
    """One harm in a sentence: its word and participants as tokens (missing: None), and what its word says.

    `left_out` is how the doer is left out, or None where there is one.
    """

    token: object
    word: str
    kind: str
    victim: object = None
    doer: object = None
    left_out: str | None = None
    passive: bool = False


def harm_sentences(text, sentences):
    """Return the numbers of the sentences of an article that hold a word of harm (set of int)."""
    spans = [(i, s[0], s[1]) for i, s in enumerate(sentences) if s[2] != "boilerplate"]
    return {i for i, start, end in spans if _beginning().search(text, start, end)}


@cache
def _beginning():
    beginnings = "|".join(sorted(words("harm_beginnings")))
    return re.compile(rf"\b(?:{beginnings})", re.IGNORECASE)


def find_harms(doc, clauses):
    """Return the harms that a sentence tells as facts.

    Parameters
    ----------
    doc : spacy.tokens.Doc
        One parsed sentence.
    clauses : list of dict
        What `find_clauses(doc)` gives for it, offsets from 0.

    Returns
    -------
    list of Harm
        In the order of their words; victims joined by "and" are one Harm each.
    """
    at = {token.idx: token for token in doc}
    told = [_of_clause(at, clause) for clause in clauses if clause["predicate"] in words("harm_kinds")]
    told = [harm for harm in told if harm is not None]
    acts = {clause["predicate_start"] for clause in clauses}
    told += [more for harm in told for more in _elliptical(harm)]
    others = [harm for token in doc if token.idx not in acts for harm in _of_word(token)]
    known = {harm.victim for harm in told} | {harm.token for harm in told}
    others = [h for h in others if h.victim not in (known - {None}) and h.token not in known]
    return sorted(dict.fromkeys([*told, *others]), key=lambda harm: harm.token.i)


def _of_clause(at, clause):
    """The harm that a clause tells, or None."""
    token, kind = at[clause["predicate_start"]], words("harm_kinds")[clause["predicate"]]
    if _is_surname(token) or _is_of_whoever(token) or not (clause["factual"] or _is_reported(token, clause)):
        return None
    agent, victim, cause = (at.get(clause[f"{part}_head_start"]) for part in ("agent", "patient", "cause"))
    left_out = _left_out(clause)
    if cause is not None and cause.head.lower_ in words("afterwards"):
        cause = None
    if victim is not None and is_event(victim) and kind != "destruction":
        victim = None
    if victim is None and clause["predicate"] == "kill" and token.i + 1 < len(token.doc) and token.nbor().pos_ == "NUM":
        victim = token.nbor()
    if clause["predicate"] == "lose" and not clause["intransitive"]:
        return None
    if (victim is not None and _is_signature(token, victim)) or (
        kind == "death" and agent is not None and not clause["intransitive"]
    ):
        victim = None
    if kind == "injury" and any(t.lemma_.lower() in words("deadly") for t in _behind(token)):
        kind = "killing"
    if clause["predicate"] in FLEEING:
        agent, victim, left_out = None, agent, "intransitive"
    elif victim is None and _is_bare(token, clause, kind, agent):
        agent, victim, left_out = None, agent, "intransitive" if kind == "death" else "passive"
    if _is_no_harm(token, clause["predicate"], kind, victim):
        return None
    doer = _doer(agent if agent is not None else cause, token)
    passive = clause["passive"] or (left_out == "passive" and doer is None)
    return Harm(token, clause["predicate"], kind, victim, doer, _of_event(doer, left_out), passive)


def _behind(token):
    """The words behind a verb, and those behind its prepositions: "shot dead", "stabbed to death"."""
    yield from token.rights
    yield from (o for p in token.rights if p.dep_ == "prep" for o in p.rights)


def _is_signature(token, victim):
    """Whether a dash or a colon parts a word from what the parser takes for its object: "Ten killed - ministry"."""
    marks = "-–—:|" if any(t.dep_ in ("aux", "auxpass") for t in token.lefts) else "-–—:|,"
    return any(t.text in marks and not _is_inside(t) for t in token.doc[token.i + 1 : victim.left_edge.i + 1])


def _is_inside(mark):
    """Whether a hyphen stands within a word."""
    return mark.i > 0 and not mark.nbor(-1).whitespace_ and not mark.whitespace_


def _is_of_whoever(token):
    """Whether a harm is told of nobody: "anyone who kills a farmer is punished"."""
    return token.dep_ == "relcl" and token.head.lower_ in words("whoever")


def _is_reported(token, clause):
    """Whether a harm is told at second hand, or of a noun whose own clause stands open: "mourned those killed"."""
    if clause["negated"] or (clause["modal"] and clause["modal"] not in words("reported") | words("factive")):
        return False
    if clause["modal"] == "to":
        return False
    above = token
    while above.dep_ in ("conj", "xcomp", "ccomp", "oprd") and above.head != above:
        above = above.head
        if above.lemma_.lower() in words("reported") and is_factual(above):
            return True
    return above.dep_ in ("acl", "relcl") or is_factual(token)


def _doer(doer, word):
    """Who or what did it; behind a place or a time, the event there: "the attack on A that killed nine"."""
    if doer is None:
        return None
    if (
        doer.head != word
        and doer.dep_ == "nsubj"
        and doer.head.lemma_.lower() in words("reported")
        and word.dep_ in ("ccomp", "xcomp")
    ):
        above = doer.head  # "a blast that officials say killed nine": they say, and did nothing
        return above.head if above.dep_ == "relcl" else None
    if doer.lower_ == "it":
        events = [
            t for t in doer.doc[: doer.i] if is_event(t) and t.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "pobj")
        ]
        return events[-1] if events else doer
    above = event_above(doer)
    return above if word.dep_ == "relcl" and above is not None else doer


def event_above(noun):
    """Return the event that a noun of place or time belongs to ("the attack on A", "on Oct. 7"), or None.

    Where the noun is behind "by" or the like it is a party, and belongs to none.
    """
    top = noun
    while (
        not is_event(top) and top.dep_ in ("pobj", "compound", "conj", "nummod", "poss", "npadvmod") and top.head != top
    ):
        top = top.head
        if top.dep_ in ("prep", "agent"):
            if top.lower_ in ("by", "from", "with"):
                return None
            top = top.head
    return (
        top
        if is_event(top)
        else next((t for t in top.lefts if top.pos_ == "VERB" and t.dep_ == "nsubj" and is_event(t)), None)
    )


def _elliptical(harm):
    """Further victims of the same verb: "nine were killed in A and at least two in B"."""
    for token in harm.token.doc[harm.token.i + 1 :]:
        counted = token.pos_ == "NUM" or token.lemma_ in ("hundred", "thousand", "dozen", "score")
        located = any(t.dep_ == "prep" and t.lower_ in words("places_within") for t in token.rights)
        edge = token.left_edge.i
        joined = (edge > 0 and token.doc[edge - 1].lower_ in ("and", "while")) or token.doc[edge].lower_ == "and"
        if counted and located and joined and token.dep_ in ("conj", "appos", "npadvmod", "dep", "dobj", "pobj"):
            yield replace(harm, victim=token)


def _left_out(clause):
    """How a clause without agent tells its harm."""
    return next((form for form in ("nominal", "intransitive") if clause[form]), "passive")


def _is_thing(victim):
    """Whether what is said to die does so in a manner of speaking: "a dead issue"."""
    return victim is not None and victim.lemma_.lower() in words("no_victims")


def _is_living(victim):
    """Whether a victim is told as somebody: by name, by number, as people or as fighters."""
    noun = victim.lemma_.lower()
    return victim.pos_ in ("PROPN", "NUM") or noun in words("victim_kinds").keys() | words("parts")


def _is_bare(token, clause, kind, agent):
    """Whether an active verb without object has its victim before it: "ten killed in strike", "ten died"."""
    if any(t.dep_ in ("aux", "auxpass") or t.lower_ == "at" for t in token.children) and kind != "death":
        return False
    return (
        agent is not None
        and not is_event(agent)
        and not clause["nominal"]
        and not clause["passive"]
        and kind != "destruction"
    )


def _is_no_harm(token, predicate, kind, victim):
    """Whether a word is used in a manner of speaking: "died down", "killed the bill", "fell"."""
    needed = words("harm_particles").get(predicate)
    behind = [t.lower_ for t in token.rights if t.dep_ in ("prt", "advmod", "prep")]
    if needed and needed not in behind:
        return True
    if set(behind) & set(words("harmless_particles").get(predicate, "").split()):
        return True
    if predicate == "hurt" and not is_passive(token):
        return True
    if victim is not None and is_time(victim):
        return True
    if victim is None:
        return kind == "destruction"
    if kind == "destruction":
        return victim.lemma_.lower() not in words("destructibles")
    if predicate in words("harmless_of_things"):
        return not _is_living(victim)
    return _is_thing(victim) or (victim.lower_ in ("it", "this", "that") and kind != "abduction")


def is_event(noun):
    """Whether a noun is something that happens, and no one who does it: "strikes", "the blast"."""
    return nominals.is_act(noun) or noun.lemma_.lower() in words("harm_events")


def _of_event(doer, left_out):
    """How the doer is left out: an event of nobody's stands in its place, or what was said of the clause."""
    if doer is None:
        return left_out
    return "event" if is_event(doer) else None


def _of_word(token):
    """The harms that a noun or an adjective tells, one a victim."""
    word = token.lemma_.lower() if token.pos_ in ("NOUN", "PROPN") else token.lower_
    verb = token.lemma_.lower() if token.dep_ == "amod" and token.tag_ == "VBN" else ""
    verb = "" if verb in NO_ADJECTIVES else verb
    kind = words("harm_nouns").get(word) or words("harm_kinds").get(verb)
    if kind is None or _is_surname(token) or not _is_harm_word(token, word) or not _is_told(token):
        return []
    victim, _ = first("victim", token)
    victims = [None] if victim is None else _joined(victim, token)
    doer = _causing(token)
    return [Harm(token, word, kind, victim, doer, _of_event(doer, "nominal")) for victim in victims]


def _causing(noun):
    """What "caused nine deaths", or None."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in words("causing"):
        return None
    return next((t for t in verb.lefts if t.dep_ == "nsubj"), None)


def _joined(victim, word):
    """A victim with those that "and" joins to it; those before it, too, if the word stands behind: "A and B dead"."""
    joined = conjuncts(victim)
    while victim.dep_ == "conj" and victim.i < word.i and victim.head.pos_ in ("NOUN", "PROPN"):
        victim = victim.head
        joined = [victim, *joined]
    return joined


def _is_harm_word(token, word):
    if token.dep_ == "compound" and token.head.i > token.i:
        return False
    if word == "body" and token.tag_ == "NN" and token.head.lemma_.lower() not in words("burying"):
        return False
    if word == "victim" and not _is_of_harm(token):
        return False
    if word == "dead" and token.dep_ in ("amod", "acomp") and _is_thing(first("victim", token)[0]):
        return False
    near = {t.lemma_.lower() for t in token.lefts} | {t.lower_ for t in token.lefts}
    needed = words("harm_compounds").get(word)
    if needed and not near & set(needed.split()):
        return False
    if token.i + 1 < len(token.doc) and token.nbor().lemma_.lower() in words("no_harm_before"):
        return False
    return not near & words("no_harm_behind")


def _is_of_harm(noun):
    """Whether what the victims are victims of harms their bodies: "of the blast", and not "of fraud"."""
    of = [o for p in noun.rights if p.lower_ == "of" for o in p.rights if o.dep_ == "pobj"]
    return all(is_event(o) or o.lemma_.lower() in words("harmful") or o.pos_ == "PROPN" for o in of)


def _is_surname(token):
    """Whether a word of harm stands where a surname does: "Ann Slaughter"."""
    named = token.i > 0 and token.text.istitle() and token.nbor(-1).text.istitle()
    return named and token.lower_ in words("surnames_too")


def _is_told(token):
    """Whether a noun tells of a fact: "the dead" are there, whatever is said of them."""
    if token.lemma_.lower() in words("victims_themselves") and any(t.lower_ == "the" for t in token.lefts):
        return True
    return is_factual(token) and not matches("none", token) and modal(token) is None
