"""Pronouns by gender and number, and those in reported speech that stand for the speaker: "A said it had struck B"."""

from mediaframes.annotate.coreference.titles import FEMALE, MALE

PERSONS = {"he": MALE, "him": MALE, "his": MALE, "she": FEMALE, "her": FEMALE}
THINGS = ("it", "its")
SEVERAL = ("they", "their")
RELATIVE = ("who", "whom", "whose")
SINGULAR = ("NNP", "NN")
PLURAL = ("NNS", "NNPS")


def speaker_of(pronoun):
    """Return the subject of the speech verb over a pronoun that is, or owns, a subject, if they agree; else None.

    Parameters
    ----------
    pronoun : spacy.tokens.Token

    Returns
    -------
    spacy.tokens.Token or None
    """
    subject = pronoun.head if pronoun.tag_ == "PRP$" else pronoun
    verb = subject.head.head if subject.head.dep_ == "aux" else subject.head
    if pronoun.tag_ not in ("PRP", "PRP$") or subject.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "ccomp":
        return None
    speaker = next((t for t in verb.head.lefts if t.dep_ == "nsubj"), None)
    several = speaker is not None and (speaker.tag_ in PLURAL or any(t.dep_ == "conj" for t in speaker.rights))
    word = pronoun.lower_
    if speaker is None or word not in (*THINGS, *PERSONS, *SEVERAL):
        return None
    return speaker if several == (word in SEVERAL) and speaker.tag_ in (*SINGULAR, *PLURAL) else None


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
