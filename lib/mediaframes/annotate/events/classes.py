"""What kind of deed a predicate is: its class of PLOVER, by its word and, where that does not decide, by its object."""

from mediaframes.annotate.events.constructions import ends
from mediaframes.annotate.syntax.predicates import verb_lemma
from mediaframes.codebook.deeds import by_side, entry, nouns
from mediaframes.codebook.english import words


def deed_class(token, predicate, objects=(), *, nominal=False):
    """Return the class of a deed (str), or None.

    Parameters
    ----------
    token : spacy.tokens.Token
        The verb or noun that tells it.
    predicate : str
        Its lemma, or the verb that a noun stands for.
    objects : sequence of spacy.tokens.Token
        Heads of the patients.
    nominal : bool
        Whether the token is a noun.

    References
    ----------
    Open Event Data Alliance (2018). Political Language Ontology for Verifiable Event Records.
    """
    if nominal:
        return _of_noun(token) or entry(predicate).kind
    told = entry(predicate)
    if not any(told):
        return None
    objects = _inside(objects or [t for t in token.rights if t.dep_ in ("dobj", "obj")])
    for look, wanted, kind in told.rows:
        if ends(look, token) and (wanted is None or any(ends(wanted, t) for t in objects)):
            return _stopped(token, kind)
    carried = _carried(token, objects, told.carries) if told.carries else None
    return _stopped(token, carried or told.kind)


def _stopped(token, kind):
    """The class of what is stopped, where a verb that stops has no row of its own: "stopped attacking A"."""
    ceases = token.dep_ == "xcomp" and verb_lemma(token.head) in words("ceasing")
    return by_side(kind, entry("stop").carries) if ceases else kind


def _inside(heads):
    """The heads and what there is an amount of: "thousands of troops", "a round of talks"."""
    amounts = [t for t in heads if t.lemma_.lower() in words("amounts")]
    held = [t for a in amounts for of in a.rights if of.lower_ == "of" for t in of.rights if t.dep_ == "pobj"]
    return [*heads, *(_inside(held) if held else [])]


def _carried(token, objects, row):
    """The class that a verb takes from its object, or, promising, from the verb under it ("vowed to strike")."""
    found = [_of_noun(t) for t in objects]
    if "as" not in row:
        found += [deed_class(t, verb_lemma(t)) for t in token.rights if t.dep_ == "xcomp"]
    return by_side(next(filter(None, found), None), row)


def _of_noun(noun):
    lemma, known = noun.lemma_.lower(), nouns()
    pairs = (f"{t.lemma_.lower()}_{lemma}" for t in noun.lefts if t.dep_ in ("compound", "amod", "nmod"))
    return next((known[pair] for pair in pairs if pair in known), None) or known.get(lemma) or known.get(noun.lower_)
