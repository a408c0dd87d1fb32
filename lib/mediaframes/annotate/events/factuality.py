"""Whether a predicate is denied, and how certain its sentence makes it."""

from mediaframes.annotate.syntax.predicates import DEPTH, governor, is_infinitive, is_passive, verb_lemma
from mediaframes.codebook.english import words

__all__ = ["is_negated", "is_raising", "modal"]

MODALS = {"wo": "will", "'ll": "will", "’ll": "will", "ca": "can", "sha": "shall", "'d": "would", "’d": "would"}
OCCASIONS = ("point", "time", "way", "circumstance", "stage", "moment", "case", "account")
FEW = ("hardly", "barely", "scarcely")
PERIPHRASTIC = {"have": "have to", "go": "going to", "need": "need"}


def is_negated(verb, arguments=(), depth=0):
    """Whether a predicate is denied.

    By "not", "never", "no longer" or "hardly"; by "no" or "nobody" among its arguments; by "without", "instead
    of" or "rather than"; by a governing verb that denies ("failed to", "refused to", "denied attacking",
    "prevented from") or is itself negated ("is not believed to have"). Two denials cancel each other.
    """
    denied = _own_negation(verb) or any(_is_no(t) for t in arguments)
    return denied != _denied_from_above(verb, depth)


def _own_negation(verb):
    negations = words("negations")
    before = [t for t in verb.lefts if t.lower_ in negations and t.dep_ not in ("cc", "nsubj", "intj")]
    behind = [t for t in verb.rights if t.dep_ == "neg"]
    return any(not _is_not_only(t) for t in before + behind) or any(
        _no_longer(t) or _at_no_point(t) for t in verb.children
    )


