"""What verbs of saying, thinking or wanting govern, one construction a function: see `attribution/constructions.yaml`.

Each takes a `Cued` verb and returns a `Reading`, or None where the construction is not there.
"""

from mediaframes.annotate.attribution import complements
from mediaframes.annotate.attribution.nouns import claim_that
from mediaframes.annotate.attribution.readings import Reading
from mediaframes.annotate.attribution.sources import verb_source
from mediaframes.annotate.syntax.nounphrases import governed, is_time, subtree, whole_phrase
from mediaframes.annotate.syntax.predicates import FINITE, is_gerund, is_infinitive, own_subjects
from mediaframes.annotate.syntax.subjects import RELATIVES, inverted
from mediaframes.codebook.english import words

OBJECTS = ("dobj", "oprd", "dative", "ccomp", "acomp", "attr")


def _reading(cue, form, parts):
    """The reading of some parts, with its source and, for nouns and infinitives, what else belongs to them."""
    if not parts:
        return None
    if form in ("object", "prep", "infinitive"):
        parts = [*parts, *complements.hung_on_cue(cue.token, parts[-1][1])]
    return Reading(form, None if form == "seeming" else _source(cue), parts)


def _source(cue):
    """Whoever says or thinks: of "voters are convinced", the subject."""
    moved = cue.passive and (cue.lemma in words("convincing") or "moved" in cue.takes)
    return verb_source(cue.token, passive=cue.passive, moved=moved)


def disclosed_findings(cue):
    """Of nouns that are no cues themselves, the participle tells that someone said what they hold."""
    noun = cue.token.head
    found = claim_that(cue._replace(token=noun, takes=frozenset({"clause"})))
    owners = [whole_phrase(t) for t in noun.lefts if t.dep_ == "poss"]
    return found and found._replace(source=owners[0] if owners else None)


def ruling_angers(cue):
    moved = [t for t in cue.token.rights if t.dep_ == "dobj"]
    movers = [t for t in cue.token.lefts if t.dep_ in ("nsubj", "csubj") and t.tag_ not in ("PRP", "WP")]
    if cue.takes != {"moved"} or cue.passive or not moved or not movers:
        return None
    return Reading("object", whole_phrase(moved[0]), [subtree(movers[0])])


def closing_frame(cue):
    spoken = "clause" in cue.takes and not cue.passive
    found = complements.closing_frame(cue.token) if spoken else None
    return Reading("clause", *found) if found else None


def seems(cue):
    if "seeming" not in cue.takes:
        return None
    rest = [t for t in cue.token.rights if t.dep_ in ("xcomp", "acomp", "oprd", "ccomp", "attr", "prep")]
    if not rest or (rest[0].dep_ == "prep" and rest[0].lower_ not in ("like", "as")):
        return None
    subjects = [t for t in own_subjects(cue.token) if t.i < cue.token.i]
    return _reading(cue, "seeming", [*map(subtree, subjects), *map(subtree, rest)])


def angered_by(cue):
    if "moved" not in cue.takes or not cue.passive:
        return None
    phrases = [t for t in cue.token.rights if t.dep_ in ("agent", "prep") and t.lower_ in words("moved_by")]
    return _reading(cue, "object", [subtree(t) for t in map(governed, phrases[:1]) if t is not None])


def what_he_said(cue):
    fronted = [t for t in cue.token.lefts if t.dep_ == "dobj" and t.tag_[0] == "N"]
    behind = any(t.dep_ == "ccomp" for t in cue.token.rights)
    return _reading(cue, "object", [*map(subtree, fronted)]) if "object" in cue.takes and not behind else None


def says_that(cue):
    bare = _bare_infinitives(cue.token)
    clauses = [t for t in cue.token.children if t.dep_ == "ccomp" and t not in bare]
    if "clause" not in cue.takes or not clauses:
        return None
    return _reading(cue, "clause", complements.clauses_of(cue.token, clauses))


def _bare_infinitives(token):
    return [t for t in token.rights if t.dep_ == "ccomp" and (is_infinitive(t) or is_gerund(t))]


def vows_to(cue):
    token = cue.token
    infinitives = [t for t in token.rights if t.dep_ == "xcomp"] + _bare_infinitives(token)
    if not infinitives or "infinitive" not in cue.takes:
        return None
    told = [t for t in token.rights if t.dep_ in ("dobj", "dative") and t.i < infinitives[0].i]
    told += _called_on(token, infinitives[0])
    subject = _passive_subject(token) if cue.passive and "raised" in cue.takes else []
    return _reading(cue, "infinitive", [subtree(t) for t in (*subject, *told, *infinitives)])


def _called_on(token, infinitive):
    """Who is to do what: "called on the mayor to resign"."""
    inside = [governed(t) for t in token.rights if t.dep_ == "prep" and t.lower_ in ("on", "upon", "with")]
    return [t for t in inside if t is not None and t.right_edge.i + 1 == infinitive.left_edge.i]


def _passive_subject(token):
    return [t for t in token.lefts if t.dep_ == "nsubjpass"]


def as_he_said(cue):
    return _reading(cue, "clause", complements.floating(cue.token)) if "clause" in cue.takes else None


