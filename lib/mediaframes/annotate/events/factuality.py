"""Whether a predicate is denied, and how certain its sentence makes it: the rows of `factuality.yaml` put together."""

from mediaframes.annotate.events.constructions import first, matches
from mediaframes.annotate.syntax.predicates import (
    DEPTH,
    VERBAL,
    has_object,
    is_finite,
    is_infinitive,
    is_passive,
    own_subjects,
    verb_lemma,
)
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


def is_factual(token):
    """Whether nothing above a predicate, at any distance, keeps its event from being told as a fact.

    What its own group and the word next above say is in `is_negated` and `modal`. Here the tree is climbed: through
    complements, objects and prepositions to each governor, up to a relative clause or an adverbial, whose event stands
    by itself, unless it is a condition.
    """
    below, tenseless = token, token.pos_ in VERBAL
    for _ in range(DEPTH):
        if _is_unreal(below):
            return False
        above, link = below.head, below.dep_
        tenseless = tenseless and not (below.pos_ in VERBAL and is_finite(below))
        if tenseless and above != below and _is_modal(above):
            return False
        if above == below:
            return not _is_asked(below)
        if link in STANDING:
            return True
        if link in ABOVE_SUBJECT:
            return not _is_asked(above) and not any(
                _undoes(t, "") for t in (above, *above.rights) if t == above or t.dep_ in ("acomp", "attr")
            )
        preposition = below.lower_ if link in ("prep", "agent", "dative") else ""
        if link != "conj" and link != "pobj" and _undoes(above, preposition):
            return False
        below = above
    return True


STANDING = ("relcl", "advcl", "appos", "parataxis", "amod", "compound", "poss", "nmod")
ABOVE_SUBJECT = ("nsubj", "csubj", "nsubjpass", "csubjpass")


def is_to_come(noun):
    """Whether a noun of action or of dealing names what has not been yet: "next week's talks", "before the talks"."""
    before = {t.lower_ for left in noun.lefts for t in (left, *(left.lefts if left.dep_ == "poss" else ()))}
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    planned = noun.dep_ == "pobj" and any(t.lemma_.lower() in words("unreal") for t in own_subjects(above))
    return (
        bool(before & words("to_come"))
        or planned
        or (noun.dep_ in ABOVE_SUBJECT and verb_lemma(above) in words("looming"))
        or (noun.lemma_.lower() in words("dealings") and _is_aim(noun, above))
    )


def _is_aim(noun, above):
    """Whether talks or a treaty stand behind what works toward them: "sought a deal", "ahead of the talks"."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in ("before", "until") or above.lower_ in ("ahead", "groundwork", "way", "stage")
    return verb_lemma(above) in words("working_toward")


def _is_modal(verb):
    """Whether a verb is told as possible or to come: what hangs on it without a tense of its own is so, too."""
    return any(t.dep_ == "aux" and t.tag_ == "MD" for t in verb.lefts)


def _is_asked(root):
    """Whether a sentence asks if something is so; "which states bombed A?" takes it for granted."""
    return root.doc[-1].text == "?" and not any(t.tag_ in ("WP", "WDT", "WRB", "WP$") for t in root.doc[: root.i])


def _undoes(governor, preposition):
    """Whether a word above leaves an event open, or denies it; a verb with its own preposition by that alone."""
    lemma = verb_lemma(governor)
    if f"{lemma}_{preposition}" in words("unreal"):
        return True
    if preposition and governor.pos_ in VERBAL:
        return False
    if lemma in words("unreal"):
        return True
    return lemma in words("evidential") and _is_denied(governor)


def _is_denied(governor):
    """Whether a governor is denied: "no evidence", "did not say", "is not certain"."""
    verb = governor.head if governor.dep_ in ("acomp", "attr") else governor
    denied = matches("none", governor) or any(t.dep_ == "neg" for t in (*verb.lefts, *verb.rights))
    return denied or any(t.lower_ in ("little", "without") for t in (*governor.lefts, governor.head))


def _is_condition(clause):
    """Whether an adverbial clause says on what another one depends: "if", and not "even if"."""
    marks = [t for t in clause.lefts if t.dep_ == "mark" and t.lower_ in ("if", "unless")]
    return any(t.i == 0 or t.nbor(-1).lower_ not in ("even", "as") for t in marks)


def _is_unreal(verb):
    """Whether a verb on the way is a condition ("if", "had A not attacked"), "any attack", or an infinitive of aim."""
    if any(t.dep_ == "mark" and t.lower_ in words("conditions") for t in verb.lefts):
        return True
    if any(t.lower_ == "any" for t in verb.lefts):
        return True
    if any(t.dep_ == "advcl" and _is_condition(t) for t in verb.children):
        return True
    if verb.dep_ in ("advcl", "acl", "relcl", "pcomp", "ROOT") and is_infinitive(verb):
        return True
    first = next((t for t in verb.lefts if t.dep_ == "aux" and t.lower_ in ("had", "were", "should")), None)
    return first is not None and any(first.i < t.i < verb.i for t in own_subjects(verb))
