"""Whom "it", "they", "its" and "their" mean where no verb above says so: the one actor that fits, or nobody.

Looked for in its sentence up to the pronoun and, if nothing there fits, in the sentence before. What fits is of its
number ("they" are several, or a plural) and kind ("it" is no person), and does not do it to itself ("A attacked it").
Where two fit, or a thing does as well ("A signed the deal and left it"), it stays open.

References
----------
Hobbs, J. R. (1978). Resolving pronoun references. Lingua, 44(4). Chomsky, N. (1981). Lectures on Government and
Binding. Foris (principle B).
"""

from itertools import chain

from mediaframes.annotate.coreference.pronouns import PLURAL, SEVERAL, SINGULAR, THINGS, is_tenseless, subject_above
from mediaframes.annotate.coreference.titles import is_title
from mediaframes.annotate.syntax.nounphrases import is_time
from mediaframes.annotate.syntax.predicates import FINITE, conjuncts, verb_lemma
from mediaframes.annotate.syntax.subjects import subjects
from mediaframes.codebook.english import words

SUBJECT = ("nsubj", "nsubjpass")
OBJECT = ("dobj", "obj", "dative")
TAGS = ("PRP", "PRP$")


def actors_meant(pronoun, here, before=None, *, apart=()):
    """Return the actors that a pronoun stands for, an empty list where it is open.

    Parameters
    ----------
    pronoun : spacy.tokens.Token
    here : list of tuple
        The names of its sentence, as `names_in` gives them.
    before : tuple of (spacy.tokens.Doc, list of tuple), optional
        The sentence before, and its names.
    apart : collection of str
        The actors that take part in the same clause.

    Returns
    -------
    list of str
    """
    if not _is_asked_for(pronoun) or subject_above(pronoun) is not None:
        return []
    several, owner = pronoun.lower_ in SEVERAL, pronoun.tag_ == "PRP$"
    is_subject = (pronoun.head if owner else pronoun).dep_ in SUBJECT
    if not owner:
        apart = {*apart, *(actor for verb in _over(pronoun) for actor in _doing(verb, here))}
    roles = SUBJECT if is_subject else SUBJECT + OBJECT
    if not owner and verb_lemma(pronoun.head) in words("toward_actors"):
        roles = SUBJECT
    spaces = [(pronoun.doc[: pronoun.i], here), *([(before[0], before[1])] if before else [])]
    for tokens, names in spaces:
        found = _fitting(tokens, names, several)
        found = [who for who in found if owner or not who & set(apart)]
        things = _things(tokens, names, several, roles)
        if found or things:
            alone = len(set(map(frozenset, found))) == 1 and not things
            return sorted(found[0]) if alone and not found[0] & set(apart) else []
    return []


def _is_asked_for(pronoun):
    """Whether it is one of the pronouns that are looked up, and not in a quotation, which others hear."""
    known = pronoun.tag_ in TAGS and pronoun.lower_ in (*THINGS, *SEVERAL)
    behind = pronoun.nbor().tag_ if pronoun.i + 1 < len(pronoun.doc) else ""
    if known and pronoun.dep_ in OBJECT and behind in ("MD", *FINITE):
        return False  # "warned it would", where the parser makes it an object
    return known and sum(t.is_quote and t.text not in ("'", "’", "‘") for t in pronoun.doc[: pronoun.i]) % 2 == 0


def _over(pronoun):
    """The verbs of whose subject a pronoun is no other name: its own, and that over "want it destroyed"."""
    verb = pronoun.head
    if pronoun.dep_ in OBJECT:
        yield verb
    elif pronoun.dep_ in SUBJECT and is_tenseless(verb):
        yield verb.head


def _doing(verb, names):
    """The actors that do what a verb says."""
    heads = set(subjects(verb))
    return {actor for path, inside, actor, _ in names if heads & {*path, *inside}}


def _fitting(tokens, names, several):
    """The sets of actors that noun phrases among some tokens stand for, of the number of the pronoun."""
    last, held = tokens[-1].i if len(tokens) else -1, {}
    for path, inside, actor, kind in names:
        if path[-1].i <= last and not _is_place(path[-1]):
            held.setdefault(path[-1], []).append((actor, inside, kind))
    if not several:
        single = [(head, actors) for head, actors in held.items() if _is_one(head, actors)]
        return [{actor for actor, *_ in actors} for _, actors in single]
    joined = {t for head in held for t in conjuncts(head)[1:]}
    groups = [(head, [t for t in conjuncts(head) if t in held]) for head in held if head not in joined]
    return [
        {actor for t in group for actor, *_ in held[t]}
        for head, group in groups
        if len(group) > 1 or (head.tag_ in PLURAL and not _is_state(head, held[head]))
    ]


def _is_one(head, actors):
    """Whether a noun phrase names one thing that is no person."""
    if len({actor for actor, *_ in actors}) > 1 or any(kind == "leader" for *_, kind in actors):
        return False
    return _is_state(head, actors) or (head.tag_ in SINGULAR and not is_title(head.lemma_.lower()))


def _is_state(head, actors):
    """Whether a noun is the name itself, and not that of its people: "the United States", not "Iraqis"."""
    return any(head in inside and kind == "name" for _, inside, kind in actors)


def _is_place(head):
    """Whether a name only says where: "met in A"."""
    return head.dep_ == "pobj" and head.head.lower_ in words("places_within")


def _things(tokens, names, several, roles):
    """Whether nouns of the pronoun's number that are no actor stand in these roles."""
    parts = set(chain.from_iterable((*path, *inside) for path, inside, *_ in names))
    tags = PLURAL if several else SINGULAR
    return any(
        t.dep_ in roles and t.tag_ in tags and t not in parts and not is_time(t) and t.lower_ not in words("others")
        for t in tokens
    )
