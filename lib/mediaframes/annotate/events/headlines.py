"""What is special about headlines: verbs taken for nouns, commas that mean "and"."""

from mediaframes.annotate.events.constructions import matches

NOUNS = ("NOUN", "PROPN", "NUM", "PRON")
DASHES = ("-", "–", "—", "|")
PHRASE = (*NOUNS, "ADJ", "DET")


def joined_by_comma(agents, verb):
    """Names before the subject that a comma joins to it: "A, B condemn attack"."""
    edge = min((t.left_edge.i for t in agents), default=0)
    words = verb.doc[:edge]
    if edge < 2 or words[-1].text not in (",", "&", "/"):
        return []
    whole = all(t.pos_ in PHRASE or t.text in ",&/" for t in words[:-1])
    return [words[-2]] if whole and words[-2].pos_ in NOUNS and words[-2] not in agents else []


def is_mistaken(token, headline):
    """Whether a headline's noun was taken for the verb, and its verb for the subject: "A fires missile"."""
    return headline and (matches("mistaken_verb", token) or _is_label(token))


def _is_label(token):
    """Whether a participle opens what stands behind a dash: "Fighting in A - occupied B"."""
    if token.tag_ not in ("VBD", "VBN") or token.i < 2 or token.i + 1 == len(token.doc):
        return False
    dash = token.nbor(-1)
    apart = dash.text in DASHES and dash.whitespace_ and token.nbor(-2).whitespace_
    return bool(apart) and token.nbor().pos_ in ("ADJ", "NOUN", "PROPN")


def is_hidden_verb(token, headline):
    """Whether a headline's only verb was taken for a noun: "A-led coalition bombs town", "A, B condemn attack"."""
    if not headline or not matches("hidden_verb", token):
        return False
    verbs = (t for t in token.doc if t.pos_ == "VERB" and t.dep_ not in ("amod", "acl"))
    return all(is_mistaken(t, headline) for t in verbs)


def hidden_roles(verb):
    """Agent and patient of such a verb: the noun before it, and the last noun of the run behind it."""
    patients = []
    for token in verb.doc[verb.i + 1 :]:
        mistaken = is_mistaken(token, True)
        if token.pos_ not in PHRASE and not mistaken:
            break
        if token.pos_ in NOUNS or mistaken:
            patients = [token]
    return [verb.nbor(-1)], patients
