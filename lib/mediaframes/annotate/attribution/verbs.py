"""What a verb of saying, thinking or wanting governs: clauses, infinitives, objects, prepositions."""

from mediaframes.annotate.attribution.complements import clauses_of, closing_frame, floating, hung_on_cue, unlinked
from mediaframes.annotate.attribution.nouns import read_noun
from mediaframes.annotate.attribution.sources import QUOTES, TIMES, subject_of, verb_source
from mediaframes.annotate.syntax.nounphrases import governed, subtree, whole_phrase
from mediaframes.annotate.syntax.predicates import FINITE, is_gerund, is_infinitive, is_passive

__all__ = ["read_verb"]

# "Voters are convinced that ...": whom it happens to thinks so.
MOVED = frozenset("convince persuade satisfy worry concern reassure inspire quote".split())
# "as she put it" tells of speech, "they put the toll at ten" does not.
PUTTING = frozenset({"put", "puts", "putting"})
# "called off", "ruled in": with one of these it is another verb.
OTHER_VERBS = frozenset({"off", "up", "in", "on", "over", "away"})
MOVERS = frozenset("by at about over with".split())
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OBJECTS = ("dobj", "oprd", "dative", "ccomp", "acomp", "attr")
OCCASIONS = frozenset(
    """
    interview interviews speech speeches statement statements tweet tweets debate rally rallies email letter post
    posts conference convention hearing meeting briefing event address memo article appearance forum remarks twitter
    facebook television tv radio call
    """.split()
)
# Far from their verb, only these are taken for its prepositions.
TALKED_OF = frozenset({"about", "against"})
# "saw the deal as a trap", "hit him for his silence": the noun before these belongs to the content.
JUDGING = frozenset({"as", "for"})


def read_verb(token, cue):
    if token.dep_ in ("amod", "compound", "nmod", "advmod") and token.tag_ in FINITE:
        return _misread(token, cue)
    if token.dep_ == "amod" and "clause" in cue.takes:
        return read_noun(token.head, cue._replace(takes=frozenset({"clause"})))
    if token.dep_ in ("compound", "aux", "auxpass") or token.tag_[0] != "V":
        return None
    if token.lower_ in PUTTING and not any(t.lower_ in ("it", "that") for t in token.doc[token.i + 1 : token.i + 3]):
        return None
    if "back" in cue.takes:
        back = any(t.lower_ == "back" for t in token.doc[token.i + 1 : token.i + 3])
        cue = cue._replace(takes=cue.takes - {"back"} | ({"clause"} if back else set()))
    passive = is_passive(token)
    if "moved" in cue.takes and not passive and len(cue.takes) == 1:
        moved, mover = _mover(token)
        return ("object", whole_phrase(moved), [subtree(mover)]) if moved is not None else None
    framed = closing_frame(token) if "clause" in cue.takes and not passive else None
    if framed is not None:
        return framed
    form, parts = _verb_content(token, cue.takes, passive)
    if form in ("object", "prep", "infinitive"):
        parts = [*parts, *hung_on_cue(token, parts[-1][1])]
    if not parts and "clause" in cue.takes and not passive:
        form, parts = "clause", unlinked(token)
    if not parts:
        return (
            ("bare", verb_source(token, passive), ()) if "clause" in cue.takes and _may_quote(token, passive) else None
        )
    return form, None if form == "seeming" else _source(token, cue, passive), parts


def _may_quote(token, passive):
    """Whether a quotation may be the content: not in the passive ("the book was read"), but in "it was announced"."""
    return not passive or token.dep_ == "advcl" or any(c.lower_ == "it" for c in token.lefts)


def _source(token, cue, passive):
    """Whoever says or thinks: of "voters are convinced", the subject."""
    moved = passive and (cue.lemma in MOVED or "moved" in cue.takes)
    return (subject_of(token) if moved else None) or verb_source(token, passive)


def _misread(token, cue):
    """A finite verb that the parser took for an adjective: source before it, content behind it."""
    doc, i = token.doc, token.i
    if i == 0 or i + 1 >= len(doc) or doc[i - 1].tag_[0] not in "NPR,W" or not {"clause", "object"} & cue.takes:
        return None
    first = next((t.i for t in doc[:i] if t.tag_[0] in "NPW"), None)
    if first is None or not (doc[i + 1].is_alpha or doc[i + 1].text in QUOTES):
        return None
    commas = (t.i for t in doc[i + 1 : -1] if t.text == "," and doc[t.i + 1].tag_ == "VBG")
    stop = next(commas, len(doc))
    return "clause" if "clause" in cue.takes else "object", (doc[first].left_edge.i, i), [(i + 1, stop)]


def _verb_content(token, takes, passive):
    """The form of the complement and its token ranges."""
    children = list(token.children)
    if "seeming" in takes:
        return _seeming(token, children)
    if "moved" in takes and passive:
        return _moved_by(token)
    clauses = [c for c in children if c.dep_ == "ccomp"]
    fronted = [c for c in token.lefts if c.dep_ == "dobj" and c.tag_[0] == "N"]
    if fronted and "object" in takes and all(c.i < token.i for c in clauses):
        return "object", [*map(subtree, fronted)]
    bare = [c for c in clauses if c.i > token.i and (is_infinitive(c) or is_gerund(c))]
    if "clause" in takes and len(clauses) > len(bare):
        return "clause", clauses_of(token, [c for c in clauses if c not in bare])
    if "infinitive" in takes or "clause" in takes:
        infinitives = [c for c in children if c.dep_ == "xcomp" and c.i > token.i] + bare
        if infinitives and "infinitive" in takes:
            objects = [c for c in token.rights if c.dep_ in ("dobj", "dative") and c.i < infinitives[0].i]
            objects += _called_on(token, infinitives[0])
            subject = passive_subject(token) if passive and "raised" in takes else []
            return "infinitive", [*subject, *map(subtree, objects), *map(subtree, infinitives)]
    if "clause" in takes:
        around = floating(token)
        if around:
            return "clause", around
    return _nominal_content(token, takes, passive, children)