def charge_was_denied(cue):
    subject = _passive_subject(cue.token)
    if not cue.passive or not subject or not _takes_object(cue) or cue.lemma in words("convincing"):
        return None
    rest = [t for t in cue.token.rights if t.dep_ in ("prep", "xcomp", "oprd") and not _is_occasion(t)]
    return _reading(cue, "object", [subtree(t) for t in (*subject, *rest)])


def _takes_object(cue):
    """Whether the verb takes an object and is not another verb, as in "called off"."""
    other = any(t.dep_ == "prt" and t.lower_ in words("changing_particles") for t in cue.token.rights)
    return "object" in cue.takes and not other


def denies_charge(cue):
    objects = [t for t in cue.token.rights if t.dep_ in OBJECTS or (t.dep_ == "xcomp" and t.tag_ == "VBG")]
    if not objects or not _takes_object(cue) or inverted(cue.token):
        return None
    rest = [t for t in cue.token.rights if t.dep_ in ("prep", "xcomp") and t.i > objects[0].i and not _is_occasion(t)]
    return _reading(cue, "object", [subtree(t) for t in (*objects, *rest)])


def _is_occasion(preposition):
    """Whether a phrase says when or where it was said: "denied the charge in an interview on Monday"."""
    if preposition.lower_ in ("during", "after", "according"):
        return True
    noun = governed(preposition) if preposition.lower_ in ("on", "in", "at") else None
    return noun is not None and (is_time(noun) or noun.lower_ in words("speech_occasions"))


def charge_he_denied(cue):
    token = cue.token
    if not _takes_object(cue) or token.dep_ not in ("relcl", "acl"):
        return None
    gap = next((t for t in token.lefts if t.dep_ == "dobj"), None)
    if gap is not None:
        return _reading(cue, "object", [subtree(gap)])
    subject = next(iter(own_subjects(token)), None)
    unfilled = subject is not None and subject.tag_ not in RELATIVES and not cue.passive
    if unfilled or (cue.passive and any(t.dep_ == "agent" for t in token.rights)):
        return _reading(cue, "object", [(token.head.left_edge.i, min(token.left_edge.i, token.i))])
    return None


def calls_for(cue):
    token = cue.token
    for link in token.rights:
        if link.dep_ in ("advcl", "ccomp") and link.left_edge.i == token.i + 1 and link.left_edge.lower_ in cue.takes:
            return _reading(cue, "prep", [(token.i + 2, link.right_edge.i + 1)])
        inside = governed(link) if link.dep_ in ("prep", "prt", "agent") and link.lower_ in cue.takes else None
        if inside is None or is_time(inside):
            continue
        judged = _judged(token, link) if link.lower_ in ("as", "for") else []
        return _reading(cue, "object", [*judged, subtree(link)]) if judged else _reading(cue, "prep", [subtree(inside)])
    return None


def _judged(token, preposition):
    """Whom a verb judges, before "as ..." or "for ...": "saw him as a threat", "was hit for his delay"."""
    return [subtree(t) for t in token.children if t.dep_ in ("dobj", "nsubjpass") and t.i < preposition.i]


def speaks_at_length_about(cue):
    for link in cue.token.doc[cue.token.i + 2 : cue.token.i + 8]:
        inside = governed(link) if link.dep_ == "prep" and link.lower_ in cue.takes else None
        if inside is not None and link.lower_ in ("about", "against"):
            return _reading(cue, "prep", [subtree(inside)])
        if inside is not None and link.lower_ == "as" and _judged(cue.token, link):
            return _reading(cue, "object", [*_judged(cue.token, link), subtree(link)])
        if link.text == "," or link.tag_ in FINITE:
            break
    return None


def unlinked_clause(cue):
    spoken = "clause" in cue.takes and not cue.passive
    return _reading(cue, "clause", complements.unlinked(cue.token)) if spoken else None


def quotation_beside(cue):
    """Without content in the sentence: a quotation may be it, but not in the passive ("the book was read")."""
    token = cue.token
    announced = token.dep_ == "advcl" or any(t.lower_ == "it" for t in token.lefts)
    if "clause" not in cue.takes or (cue.passive and not announced):
        return None
    return Reading("bare", verb_source(token, passive=cue.passive), [])


def verb_constructions(token, cue):
    """The constructions to try, in order, for a verb as it stands: none for an auxiliary or a noun."""
    if token.dep_ == "amod" and "clause" in cue.takes:
        return (disclosed_findings,)
    behind = {t.lower_ for t in token.doc[token.i + 1 : token.i + 3]}
    placed = cue.lemma == "put" and not behind & {"it", "that"}  # "put the toll at ten", not "as she put it"
    return () if token.dep_ in ("compound", "aux", "auxpass") or token.tag_[0] != "V" or placed else PLAIN


PLAIN = (
    ruling_angers,
    closing_frame,
    seems,
    angered_by,
    what_he_said,
    says_that,
    vows_to,
    as_he_said,
    charge_was_denied,
    denies_charge,
    charge_he_denied,
    calls_for,
    speaks_at_length_about,
    unlinked_clause,
    quotation_beside,
)
VERB_CONSTRUCTIONS = (disclosed_findings, *PLAIN)
