"""What is attached to a name in its sentence: its noun, its adjectives, its appositions and its verbs."""

import re

from mediaframes.annotate.events.clauses import find_clauses
from mediaframes.annotate.events.constructions import find
from mediaframes.annotate.syntax.nounphrases import compact, describe, head_of_name, lemma, stands_for, tokens_between

TAG = re.compile(r"[A-Z]-[A-Z]")


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
    before = [t for t in _joined(find("before", head)) if not (t.idx < end and t.idx + len(t) > start)]
    said = _joined(find("said", head))
    return {
        "head": lemma(head),
        "modifiers": [compact(t) for t in before if _is_adjective(t) and (t.i == 0 or not t.text[:1].isupper())]
        + [_denied(t) + compact(t) for t in said if _is_adjective(t)],
        "appositions": [
            _denied(t) + describe(t)
            for t in [*find("apposition", head), *said]
            if t.pos_ in ("NOUN", "PROPN") and not _is_tag(t)
        ],
        "predicates": [verb for verb, _ in verbs],
        "role": verbs[0][1] if verbs else "other",
    }


def _is_tag(noun):
    """Whether a noun opens a bracket, "(USA)", or is a party with its district, "R-Ohio": nothing said of the name."""
    first = noun.left_edge
    bracketed = first.i > 0 and first.nbor(-1).text in ("(", "[")
    return bracketed or TAG.match(noun.doc.text, first.idx) is not None


def _joined(words):
    """Words, each followed by those that "and" or commas join to it."""
    return [t for word in words for t in (word, *_joined(c for c in word.rights if c.dep_ == "conj"))]


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
