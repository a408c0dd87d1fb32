"""What is special about headlines: verbs taken for nouns, commas that mean "and"."""

from mediaframes.codebook.english import words

__all__ = ["hidden_roles", "is_hidden_verb", "is_mistaken", "joined_by_comma"]

NOUNS = ("NOUN", "PROPN", "NUM", "PRON")


def joined_by_comma(agents, verb):
    """Names before the subject that a comma joins to it: "A, B condemn attack"."""
    if not agents:
        return []
    first = min(agents, key=lambda t: t.i)
    edge = first.left_edge.i
    doc = verb.doc
    if edge < 2 or doc[edge - 1].text not in (",", "&", "/"):
        return []
    before = doc[edge - 2]
    whole = all(t.pos_ in (*NOUNS, "ADJ", "DET") or t.text in ",&/" for t in doc[: edge - 1])
    return [before] if whole and before.pos_ in NOUNS and before not in agents else []


def is_hidden_verb(token, headline):
    """Whether a headline's only verb was taken for a noun: "A-led coalition bombs town", "A, B condemn attack"."""
    doc = token.doc
    if not headline or token.pos_ not in NOUNS or not 1 <= token.i < len(doc) - 1:
        return False
    if token.lemma_.lower() not in words("headline_verbs") or not (token.lower_.endswith("s") or _after_many(token)):
        return False
    if any(t.pos_ == "VERB" and t.dep_ not in ("amod", "acl") and not is_mistaken(t, headline) for t in doc):
        return False
    after = doc[token.i + 1]
    return doc[token.i - 1].pos_ in NOUNS and (after.pos_ in (*NOUNS, "ADJ", "DET") or is_mistaken(after, headline))


def is_mistaken(token, headline):
    """Whether a headline's noun was taken for the verb, and its verb for the subject: "A fires missile"."""
    plain = token.pos_ == "VERB" and token.tag_ in ("VB", "VBP") and token.i > 1
    if (
        not headline
        or not plain
        or token.lemma_ in words("headline_verbs")
        or any(t.dep_ == "dobj" for t in token.rights)
    ):
        return False
    before = token.nbor(-1)
    verb = before.lemma_.lower() in words("headline_verbs") and before.lower_.endswith("s")
    return verb and before.dep_ == "nsubj" and before.head == token


def _after_many(token):
    """Whether a plural or a list stands before, as it must before a verb without "s"."""
    before = token.doc[token.i - 1]
    return before.tag_ in ("NNS", "NNPS") or any(
        t.text in (",", "&") or t.lower_ == "and" for t in token.doc[: token.i]
    )


def hidden_roles(token):
    """Agent and patient of such a verb: the noun before it, and the last noun of the run behind it."""
    patient = None
    for after in token.doc[token.i + 1 :]:
        mistaken = is_mistaken(after, True)
        if after.pos_ not in (*NOUNS, "ADJ", "DET") and not mistaken:
            break
        patient = after if after.pos_ in NOUNS or mistaken else patient
    return [token.doc[token.i - 1]], [patient] if patient is not None else []
