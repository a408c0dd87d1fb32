"""Cues that the parser takes for a noun, an adjective or part of a name: see their rows in the YAML file.

Each takes the Doc, the cues and the tokens outside quotations, and yields (token, cue, `Reading`).
"""

from mediaframes.annotate.attribution.readings import Reading
from mediaframes.annotate.syntax.predicates import FINITE

SPOKEN = {"clause", "object"}
NOMINAL = "NJDPC"
# More words around a quotation hold more than who speaks, when and where.
FRAME_WORDS = 14


def records_show(doc, cues, free):
    """A verb at the end, behind its subject and a comma."""
    last = next((t for t in reversed(doc) if t.is_alpha), None)
    cue = cues.lookup(last.lower_, "VB") if last is not None and last.tag_ in ("NN", "NNS") else None
    comma = next((t.i for t in reversed(doc[: last.i]) if t.text == ","), 0) if cue else 0
    subject = doc[comma + 1 : last.i] if comma else ()
    if not subject or "clause" not in cue.takes or last not in free or subject[-1].tag_ not in ("NNS", "NNPS"):
        return
    if all(t.tag_[0] in NOMINAL for t in subject) and any(t.tag_ in FINITE for t in doc[:comma]):
        yield last, cue, Reading("clause", (comma + 1, last.i), [(0, comma)])


def none_thought_it_likely(doc, cues, free):
    """A finite verb that is taken for an adjective: its source stands before it, its content behind it."""
    for token in free:
        if token.dep_ not in ("amod", "compound", "nmod", "advmod") or token.tag_ not in FINITE:
            continue
        cue, i = cues.lookup(token.lower_, token.tag_), token.i
        if cue is None or not SPOKEN & cue.takes or not 0 < i < len(doc) - 1 or doc[i - 1].tag_[0] not in "NPR,W":
            continue
        first = next((t.i for t in doc[:i] if t.tag_[0] in "NPW"), None)
        told_already = any(t.tag_ in FINITE and t.dep_ not in ("relcl", "acl") for t in doc[:i])
        if first is not None and not told_already and (doc[i + 1].is_alpha or doc[i + 1].is_quote):
            stop = next((t.i for t in doc[i + 1 : -1] if t.text == "," and t.nbor().tag_ == "VBG"), len(doc))
            form = "clause" if "clause" in cue.takes else "object"
            yield token, cue, Reading(form, (doc[first].left_edge.i, i), [(i + 1, stop)])


def plain_frame(doc, cues, free):
    """A verb right beside a quotation, which frames it with a name: '"…," the paper tweeted.'"""
    for run in _runs(doc, free):
        words = [t for t in run if not t.is_punct]
        for at in (len(words) - 1, 0) if 1 < len(words) <= FRAME_WORDS else ():
            others = words[:at] or words[1:]
            cue = cues.lookup(words[at].lower_, "VBD") if words[at].tag_ != "VBG" else None
            beside = words[at].i == 0 or words[at].nbor(-1).text != "-"  # not "a self-described 'rebel'"
            if cue is not None and beside and "clause" in cue.takes and _is_name(others):
                yield words[at], cue, Reading("bare", (others[0].i, others[-1].i + 1), [])
                break


def _runs(doc, free):
    """The stretches of tokens outside quotations that a quotation follows or precedes, marks and spaces left out."""
    run, inside = [], {t.i for t in free}
    for token in doc:
        if token.i in inside and not token.is_quote:
            run.append(token)
        else:
            yield run
            run = []
    # A word of a sentence that is quoted is followed by no comma: "called to 'reopen' the United States".
    yield run if run and run[0].i > 1 and doc[run[0].i - 2].is_punct else []


def _is_name(tokens):
    return all(t.tag_[0] in NOMINAL for t in tokens) and tokens[-1].tag_[0] in "NPC"


ALWAYS = (records_show, none_thought_it_likely)
