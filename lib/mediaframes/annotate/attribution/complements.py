"""Where the clause that a verb of saying governs stands: behind the cue, before it, or around it."""

from mediaframes.annotate.syntax.nounphrases import is_time, subtree
from mediaframes.annotate.syntax.predicates import FINITE, SUBJECTS, has_subject, is_finite, own_subjects
from mediaframes.annotate.syntax.subjects import is_misjoined
from mediaframes.codebook.english import words


def clauses_of(token, clauses):
    """Token ranges of clausal complements; of one that stands before the cue, with what surrounds the cue."""
    after = [c for c in clauses if c.i > token.i]
    after = [c for c in after if c == after[0] or not _says_more(c)]
    before = [c for c in clauses if c.i < token.i]
    if before and not any(_follows_at_once(token, c) for c in after):
        return _around(token, token.left_edge.i)
    parts = [(max(c.left_edge.i, token.i + 1), _end_of(c)) for c in after]
    if after and any(c.dep_ == "dobj" for c in token.rights) and _lacks_subject(after[0]):
        parts[0] = (token.i + 1, parts[0][1])
    return [*parts, *_going_on(token, parts[-1][1])] if parts else []


def _end_of(clause):
    """Where a clause ends: before the next deed of who says it ("said it would close and accused the state")."""
    other = next((c for c in clause.rights if c.dep_ == "conj" and is_misjoined(c)), None)
    joint = next((c for c in clause.rights if c.dep_ == "cc" and (other is not None or c == clause.right_edge)), None)
    return joint.i if joint is not None else clause.right_edge.i + 1


def _says_more(clause):
    """Whether a clause is what the speaker did next: "... but added that ..."."""
    return _lacks_subject(clause) and any(t.dep_ == "ccomp" for t in clause.rights)


def _lacks_subject(clause):
    """Whether a clause goes without a subject that it must have: the parser took that for an object of the cue."""
    return is_finite(clause) and not has_subject(clause)


def _follows_at_once(token, clause):
    """Whether a complement opens with "that" or stands right behind its cue, no comma between."""
    first = clause.left_edge
    if first.lower_ in words("clause_openers"):
        return True
    between = token.doc[token.i + 1 : max(first.i, token.i + 1)]
    return not any(t.text == "," or t.is_quote for t in between)


def _going_on(token, end):
    """What goes on with the content behind its clause, though the parser hangs it on the cue."""
    doc, parts = token.doc, []
    for c in token.rights:
        if c.left_edge.i < end:
            continue
        marked = c.dep_ == "advcl" and any(
            m.lower_ in words("conjunctions") for m in c.lefts if m.dep_ in ("mark", "advmod")
        )
        joined = c.dep_ == "conj" and has_subject(c) and doc[c.left_edge.i - 1].lower_ in ("but", "and", "or")
        if c.dep_ == "punct" or c.dep_ == "cc":
            continue
        if not (marked or joined):
            break
        parts.append((end, c.right_edge.i + 1))
        end = c.right_edge.i + 1
    return parts


def hung_on_cue(token, end):
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
    subject = next(iter(own_subjects(token)), None)
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
        if c.dep_ in ("ccomp", "conj", "dep", "parataxis", "acomp", "attr") and has_subject(c):
            parts.append((max(c.left_edge.i, high + 1), end))
            break
        high = c.right_edge.i
    return [p for p in parts if p[0] < p[1]]


def floating(token):
    """Content of a cue that hangs on its content ("A, he said, B"; "as he said, A"; "as reported by him, A")."""
    head, children = token.head, list(token.children)
    if head.i == token.i or not any(c.dep_ in (*SUBJECTS, "agent") for c in children):
        return []
    as_said = token.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in children)
    as_said = as_said and not any(c.dep_ in ("dobj", "oprd") and c.lower_ != "it" for c in children)
    if token.dep_ != "parataxis" and not as_said and not _between_commas(token):
        return []
    start, end = subtree(head)
    low, high = token.left_edge.i, token.right_edge.i + 1
    if token.dep_ in ("ccomp", "advcl") and not as_said:
        low = min(token.i, *(c.left_edge.i for c in token.lefts if c.dep_ in SUBJECTS))
    return [p for p in ((start, low), (high, end)) if p[0] < p[1]]


def _between_commas(token):
    """Whether a cue with its subject stands between commas, before the verb it is taken for a complement of."""
    subject = next((t for t in own_subjects(token) if t.i < token.i), None)
    marked = any(c.dep_ == "mark" for c in token.lefts)
    if token.dep_ not in ("ccomp", "advcl") or marked or token.head.i < token.i or subject is None:
        return False
    behind = token.right_edge.i + 1
    low = min(subject.left_edge.i, token.i)
    closed = token.doc[behind - 1].text == "," or (behind < token.head.i and token.doc[behind].text == ",")
    return closed and low > 0 and token.doc[low - 1].text == ","


def closing_frame(token):
    """Source and content of "A, residents and officials said on Monday." if the parser took those for part of A."""
    doc, i = token.doc, token.i
    comma = next((t.i for t in reversed(doc[:i]) if t.text == ","), 0)
    speakers = doc[comma + 1 : i] if comma else ()
    if not speakers or token.tag_ not in FINITE or own_subjects(token):
        return None
    nominal = all(t.tag_[0] in "NJDCP" for t in speakers) and speakers[-1].tag_[0] in "NP"
    done = all(t.tag_[0] not in "NVP" or is_time(t) or t.tag_ == "." for t in doc[i + 1 :])
    if not nominal or not done or not any(t.tag_ in FINITE for t in doc[:comma]):
        return None
    return (comma + 1, i), [(0, comma)]


def unlinked(token):
    """Content that the parser did not link to its cue: behind "that" or "whether", or before ", he said."."""
    doc, last = token.doc, len(token.doc)
    for t in doc[token.i + 1 : token.i + 13]:
        if t.lower_ == "that" and t.tag_ in ("IN", "WDT") and t.i + 1 < last and doc[t.i + 1].tag_[0] not in "VM":
            return [(t.i, last)]
        if t.text == "," or t.tag_ in FINITE:
            break
    if token.i + 1 < last and doc[token.i + 1].lower_ in words("questions"):
        stop = next((t.i for t in doc[token.i + 2 :] if t.text == ","), last)
        return [(token.i + 1, stop)]
    return _before_frame(token)


def _before_frame(token):
    """All that stands before ", he said" or ", said the minister" at the end."""
    doc, subject = token.doc, next(iter(own_subjects(token)), token)
    low = min(subject.left_edge.i, token.i)
    said = doc[max(token.i, subject.right_edge.i) + 1 :]
    more = any(t.tag_[0] in "NVPU" and t.text != "." for t in said)
    return [] if subject is token or low < 2 or more or doc[low - 1].text != "," else [(0, low)]
