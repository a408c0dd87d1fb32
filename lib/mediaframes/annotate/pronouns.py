"""Pronouns in reported speech that stand for the speaker: "A said it had struck B"."""

__all__ = ["speaker_of", "suits"]

SINGULAR = ("NNP", "NN")
PLURAL = ("NNS", "NNPS")
THINGS = ("it",)
PERSONS = ("he", "she")


def speaker_of(pronoun):
    """Return the subject of the speech verb over a subject pronoun, if it agrees in number; else None.

    Parameters
    ----------
    pronoun : spacy.tokens.Token

    Returns
    -------
    spacy.tokens.Token or None
    """
    verb = pronoun.head.head if pronoun.head.dep_ == "aux" else pronoun.head
    if pronoun.tag_ != "PRP" or pronoun.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "ccomp":
        return None
    speaker = next((t for t in verb.head.lefts if t.dep_ == "nsubj"), None)
    several = speaker is not None and (speaker.tag_ in PLURAL or any(t.dep_ == "conj" for t in speaker.rights))
    word = pronoun.lower_
    if speaker is None or word not in (*THINGS, *PERSONS, "they"):
        return None
    return speaker if several == (word == "they") and speaker.tag_ in (*SINGULAR, *PLURAL) else None


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