def passive_subject(token):
    return [subtree(c) for c in token.lefts if c.dep_ == "nsubjpass"]


def _called_on(token, infinitive):
    """Who is to do what: "called on the mayor to resign"."""
    inside = [governed(c) for c in token.rights if c.dep_ == "prep" and c.lower_ in ("on", "upon", "with")]
    return [p for p in inside if p is not None and p.right_edge.i + 1 == infinitive.left_edge.i]


def _moved_by(token):
    """What moves someone: "was angered by ...", "alarmed at ..."."""
    inside = [governed(c) for c in token.rights if c.dep_ in ("agent", "prep") and c.lower_ in MOVERS]
    return ("object", [subtree(p) for p in inside[:1]]) if inside and inside[0] is not None else ("", [])


def _mover(token):
    """What moves someone, as the subject: "the ruling angered ..."; nothing if nobody is moved."""
    moved = [c for c in token.rights if c.dep_ == "dobj"]
    movers = [c for c in token.lefts if c.dep_ in ("nsubj", "csubj") and c.tag_ not in ("PRP", "WP")]
    return (moved[0], movers[0]) if moved and movers else (None, None)


def _seeming(token, children):
    subjects = [c for c in children if c.dep_ in ("nsubj", "csubj") and c.i < token.i and c.tag_ != "EX"]
    rest = [c for c in token.rights if c.dep_ in ("xcomp", "acomp", "oprd", "ccomp", "attr", "prep")]
    if not rest or (rest[0].dep_ == "prep" and rest[0].lower_ not in ("like", "as")):
        return "", []
    return "seeming", [*map(subtree, subjects), *map(subtree, rest)]


def _nominal_content(token, takes, passive, children):
    if any(c.dep_ == "prt" and c.lower_ in OTHER_VERBS for c in token.rights):
        takes = takes - {"object"}
    if passive and "object" in takes:
        subject = passive_subject(token)
        if subject:
            rest = [c for c in token.rights if c.dep_ in ("prep", "xcomp", "oprd") and not _is_occasion(c)]
            return "object", [*subject, *map(subtree, rest)]
    if "object" in takes:
        objects = [c for c in token.rights if c.dep_ in OBJECTS or (c.dep_ == "xcomp" and c.tag_ == "VBG")]
        if objects:
            rest = [c for c in token.rights if c.dep_ in ("prep", "xcomp") and c.i > objects[0].i]
            rest = [c for c in rest if not _is_occasion(c)]
            return "object", [*map(subtree, objects), *map(subtree, rest)]
    if "object" in takes and token.dep_ in ("relcl", "acl"):
        named = _named_before(token, passive)
        if named:
            return "object", named
    for c in token.rights:
        if c.dep_ in ("advcl", "ccomp") and c.left_edge.i == token.i + 1 and c.left_edge.lower_ in takes:
            return "prep", [(token.i + 2, c.right_edge.i + 1)]
        if c.dep_ in ("prep", "prt", "agent") and c.lower_ in takes:
            inside = governed(c)
            if inside is not None and inside.lower_ in TIMES:
                continue
            judged = _judged(token, c) if inside is not None and c.lower_ in JUDGING else []
            if judged:
                return "object", [*judged, subtree(c)]
            if inside is not None:
                return "prep", [subtree(inside)]
    for t in token.doc[token.i + 2 : token.i + 8]:
        if t.dep_ == "prep" and t.lower_ in takes and governed(t) is not None:
            if t.lower_ in TALKED_OF:
                return "prep", [subtree(governed(t))]
            if t.lower_ == "as" and _judged(token, t):
                return "object", [*_judged(token, t), subtree(t)]
        if t.text == "," or t.tag_ in FINITE:
            break
    return "", []


def _is_occasion(preposition):
    """Whether a phrase says when or where it was said: "denied the charge in an interview on Monday"."""
    if preposition.lower_ in ("during", "after", "according"):
        return True
    noun = governed(preposition) if preposition.lower_ in ("on", "in", "at") else None
    return noun is not None and (noun.lower_ in TIMES or noun.lower_ in OCCASIONS)


def _judged(token, preposition):
    """Whom a verb judges, before "as ..." or "for ...": "saw him as a threat", "was hit for his delay"."""
    return [subtree(c) for c in token.children if c.dep_ in ("dobj", "nsubjpass") and c.i < preposition.i]


def _named_before(token, passive):
    """The noun that a relative clause is about: "the plan (that) he rejected", "a charge denied by him"."""
    gap = next((c for c in token.lefts if c.dep_ == "dobj"), None)
    if gap is not None:
        return [subtree(gap)]
    subject = next((c for c in token.lefts if c.dep_ in SUBJECTS), None)
    open_object = subject is not None and subject.tag_ not in ("WP", "WDT") and not passive
    if open_object or (passive and any(c.dep_ == "agent" for c in token.rights)):
        return [(token.head.left_edge.i, min(token.left_edge.i, token.i))]
    return []
