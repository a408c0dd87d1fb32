"""Whether a predicate is denied, and how certain its sentence makes it: the rows of `factuality.yaml` put together."""

from mediaframes.annotate.events.constructions import first, matches
from mediaframes.annotate.syntax.predicates import DEPTH, has_object, is_passive, verb_lemma
from mediaframes.codebook.english import words


def is_negated(verb, arguments=(), depth=0):
    """Whether a predicate is denied.

    By "not", "never", "no longer" or "hardly"; by "no" or "nobody" among its arguments; by "without", "instead
    of" or "rather than"; by a governing verb that denies ("failed to", "refused to", "denied attacking",
    "prevented from") or is itself negated ("is not believed to have"). Two denials cancel each other.
    """
    denied = matches("denied", verb) or any(matches("none", t) for t in arguments)
    if depth > DEPTH:
        return denied
    above, _ = first("denied_with", verb)
    reaches_down = above is not None and is_negated(above, depth=depth + 1)
    return denied ^ matches("denied_above", verb) ^ reaches_down


def modal(verb, depth=0):
    """Return the word that makes a predicate less than a plain statement of fact, or None.

    In this order: a modal verb ("could", "will", "may"); the verb, adjective or noun above an infinitive or a
    gerund unless it leaves the event a fact or denies it ("believe", "accuse", "want", "likely", "plan", "going
    to"); "to" where a headline has nothing else; "if", "unless" or "whether"; an adverb of hearsay ("allegedly").
    """
    said = (_said(group, verb, depth) for group in ("modal", "modal_above", "modal_aside"))
    return next((word for word in said if word), None)


def _said(group, verb, depth):
    """What the first row of a group that fits a verb makes of it."""
    end, row = first(group, verb)
    if end is None or depth > DEPTH:
        return None
    if row.get("inherits"):
        return modal(end, depth + 1)
    word = end.lower_ if end.tag_ == "MD" else verb_lemma(end)
    return row.get("says") or words("modalities").get(word, word)


def is_raising(verb, *, headline=False):
    """Whether a verb only hedges or times the infinitive under it ("is believed to", "began to", "has to")."""
    if not matches("raising", verb) or has_object(verb):
        return False
    return verb.lemma_ not in words("believing") or is_passive(verb, headline=headline)
