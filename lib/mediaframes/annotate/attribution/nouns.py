"""What nouns and adjectives of saying or thinking govern, "according to" and polls."""

from mediaframes.annotate.attribution.sources import TIMES, noun_source, subject_of
from mediaframes.annotate.syntax.nounphrases import governed, subtree, whole_phrase
from mediaframes.annotate.syntax.predicates import is_infinitive

__all__ = ["read_according", "read_adjective", "read_noun", "read_poll"]

NOUN_CLAUSES = ("that", "whether", "how", "why")
# Marks that hold an insertion, with the ones that close it.
PAIRED = {"(": ")", ")": "", "–": "–", "—": "—", "--": "--", "-": "-"}
# Nouns of people who say or think something.
HOLDERS = frozenset(
    """
    critic critics accuser accusers opponent opponents supporter supporters backer backers proponent proponents
    advocate advocates defender defenders fan fans foe foes
    """.split()
)
BEING = frozenset({"is", "was", "are", "were", "be", "been"})


def read_noun(token, cue):
    """A noun of saying or thinking with what is said: "the claim that ...", "calls for ..."."""
    if token.tag_[0] != "N":
        return None
    for c in [*token.rights, *_behind(token)]:
        form, content = _noun_content(c, cue.takes)
        if form:
            return form, _holder(token, c), [subtree(content)]
    verb = token.head
    if token.dep_ == "nsubj" and verb.lower_ in BEING and "clause" in cue.takes:
        said = next((c for c in verb.rights if c.dep_ in ("ccomp", "advcl") and c.left_edge.lower_ == "that"), None)
        if said is not None:
            return "clause", noun_source(token), [subtree(said)]
    return None


def _holder(token, child):
    """Whoever says or thinks what a noun stands for: of "a critic of the plan", the critic."""
    if token.lower_ in HOLDERS and token.dep_ != "attr":
        return whole_phrase(token, until=child.i)
    return noun_source(token, child)


def _behind(token):
    """Clauses right behind a noun that the parser hangs on the verb before it: "made a promise to go"."""
    if token.head.i >= token.i or token.head.tag_[0] != "V":
        return []
    return [c for c in token.head.rights if c.left_edge.i == token.i + 1 and c.dep_ in ("ccomp", "advcl", "xcomp")]


def _noun_content(child, takes):
    if child.dep_ == "ccomp" and "clause" in takes and child.head.i < child.left_edge.i - 1:
        return "clause", child
    if child.dep_ in ("acl", "ccomp", "relcl") and "clause" in takes and child.left_edge.lower_ in NOUN_CLAUSES:
        return "clause", child
    to = "infinitive" in takes and is_infinitive(child)
    if to and child.dep_ in ("acl", "xcomp", "relcl", "advcl"):
        return "infinitive", child
    inside = governed(child) if child.dep_ == "prep" and child.lower_ in takes else None
    return ("prep", inside) if inside is not None and inside.lower_ not in TIMES else ("", None)


def read_adjective(token, cue):
    """A state of mind with its content: "confident that ...", "opposed to ..."."""
    if token.tag_[0] not in "JV":
        return None
    for c in [*token.rights, *_behind(token)]:
        form, content = _adjective_content(c, cue.takes)
        if form:
            return form, _who_feels(token), [subtree(content)]
    return None


def _who_feels(token):
    """Whoever is confident, or makes clear; nobody in "it is clear that ..."."""
    if token.dep_ == "amod":
        return None
    source = subject_of(token if token.dep_ == "conj" else token.head)
    nobody = source is not None and token.head.lower_ in BEING and token.doc[source[0]].lower_ in ("it", "what")
    return None if nobody else source


def _adjective_content(child, takes):
    asked = child.dep_ == "advcl" and child.left_edge.lower_ in NOUN_CLAUSES
    if (child.dep_ == "ccomp" or asked) and "clause" in takes:
        return "clause", child
    if child.dep_ == "xcomp" and "infinitive" in takes:
        return "infinitive", child
    inside = governed(child) if child.dep_ == "prep" and child.lower_ in takes else None
    return ("prep", inside) if inside is not None else ("", None)


def read_according(token, cue):
    to = next((c for c in token.rights if c.lower_ == "to"), None)
    name = next((p for p in to.children if p.dep_ == "pobj"), None) if to is not None else None
    if name is None:
        return None
    source = whole_phrase(name)
    start, end = _told(token, source[1])
    low, high = token.i, source[1]
    return "according", source, [p for p in ((start, low), (high, end)) if p[0] < p[1]]


def _told(token, behind):
    """What "according to" tells of: what dashes or brackets hold it with, its that-clause, else its sentence."""
    doc, start, end = token.doc, token.sent.start, token.sent.end
    opening = next((t for t in reversed(doc[start : token.i]) if t.text in PAIRED), None)
    closing = next((t for t in doc[behind:end] if t.text in PAIRED), None)
    if opening is not None and closing is not None and closing.text == PAIRED[opening.text]:
        return opening.i + 1, closing.i
    clause = token.head
    that = next((c for c in clause.lefts if c.lower_ == "that" and c.dep_ == "mark"), None)
    if clause.dep_ == "ccomp" and that is not None:
        return that.i + 1, clause.right_edge.i + 1
    return start, end


def read_poll(token, cue):
    """A finding with the poll that it comes from: "in a poll, ..."."""
    prep = token.head
    if token.dep_ != "pobj" or prep.lower_ != "in" or prep.head.tag_[0] != "V":
        return None
    verb = prep.head
    source, end = whole_phrase(token), verb.right_edge.i + 1
    parts = [(verb.left_edge.i, prep.i), (source[1], end)]
    return "according", source, [p for p in parts if p[0] < p[1]]
