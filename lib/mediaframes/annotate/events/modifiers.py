"""What is attached to a name in its sentence: its noun, its adjectives, its appositions and its verbs."""

from mediaframes.annotate.events.clauses import find_clauses
from mediaframes.annotate.syntax.nounphrases import (
    compact,
    describe,
    head_of_name,
    lemma,
    stands_for,
    tokens_between,
)
from mediaframes.codebook.english import words

__all__ = ["mention_phrase"]

COPULAS = words("copulas")


def mention_phrase(doc, start, end, *, clauses=None):
    """Describe the noun phrase that a mention names or modifies, and what is said of it.

    Parameters
    ----------
    doc : spacy.tokens.Doc
        One parsed sentence.
    start, end : int
        Characters of the mention in `doc.text`.
    clauses : list of dict, optional
        What `find_clauses(doc)` gives for the sentence, offsets from 0; found here if not given.

    Returns
    -------
    dict
        `head` : lower-cased lemma of the head noun ("Israeli forces" → "force"; names keep their form), or
        None where no token lies between the offsets. A phrase that does not stand for the name ("critics of
        Israel", "anti-Israel protesters") is left out, and the head is the name.
        `modifiers` : list of str, adjectives and participles before the noun or behind a copula, "not "
        before those denied; those inside the mention itself are left out.
        `appositions` : list of str, nouns said to be the same, with their adjectives ("close ally"), both
        beside the name and behind a copula.
        `predicates` : list of str, lemmas of the verbs of which the phrase is agent or patient, with "not ".
        `role` : "agent" (subject of an active verb, by-phrase of a passive), "patient" (object, subject of a
        passive, one who died) or "other", by the first verb.
    """
    name = head_of_name(tokens_between(doc, start, end))
    if name is None:
        return {"head": None, "modifiers": [], "appositions": [], "predicates": [], "role": "other"}
    head = stands_for(name)
    verbs = _verbs(head, find_clauses(doc) if clauses is None else clauses)
    said = [w for word in _said_to_be(head) for w in (word, *_conjuncts(word))]
    return {
        "head": lemma(head),
        "modifiers": _before(head, start, end) + [_denied(w) + compact(w) for w in said if _is_adjective(w)],
        "appositions": [_denied(w) + describe(w) for w in [*_appositions(head), *said] if _is_noun(w)],
        "predicates": [verb for verb, _ in verbs],
        "role": verbs[0][1] if verbs else "other",
    }


def _before(head, start, end):
    """Adjectives and participles before a noun, without the mention's own words and other names."""
    words = [t for t in head.lefts if t.dep_ == "amod"]
    words = [w for word in words for w in (word, *_conjuncts(word))]
    outside = [t for t in words if not (t.idx < end and t.idx + len(t) > start)]
    return [compact(t) for t in outside if _is_adjective(t) and (t.i == 0 or not t.text[:1].isupper())]


def _said_to_be(head):
    """Adjectives and nouns behind a copula of which `head` is the subject, or given to it as a predicate."""
    verb = head.head
    if head.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "relcl":
        return []
    relatives = [t for r in head.rights if r.dep_ == "relcl" for t in r.lefts if t.tag_ in ("WDT", "WP")]
    subjects = [head, *relatives]
    verbs = [(s.head, s.dep_) for s in subjects if s.dep_ in ("nsubj", "nsubjpass", "dobj")]
    return [
        child
        for verb, role in verbs
        for child in verb.rights
        if (child.dep_ in ("acomp", "attr") and role == "nsubj" and verb.lemma_ in COPULAS)
        or (child.dep_ == "oprd" and role != "nsubj")
    ]


def _appositions(head):
    return [child for child in head.rights if child.dep_ == "appos"]


def _conjuncts(word):
    """Words joined to this one by "and" or commas, to its right."""
    found = [c for c in word.rights if c.dep_ == "conj"]
    return [t for c in found for t in (c, *_conjuncts(c))]


def _verbs(head, clauses):
    """Pairs (verb, role), in the order of the sentence: of which clauses the phrase is agent or patient."""
    found = [
        (("not " if clause["negated"] else "") + clause["predicate"], role, clause["group"])
        for clause in clauses
        for role in ("agent", "patient")
        if clause[f"{role}_head_start"] == head.idx and not clause["nominal"]
    ]
    return [(verb, role) for verb, role, _ in dict.fromkeys(found)]


def _denied(word):
    verb = word.head
    while verb.dep_ in ("conj", "acomp", "attr", "oprd") and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    return "not " if word.dep_ != "appos" and any(t.dep_ == "neg" for t in verb.children) else ""


def _is_adjective(token):
    return token.pos_ in ("ADJ", "VERB") or token.tag_ in ("VBN", "VBG", "JJ")


def _is_noun(token):
    return token.pos_ in ("NOUN", "PROPN")