def _is_not_only(token):
    """Whether "not" does not deny: "not only A but B"."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in ("only", "just", "merely", "simply")


def _no_longer(token):
    return token.lower_ in ("longer", "more", "means", "way") and any(t.lower_ == "no" for t in token.lefts)


def _at_no_point(token):
    """Whether a phrase denies the verb: "at no point", "in no way", "under no circumstances"."""
    named = [t for t in token.rights if t.dep_ == "pobj"] if token.dep_ == "prep" else []
    return any(t.lemma_.lower() in OCCASIONS and any(c.lower_ == "no" for c in t.lefts) for t in named)


def _is_no(argument):
    if argument.lower_ in words("nobodies"):
        return True
    before = [t for t in argument.children if t.i < argument.i]
    return any(t.lower_ in ("no", "neither") or any(c.lower_ in FEW for c in t.lefts) for t in before)


def _denied_from_above(verb, depth):
    if depth > DEPTH:
        return False
    if _behind_denying_link(verb):
        return True
    if verb.dep_ == "conj" and any(t.lower_ == "nor" and t.i < verb.i for t in verb.head.rights if t.dep_ == "cc"):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _shares_auxiliary(verb):
        return is_negated(verb.head, depth=depth + 1)
    if _focusing(verb) is not None:
        return is_negated(_focusing(verb), depth=depth + 1)
    above, link = governor(verb)
    if link == "ccomp" and any(t.lower_ in ("false", "untrue") for t in above.rights):
        return not is_negated(above, depth=depth + 1)
    if above is None or link not in ("xcomp", "ccomp", "from", "to", "of", "acl"):
        return False
    return _denies(above, link) != _passes_on(above, link, depth)


def _focusing(verb):
    """The copula of "it was A that ...", if the verb is in its relative clause; else None."""
    copula = verb.head.head if verb.dep_ == "relcl" and verb.head.dep_ == "attr" else verb.head
    if verb.dep_ not in ("relcl", "ccomp") or copula.lemma_ != "be" or copula is verb:
        return None
    focus = any(t.dep_ == "attr" or t.lower_ == "true" for t in copula.rights)
    return copula if focus and any(t.lower_ == "it" for t in copula.lefts) else None


def _is_pending(above):
    """Whether the infinitive under "has yet to", "is yet to" has not happened."""
    return above.lemma_ in ("have", "be", "remain") and any(t.lower_ == "yet" for t in above.children)


def _behind_denying_link(verb):
    if verb.dep_ == "pcomp":
        behind = any(_before(verb.head, word) for word in ("instead", "far"))
        return verb.head.lower_ == "without" or behind or verb.head.lower_ == "instead"
    return verb.dep_ in ("advcl", "conj", "cc") and _before(verb, "than") and _word_before(verb, 2) == "rather"


def _before(token, word):
    return _word_before(token, 1) == word


def _word_before(token, steps):
    return token.doc[token.i - steps].lower_ if token.i >= steps else ""


def _denies(above, link):
    if link == "from":
        return above.lemma_ in words("preventing") or above.lemma_ in words("denying")
    if link == "of" and above.lower_ == "short":
        return True
    if link == "xcomp" and _is_pending(above):
        return True
    return above.lemma_.lower() in words("denying") or (link == "acl" and above.lemma_ in ("failure", "refusal"))


def _passes_on(above, link, depth):
    """A negation above reaches down to an infinitive, but not to a reported clause ("did not say that")."""
    if link == "ccomp" and above.lemma_ not in words("raising") and above.lemma_ not in words("denying"):
        return False
    if above.pos_ in ("VERB", "AUX"):
        return is_negated(above, depth=depth + 1)
    if link in ("acl", "of") and _is_no(above):
        return True
    owned = above.dep_ in ("dobj", "attr") and above.head.lemma_ in ("have", "make", "be")
    held = above.dep_ == "acomp" or (link in ("acl", "of") and owned)
    return held and above.head.pos_ in ("VERB", "AUX") and is_negated(above.head, [above], depth=depth + 1)


def _shares_auxiliary(verb):
    """Whether a verb in a list repeats the form of the first and has neither subject nor auxiliary of its own."""
    if any(t.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for t in verb.lefts):
        return False
    but = any(t.lower_ in ("but", "yet") for t in verb.head.rights if t.dep_ == "cc" and t.i < verb.i)
    return not but and (verb.tag_ == verb.head.tag_ and verb.tag_ in ("VB", "VBN", "VBG"))


def modal(verb, depth=0):
    """Return the word that makes a predicate less than a plain statement of fact, or None.

    In this order: a modal verb ("could", "will", "may"); the verb, adjective or noun above an infinitive or a
    gerund unless it leaves the event a fact or denies it ("believe", "accuse", "want", "likely", "plan", "going
    to"); "to" where a headline has nothing else; "if", "unless" or "whether"; an adverb of hearsay ("allegedly").
    """
    own = [t for t in verb.lefts if t.tag_ == "MD"]
    if own:
        return MODALS.get(own[0].lower_, own[0].lower_)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _shares_auxiliary(verb) and depth < DEPTH:
        return modal(verb.head, depth + 1)
    return _modal_above(verb, depth) or _condition(verb) or _hedge(verb)


def _modal_above(verb, depth):
    above, link = governor(verb)
    infinitive = is_infinitive(verb)
    if above is None or depth > DEPTH:
        return "to" if infinitive and verb.dep_ in ("ROOT", "relcl", "dep") else None
    lemma = verb_lemma(above)
    if lemma in words("denying") or link == "from" or _is_pending(above):
        return modal(above, depth + 1) if above.pos_ == "VERB" else None
    if _is_subjunctive(verb, link):
        return lemma
    if link == "acl" or (link == "xcomp" and lemma not in words("factual")):
        return PERIPHRASTIC.get(lemma, lemma)
    if (link in ("of", "from", "with", "for", "to") and lemma in words("blaming")) or _is_unsure(above, link):
        return lemma
    return modal(above, depth + 1) if link == "xcomp" and above.pos_ == "VERB" else None


def _is_unsure(above, link):
    """Whether what governs a clause makes it less than a fact: "it appears that", "seen as", "the hope of"."""
    lemma = verb_lemma(above)
    if link == "as":
        return lemma in words("believing") and is_passive(above)
    if link == "ccomp":
        seems = lemma in ("seem", "appear", "likely") or (lemma in words("believing") and is_passive(above))
        return seems and any(t.lower_ == "it" for t in above.lefts)
    return link == "of" and lemma in words("intentions")


def _is_subjunctive(verb, link):
    """Whether a clause is only demanded: "asked that A leave"."""
    bare = verb.tag_ == "VB" and not any(t.tag_ in ("TO", "MD") or t.lemma_ == "do" for t in verb.lefts)
    return link == "ccomp" and bare and any(t.dep_ == "mark" for t in verb.lefts)


def _condition(verb):
    return next((t.lower_ for t in verb.lefts if t.dep_ == "mark" and t.lower_ in ("if", "unless", "whether")), None)


def _hedge(verb):
    near = [t for t in verb.children if t.lower_ in words("hedges") and t.dep_ in ("advmod", "dep")]
    return near[0].lower_ if near else None


def is_raising(verb, *, headline=False):
    """Whether a verb only hedges or times the infinitive under it ("is believed to", "began to", "has to")."""
    below = [t for t in verb.rights if t.dep_ == "xcomp" and t.pos_ in ("VERB", "AUX")]
    if not below or verb.lemma_ not in words("raising"):
        return False
    has_object = any(t.dep_ in ("dobj", "obj") for t in verb.rights)
    return not has_object and (is_passive(verb, headline=headline) or verb.lemma_ not in words("believing"))
