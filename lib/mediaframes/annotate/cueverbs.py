"""What a verb of saying, thinking or wanting governs: clauses, infinitives, objects, prepositions."""

from mediaframes.annotate.cuesources import (
    FINITE,
    QUOTES,
    SUBJECTS,
    governed,
    has_own_subject,
    is_finite,
    is_infinitive,
    noun_phrase,
    subtree,
    verb_source,
)

__all__ = ["read_verb"]

GOING_ON = frozenset("because if while although though unless given since as when even until".split())
INDIRECT = frozenset({"if", "whether", "how", "why", "what", "where", "when", "who"})
# "Voters are convinced that ...": whom it happens to thinks so.
MOVED = frozenset("convince persuade satisfy worry concern reassure inspire".split())
HAVING = frozenset("has have had having ’ve 've ’d 'd ’s 's".split())
# "called off", "ruled in": with one of these it is another verb.
OTHER_VERBS = frozenset({"off", "up", "in", "on", "over", "away"})
MOVERS = frozenset("by at about over with".split())
# With these a clause behind the participle does not make it active: "voters told that ...".
TOLD = frozenset("told informed assured convinced persuaded reminded warned advised notified asked taught".split())
OBJECTS = ("dobj", "oprd", "dative", "ccomp", "acomp", "attr")
# What a verb takes that "back" makes an answer.
ANSWERING = frozenset("clause at against on".split())
TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow morning afternoon evening night day days week weeks
    month months year years time times
    """.split()
)
# Far from their verb, only these are taken for its prepositions.
TALKED_OF = frozenset({"about", "against"})
# "saw the deal as a trap", "hit him for his silence": the noun before these belongs to the content.
JUDGING = frozenset({"as", "for"})


def read_verb(token, cue):
    if token.dep_ in ("amod", "compound", "nmod", "advmod") and token.tag_ in FINITE:
        return _misread(token, cue)
    if token.dep_ in ("compound", "aux", "auxpass") or token.tag_[0] != "V":
        return None
    if "back" in cue.takes:
        back = any(t.lower_ == "back" for t in token.doc[token.i + 1 : token.i + 3])
        cue = cue._replace(takes=ANSWERING if back else cue.takes - {"back"})
    passive = _is_passive(token)
    if "moved" in cue.takes and not passive and len(cue.takes) == 1:
        moved, mover = _mover(token)
        return ("object", noun_phrase(moved), [subtree(mover)]) if moved is not None else None
    form, parts = _verb_content(token, cue.takes, passive)
    if form in ("object", "prep", "infinitive"):
        parts = [*parts, *_hung_on_cue(token, parts[-1][1])]
    if not parts and "clause" in cue.takes and not passive:
        form, parts = "clause", _unlinked(token)
    if not parts:
        return ("bare", verb_source(token, passive), ()) if "clause" in cue.takes else None
    return form, None if form == "seeming" else _source(token, cue, passive), parts


def _source(token, cue, passive):
    """Whoever says or thinks: of "voters are convinced", the subject."""
    moved = [c for c in token.lefts if c.dep_ == "nsubjpass"] if passive and (cue.lemma in MOVED or "moved" in cue.takes) else []
    return noun_phrase(moved[0]) if moved else verb_source(token, passive)


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


def _is_passive(token):
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in token.children):
        return not _has_said(token)
    if token.tag_ != "VBN" or token.dep_ not in ("acl", "advcl") or any(c.lower_ in HAVING for c in token.lefts):
        return False
    if token.lower_ not in TOLD and any(c.dep_ == "ccomp" for c in token.rights):
        return False
    return not any(c.dep_ == "dobj" for c in token.rights)


def _has_said(token):
    """Whether "'s" before a participle is "has": "she's said that ...", not "it's said that ..."."""
    clitic = any(c.dep_ == "auxpass" and c.lower_ in ("'s", "’s") for c in token.lefts)
    subject = next((c for c in token.lefts if c.dep_ in SUBJECTS), None)
    named = subject is not None and subject.lower_ not in ("it", "what", "that", "this")
    return clitic and named and any(c.dep_ in ("ccomp", "dobj") for c in token.rights)


def _verb_content(token, takes, passive):
    """The form of the complement and its token ranges."""
    children = list(token.children)
    if "seeming" in takes:
        return _seeming(token, children)
    if "moved" in takes and passive:
        return _moved_by(token)
    clauses = [c for c in children if c.dep_ == "ccomp"]
    bare = [c for c in clauses if c.i > token.i and is_infinitive(c)]
    if "clause" in takes and len(clauses) > len(bare):
        return "clause", _clauses(token, [c for c in clauses if c not in bare])
    if "infinitive" in takes or "clause" in takes:
        infinitives = [c for c in children if c.dep_ == "xcomp" and c.i > token.i] + bare
        if infinitives and "infinitive" in takes:
            objects = [c for c in token.rights if c.dep_ in ("dobj", "dative") and c.i < infinitives[0].i]
            objects += _called_on(token, infinitives[0])
            subject = _passive_subject(token) if passive and "raised" in takes else []
            return "infinitive", [*subject, *map(subtree, objects), *map(subtree, infinitives)]
    if "clause" in takes:
        floating = _floating(token)
        if floating:
            return "clause", floating
    return _nominal_content(token, takes, passive, children)


def _called_on(token, infinitive):
    """Who is to do what: "called on the mayor to resign"."""
    inside = [governed(c) for c in token.rights if c.dep_ == "prep" and c.lower_ in ("on", "upon", "with")]
    return [p for p in inside if p is not None and p.right_edge.i + 1 == infinitive.left_edge.i]


def _unlinked(token):
    """Content that the parser did not link to its cue: behind "that" or "whether", or before ", he said."."""
    doc, last = token.doc, len(token.doc)
    for t in doc[token.i + 1 : token.i + 13]:
        if t.lower_ == "that" and t.tag_ in ("IN", "WDT") and t.i + 1 < last and doc[t.i + 1].tag_[0] not in "VM":
            return [(t.i, last)]
        if t.text == "," or t.tag_ in FINITE:
            break
    if token.i + 1 < last and doc[token.i + 1].lower_ in INDIRECT:
        stop = next((t.i for t in doc[token.i + 2 :] if t.text == ","), last)
        return [(token.i + 1, stop)]
    return _before_frame(token)


def _before_frame(token):
    """All that stands before ", he said" or ", said the minister" at the end of a sentence."""
    doc, start = token.doc, token.sent.start
    subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return []
    low = min(subject.left_edge.i, token.i)
    if low < start + 2:
        start = 0
    if low < start + 2 or doc[low - 1].text != ",":
        return []
    behind = doc[max(token.i, subject.right_edge.i) + 1 :]
    return [] if any(t.tag_[0] in "NVPU" and t.text != "." for t in behind) else [(start, low)]


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
        subject = _passive_subject(token)
        if subject:
            rest = [c for c in token.rights if c.dep_ in ("prep", "xcomp", "oprd") and c.dep_ != "agent"]
            return "object", [*subject, *map(subtree, rest)]
    if "object" in takes:
        objects = [c for c in token.rights if c.dep_ in OBJECTS or (c.dep_ == "xcomp" and c.tag_ == "VBG")]
        if objects:
            rest = [c for c in token.rights if c.dep_ in ("prep", "xcomp") and c.i > objects[0].i]
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
            if t.lower_ == "as" and passive and _passive_subject(token):
                return "object", [*_passive_subject(token), subtree(t)]
        if t.text == "," or t.tag_ in FINITE:
            break
    return "", []


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


def _passive_subject(token):
    return [subtree(c) for c in token.lefts if c.dep_ == "nsubjpass"]


def _clauses(token, clauses):
    """Token ranges of clausal complements; of one that stands before the cue, with what surrounds the cue."""
    after = [c for c in clauses if c.i > token.i]
    before = [c for c in clauses if c.i < token.i]
    if before and not any(_follows_at_once(token, c) for c in after):
        return _around(token, token.left_edge.i)
    parts = [(max(c.left_edge.i, token.i + 1), c.right_edge.i + 1) for c in after]
    if after and any(c.dep_ == "dobj" for c in token.rights) and _lacks_subject(after[0]):
        parts[0] = (token.i + 1, parts[0][1])
    return [*parts, *_going_on(token, parts[-1][1])] if parts else []


def _lacks_subject(clause):
    """Whether a clause goes without a subject that it must have: the parser took that for an object of the cue."""
    return is_finite(clause) and not has_own_subject(clause)


def _follows_at_once(token, clause):
    """Whether a complement opens with "that" or stands right behind its cue, no comma between."""
    first = clause.left_edge
    if first.lower_ in ("that", "whether", "if"):
        return True
    between = token.doc[token.i + 1 : max(first.i, token.i + 1)]
    return not any(t.text in (",", "``", "''") or t.text in QUOTES for t in between)


def _going_on(token, end):
    """What goes on with the content behind its clause, though the parser hangs it on the cue."""
    doc, parts = token.doc, []
    for c in token.rights:
        if c.left_edge.i < end:
            continue
        marked = c.dep_ == "advcl" and any(m.lower_ in GOING_ON for m in c.lefts if m.dep_ in ("mark", "advmod"))
        joined = c.dep_ == "conj" and has_own_subject(c) and doc[c.left_edge.i - 1].lower_ in ("but", "and", "or")
        if c.dep_ == "punct" or c.dep_ == "cc":
            continue
        if not (marked or joined):
            break
        parts.append((end, c.right_edge.i + 1))
        end = c.right_edge.i + 1
    return parts


def _hung_on_cue(token, end):
    """What belongs to the last noun of the content though the parser hangs it on the cue."""
    parts, doc, end = [], token.doc, max(end, token.i + 1)
    for c in token.rights:
        start = c.left_edge.i
        if start < end or c.dep_ in ("punct", "cc"):
            continue
        comma = doc[start - 1].text in (",", ";", "--", "—", "–")
        if c.dep_ == "advcl":
            first = next((m.lower_ for m in c.lefts if m.dep_ in ("mark", "advmod")), "")
            belongs = not comma and (first in ("if", "whether") or (not first and c.tag_ in ("VB", "VBG")))
        else:
            belongs = (c.dep_ == "conj" and c.tag_[0] in "NP") or (c.dep_ == "prep" and c.lower_ == "as")
        if not belongs:
            break
        parts.append((end, c.right_edge.i + 1))
        end = c.right_edge.i + 1
    return parts


def _around(token, start):
    """All of a clause but its cue, the subject of the cue and what hangs on the cue ("A, he said on Monday, B")."""
    subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
    low = high = token.i
    for c in token.lefts:
        if c is not subject and c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i > token.i - 4:
            low = min(low, c.left_edge.i)
    if subject is not None and subject.i < token.i:
        low = min(low, subject.left_edge.i)
    elif subject is not None:
        high = subject.right_edge.i
    parts = [(start, low)]
    end = token.right_edge.i + 1
    for c in token.rights:
        if c.i <= high:
            continue
        if c.dep_ in ("ccomp", "conj", "dep", "parataxis", "acomp", "attr") and has_own_subject(c):
            parts.append((max(c.left_edge.i, high + 1), end))
            break
        high = c.right_edge.i
    return [p for p in parts if p[0] < p[1]]


def _between_commas(token):
    """Whether a cue with its subject stands between commas, before the verb it is taken for a complement of."""
    subject = next((c for c in token.lefts if c.dep_ in SUBJECTS), None)
    if token.dep_ != "ccomp" or token.head.i < token.i or subject is None:
        return False
    behind = token.right_edge.i + 1
    low = min(subject.left_edge.i, token.i)
    closed = token.doc[behind - 1].text == "," or (behind < token.head.i and token.doc[behind].text == ",")
    return closed and low > 0 and token.doc[low - 1].text == ","


def _floating(token):
    """Content of a cue that hangs on its content ("A, he said, B"; "as he said, A"; "as reported by him, A")."""
    head, children = token.head, list(token.children)
    if head.i == token.i or not any(c.dep_ in SUBJECTS or c.dep_ == "agent" for c in children):
        return []
    as_said = token.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in children)
    as_said = as_said and not any(c.dep_ in ("dobj", "oprd") for c in children)
    if token.dep_ != "parataxis" and not as_said and not _between_commas(token):
        return []
    start, end = subtree(head)
    low, high = token.left_edge.i, token.right_edge.i + 1
    if token.dep_ == "ccomp":
        low = min(token.i, *(c.left_edge.i for c in token.lefts if c.dep_ in SUBJECTS))
    return [p for p in ((start, low), (high, end)) if p[0] < p[1]]
