"""What nouns and adjectives of saying or thinking govern, "according to" and polls: see its YAML rows.

Each construction takes a `Cued` and returns a `Reading`, or None where it is not there.
"""

from mediaframes.annotate.attribution.readings import Reading
from mediaframes.annotate.attribution.sources import noun_source, subject_of
from mediaframes.annotate.syntax.nounphrases import governed, is_time, subtree, whole_phrase
from mediaframes.annotate.syntax.predicates import is_infinitive, own_subjects
from mediaframes.codebook.english import words

# Marks that hold an insertion, with the ones that close it.
PAIRED = {"(": ")", ")": "", "–": "–", "—": "—", "--": "--", "-": "-"}
CLAUSES = ("ccomp", "advcl", "xcomp")


def claim_that(cue):
    token = cue.token
    for child in [*token.rights, *_behind(token)] if token.tag_[0] == "N" else ():
        form, content = _noun_content(child, cue.takes)
        if form:
            return Reading(form, _holder(token, child), [subtree(content)])
    return None


def _holder(token, child):
    """Whoever says or thinks what a noun stands for: of "a critic of the plan", the critic."""
    if token.lemma_ in words("holders") and token.dep_ != "attr":
        return whole_phrase(token, until=child.i)
    return noun_source(token, child)


def _behind(token):
    """Clauses right behind a noun that the parser hangs on the verb before it: "made a promise to go"."""
    if token.head.i >= token.i or token.head.tag_[0] != "V":
        return []
    return [t for t in token.head.rights if t.left_edge.i == token.i + 1 and t.dep_ in CLAUSES]


def _noun_content(child, takes):
    opener = child.left_edge
    only_subject = own_subjects(child) == [opener]  # "a claim that hurt him"
    opened = opener.lower_ in words("clause_openers") and not only_subject
    apart = child.dep_ == "ccomp" and child.head.i < child.left_edge.i - 1
    if "clause" in takes and (apart or (opened and child.dep_ in ("acl", "ccomp", "relcl"))):
        return "clause", child
    if "infinitive" in takes and is_infinitive(child) and child.dep_ in ("acl", "relcl", *CLAUSES):
        return "infinitive", child
    inside = governed(child) if child.dep_ == "prep" and child.lower_ in takes else None
    return ("prep", inside) if inside is not None and not is_time(inside) else ("", None)


def answer_is_that(cue):
    token, verb = cue.token, cue.token.head
    if token.tag_[0] != "N" or token.dep_ != "nsubj" or verb.lemma_ != "be" or "clause" not in cue.takes:
        return None
    said = [t for t in verb.rights if t.dep_ in ("ccomp", "advcl") and t.left_edge.lower_ == "that"]
    return Reading("clause", noun_source(token), [subtree(said[0])]) if said else None


def confident_that(cue):
    token = cue.token
    for child in [*token.rights, *_behind(token)] if token.tag_[0] in "JV" else ():
        form, content = _adjective_content(child, cue.takes)
        if form:
            return Reading(form, _who_feels(token), [subtree(content)])
    return None


def _who_feels(token):
    """Whoever is confident, or makes clear; nobody in "it is clear that ..."."""
    made = token.dep_ == "ccomp" and token.tag_[0] == "J"  # "made it clear", "made themselves clear"
    source = None if token.dep_ == "amod" else (None if made else subject_of(token)) or subject_of(token.head)
    nobody = source is not None and token.head.lemma_ == "be" and token.doc[source[0]].lower_ in ("it", "what")
    return None if nobody else source


def _adjective_content(child, takes):
    asked = child.dep_ == "advcl" and child.left_edge.lower_ in words("clause_openers")
    if (child.dep_ == "ccomp" or asked) and "clause" in takes:
        return "clause", child
    if child.dep_ == "xcomp" and "infinitive" in takes:
        return "infinitive", child
    inside = governed(child) if child.dep_ == "prep" and child.lower_ in takes else None
    return ("prep", inside) if inside is not None else ("", None)


def according_to(cue):
    to = next((t for t in cue.token.rights if t.lower_ == "to"), None)
    name = governed(to) if to is not None else None
    if name is None or name.dep_ != "pobj":
        return None
    source = whole_phrase(name)
    start, end = _told(cue.token, source[1])
    return Reading("according", source, [(start, cue.token.i), (source[1], end)])


def _told(token, behind):
    """What "according to" tells of: what dashes or brackets hold it with, its that-clause, else its sentence."""
    doc, start, end = token.doc, token.sent.start, token.sent.end
    opening = next((t for t in reversed(doc[start : token.i]) if t.text in PAIRED), None)
    closing = next((t for t in doc[behind:end] if t.text in PAIRED), None)
    if opening is not None and closing is not None and closing.text == PAIRED[opening.text]:
        return opening.i + 1, closing.i
    clause = token.head
    that = next((t for t in clause.lefts if t.lower_ == "that" and t.dep_ == "mark"), None)
    if clause.dep_ == "ccomp" and that is not None:
        return that.i + 1, clause.right_edge.i + 1
    return start, end


def in_a_poll(cue):
    link = cue.token.head
    if cue.token.dep_ != "pobj" or link.lower_ != "in" or link.head.tag_[0] != "V":
        return None
    source, verb = whole_phrase(cue.token), link.head
    return Reading("according", source, [(verb.left_edge.i, link.i), (source[1], verb.right_edge.i + 1)])


NOUNS = (claim_that, answer_is_that)
ADJECTIVES = (confident_that,)
REPORTS = {"according": (according_to,), "poll": (in_a_poll,)}
