"""Pronouns by gender and number, and those that stand for the subject above their clause: "A said it had struck B"."""

from mediaframes.annotate.coreference.titles import FEMALE, MALE
from mediaframes.annotate.syntax.predicates import FINITE

PERSONS = {"he": MALE, "him": MALE, "his": MALE, "she": FEMALE, "her": FEMALE}
THINGS = ("it", "its")
SEVERAL = ("they", "them", "their")
RELATIVE = ("who", "whom", "whose")
JOINED = ("ccomp", "advcl", "conj")
FIRST = ("i", "we", "me", "us", "my", "our")
SINGULAR = ("NNP", "NN")
PLURAL = ("NNS", "NNPS")


def subject_above(pronoun):
    """Return the subject of the verb over the clause of a pronoun that is, or owns, its subject, if they agree.

    The clause is what is said ("A said it had struck B"), an adverbial ("before it struck B, A warned") or a further
    one ("A left, and it apologized"). Else None.

    Parameters
    ----------
    pronoun : spacy.tokens.Token

    Returns
    -------
    spacy.tokens.Token or None
    """
    verb = _verb_of(pronoun)
    if verb is None or verb.dep_ not in JOINED or is_tenseless(verb):
        return None  # "A wants it destroyed" is of somebody else
    speaker = next((t for t in verb.head.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
    if speaker is None or speaker.tag_ not in (*SINGULAR, *PLURAL):
        return None
    several = speaker.tag_ in PLURAL or any(t.dep_ == "conj" for t in speaker.rights)
    return speaker if several == (pronoun.lower_ in SEVERAL) else None


def is_tenseless(verb):
    """Whether a verb is a complement with a subject and no tense: "want it destroyed", not "says it was destroyed"."""
    tense = (t.dep_ in ("aux", "auxpass") and t.tag_ in (*FINITE, "MD") for t in verb.lefts)
    helped = any(tense) or any(t.dep_ == "mark" for t in verb.lefts)  # "that" opens a clause with a tense
    return verb.dep_ in ("ccomp", "xcomp") and verb.tag_ not in FINITE and not helped


def _verb_of(pronoun):
    """The verb whose subject a pronoun is, or owns, or None."""
    subject = pronoun.head if pronoun.tag_ == "PRP$" else pronoun
    known = pronoun.lower_ in (*THINGS, *PERSONS, *SEVERAL) and pronoun.tag_ in ("PRP", "PRP$")
    if not known or subject.dep_ not in ("nsubj", "nsubjpass"):
        return None
    return subject.head.head if subject.head.dep_ == "aux" else subject.head


def is_first_person(head):
    """Whether a head is who speaks, or belongs to them: "we", "our forces"."""
    own = (t.lower_ for t in head.lefts if t.tag_ == "PRP$")
    return head.lower_ in FIRST or any(word in FIRST for word in own)


def suits(pronoun, speaker, tokens, kind):
    """Whether the name of a speaker is what the pronoun means: "it" is no leader, "he" no state.

    Parameters
    ----------
    pronoun, speaker : spacy.tokens.Token
    tokens : list of spacy.tokens.Token
        Those of the name in the speaker's noun phrase.
    kind : str or None
        The kind of mention (name, leader ...), if known.
    """
    is_name = speaker in tokens
    if pronoun.lower_ in PERSONS:
        return kind == "leader" or not is_name
    return pronoun.lower_ not in THINGS or kind != "leader"
