"""What a cue governs in one parsed sentence: content, source and the cue's own words, by rules over the parse.

Only tags, dependencies and lower-case forms are read, so the sentences need no lemmas. The labels are those of
spaCy's English models (ClearNLP style: Choi & Palmer 2012).
"""

from typing import NamedTuple

__all__ = ["Frame", "frames"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
QUOTES = frozenset("\"“”„«»‹›‘’'`") | {"''", "``"}
TRIMMED = QUOTES | frozenset(",;:—–-.!?()") | {"--", "..."}
GOING_ON = frozenset("because if while although though unless given since as when even until".split())
# "a statement saying ...": whoever made it speaks; "a report saying ..." is a source of its own.
CARRIERS = frozenset(
    "statement letter tweet email message speech memo remarks comments post interview turns time".split()
)
NOUN_CLAUSES = ("that", "whether", "how", "why")
# "called off", "ruled in": with one of these it is another verb.
OTHER_VERBS = frozenset({"off", "up", "in", "on", "over", "away"})
# Far from their verb, only these are taken for its prepositions.
TALKED_OF = frozenset({"about", "against"})
BEING = frozenset({"is", "was", "are", "were", "be", "been"})
FINITE = ("VBD", "VBZ", "VBP")
INDIRECT = frozenset({"if", "whether", "how", "why", "what", "where", "when", "who"})
# A verb without a subject of its own shares that of the verb or noun that it hangs on by one of these.
SHARING = frozenset("conj xcomp advcl parataxis ccomp dep pcomp aux prep acomp attr dobj pobj".split())


class Frame(NamedTuple):
    """A cue read in one Doc; all positions are token indices, ends exclusive.

    `source` is None where no source stands in the sentence; `content` is a tuple of (start, end); `speaks` tells
    whether the cue can govern a quotation.
    """

    cue: int
    lemma: str
    stance: str
    form: str
    source: tuple
    content: tuple
    speaks: bool


def frames(doc, cues, skipped=(), *, headline=False):
    """Return the attributions of one parsed sentence as a list of Frame, in the order of their cues.

    A verb of speech whose content was not found stays, with form "bare" and no content: its content may be a
    quotation beside it. `skipped` holds (start, end) characters in which no cue is looked for: the insides of
    quotations, where someone else speaks.
    """
    found = []
    for token in doc:
        cue = cues.lookup(token.lower_, token.tag_)
        if cue is None or any(a <= token.idx < b for a, b in skipped):
            continue
        read = READERS[cue.kind](token, cue)
        if read is None:
            continue
        form, source, content = read
        content = _tidy(doc, content, token)
        speaks = cue.kind == "according" or (cue.kind == "verb" and "clause" in cue.takes)
        if content or form == "bare":
            found.append(Frame(token.i, cue.lemma, cue.stance, form, source, content, speaks))
    if doc and doc[-1].text == ":":
        found += _before_colon(doc, found)
    return found or _capitalised(doc, cues, skipped) if headline else found


def _capitalised(doc, cues, skipped):
    """In a headline all of whose words are capitalised, verbs are taken for names: "Minister Denies Report"."""
    for token in doc[1:-1]:
        cue = cues.lookup(token.lower_, "VB") if token.tag_[0] == "N" and token.lower_.endswith("s") else None
        if cue is None or not {"clause", "object"} & cue.takes or any(a <= token.idx < b for a, b in skipped):
            continue
        stop = next((t.i for t in doc[token.i + 1 :] if t.text == ";"), len(doc))
        content = _tidy(doc, [(token.i + 1, stop)], token)
        if doc[token.i + 1].is_alpha and content:
            form = "clause" if "clause" in cue.takes else "object"
            return [Frame(token.i, cue.lemma, cue.stance, form, (0, token.i), content, form == "clause")]
    return []


def _before_colon(doc, found):
    """A sentence that ends with a colon introduces what follows, whatever its verb; its subject is the source."""
    if any(f.speaks and f.form == "bare" for f in found):
        return []
    root = next((t for t in doc if t.head.i == t.i and t.tag_[0] == "V"), None)
    return [Frame(len(doc) - 1, ":", "neutral", "bare", _subject(root) if root is not None else None, (), True)]


# -- verbs ---------------------------------------------------------------------------------------------------


def _verb(token, cue):
    if token.dep_ in ("amod", "compound", "nmod", "advmod") and token.tag_ in FINITE:
        return _misread(token, cue)
    if token.dep_ in ("compound", "aux", "auxpass") or token.tag_[0] != "V":
        return None
    passive = _is_passive(token)
    form, parts = _verb_content(token, cue.takes, passive)
    if form in ("object", "prep", "infinitive"):
        parts = [*parts, *_hung_on_cue(token, parts[-1][1])]
    if not parts and "clause" in cue.takes and not passive:
        form, parts = "clause", _unlinked(token)
    if not parts:
        return ("bare", _verb_source(token, passive), ()) if "clause" in cue.takes else None
    return form, None if form == "seeming" else _verb_source(token, passive), parts


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
        return True
    return token.tag_ == "VBN" and token.dep_ in ("acl", "advcl") and not any(c.dep_ == "dobj" for c in token.rights)


def _verb_content(token, takes, passive):
    """The form of the complement and its token ranges."""
    children = list(token.children)
    if "seeming" in takes:
        return _seeming(token, children)
    clauses = [c for c in children if c.dep_ == "ccomp"]
    bare = [c for c in clauses if c.i > token.i and _is_infinitive(c)]
    if "clause" in takes and len(clauses) > len(bare):
        return "clause", _clauses(token, [c for c in clauses if c not in bare])
    if "infinitive" in takes or "clause" in takes:
        infinitives = [c for c in children if c.dep_ == "xcomp" and c.i > token.i] + bare
        if infinitives and "infinitive" in takes:
            objects = [c for c in token.rights if c.dep_ in ("dobj", "dative") and c.i < infinitives[0].i]
            subject = _passive_subject(token) if passive and "raised" in takes else []
            return "infinitive", [*subject, *map(_subtree, objects), *map(_subtree, infinitives)]
    if "clause" in takes:
        floating = _floating(token)
        if floating:
            return "clause", floating
    return _nominal_content(token, takes, passive, children)


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
    return [] if any(t.tag_[0] in "NVP" and t.text != "." for t in behind) else [(start, low)]


def _seeming(token, children):
    subjects = [c for c in children if c.dep_ in ("nsubj", "csubj") and c.i < token.i and c.tag_ != "EX"]
    rest = [c for c in token.rights if c.dep_ in ("xcomp", "acomp", "oprd", "ccomp", "attr", "prep")]
    if not rest or (rest[0].dep_ == "prep" and rest[0].lower_ not in ("like", "as", "on", "in")):
        return "", []
    return "seeming", [*map(_subtree, subjects), *map(_subtree, rest)]


def _is_infinitive(clause):
    return any(c.tag_ == "TO" for c in clause.lefts) or clause.tag_ == "VBG"


def _nominal_content(token, takes, passive, children):
    if any(c.dep_ == "prt" and c.lower_ in OTHER_VERBS for c in token.rights):
        takes = takes - {"object"}
    if passive and "object" in takes:
        subject = _passive_subject(token)
        if subject:
            rest = [c for c in token.rights if c.dep_ in ("prep", "xcomp", "oprd") and c.dep_ != "agent"]
            return "object", [*subject, *map(_subtree, rest)]
    if "object" in takes:
        objects = [c for c in token.rights if c.dep_ in ("dobj", "oprd", "dative", "ccomp", "acomp", "attr")]
        if objects:
            rest = [c for c in token.rights if c.dep_ in ("prep", "xcomp") and c.i > objects[0].i]
            return "object", [*map(_subtree, objects), *map(_subtree, rest)]
        if token.dep_ == "relcl":
            gap = [c for c in token.lefts if c.dep_ == "dobj"]
            if gap:
                return "object", [_subtree(gap[0])]
    for c in token.rights:
        if c.dep_ in ("advcl", "ccomp") and c.left_edge.i == token.i + 1 and c.left_edge.lower_ in takes:
            return "prep", [(token.i + 2, c.right_edge.i + 1)]
        if c.dep_ in ("prep", "prt", "agent") and c.lower_ in takes:
            inside = _inside(c)
            if inside is not None:
                return "prep", [_subtree(inside)]
    for t in token.doc[token.i + 2 : token.i + 8]:
        if t.dep_ == "prep" and t.lower_ in takes and t.lower_ in TALKED_OF and _inside(t) is not None:
            return "prep", [_subtree(_inside(t))]
        if t.text == "," or t.tag_ in FINITE:
            break
    return "", []


def _passive_subject(token):
    return [_subtree(c) for c in token.lefts if c.dep_ == "nsubjpass"]


def _subtree(token):
    return (token.left_edge.i, token.right_edge.i + 1)


def _clauses(token, clauses):
    """Token ranges of clausal complements; of one that stands before the cue, with what surrounds the cue."""
    after = [c for c in clauses if c.i > token.i]
    before = [c for c in clauses if c.i < token.i]
    if before and not any(_follows_at_once(token, c) for c in after):
        return _around(token, token.left_edge.i)
    parts = [(max(c.left_edge.i, token.i + 1), c.right_edge.i + 1) for c in after]
    return [*parts, *_going_on(token, parts[-1][1])] if parts else []


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
        joined = c.dep_ == "conj" and _has_own_subject(c) and doc[c.left_edge.i - 1].lower_ in ("but", "and", "or")
        if c.dep_ == "punct" or c.dep_ == "cc":
            continue
        if not (marked or joined):
            break
        parts.append((end, c.right_edge.i + 1))
        end = c.right_edge.i + 1
    return parts


def _hung_on_cue(token, end):
    """What belongs to the last noun of the content though the parser hangs it on the cue."""
    parts, doc = [], token.doc
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


def _has_own_subject(verb):
    return any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in verb.lefts)


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
        if c.dep_ in ("ccomp", "conj", "dep", "parataxis", "acomp", "attr") and _has_own_subject(c):
            parts.append((max(c.left_edge.i, high + 1), end))
            break
        high = c.right_edge.i
    return [p for p in parts if p[0] < p[1]]


def _floating(token):
    """Content of a cue that hangs on its content ("A, he said, B"; "as he said, A"; "as reported by him, A")."""
    head, children = token.head, list(token.children)
    if head.i == token.i or not any(c.dep_ in SUBJECTS or c.dep_ == "agent" for c in children):
        return []
    as_said = token.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in children)
    as_said = as_said and not any(c.dep_ in ("dobj", "oprd") for c in children)
    if token.dep_ != "parataxis" and not as_said:
        return []
    start, end = _subtree(head)
    low, high = token.left_edge.i, token.right_edge.i + 1
    return [p for p in ((start, low), (high, end)) if p[0] < p[1]]


def _verb_source(token, passive):
    """Token range of whoever the verb has as source, None if nobody is named."""
    source = _linked_source(token, passive)
    if source is None and not passive and token.tag_ in FINITE and not any(c.dep_ == "expl" for c in token.lefts):
        source = _first_name(token)
    return source


def _first_name(token):
    """The first noun of a sentence outside prepositional phrases, for a finite verb without a subject."""
    for t in token.doc[token.sent.start : token.i]:
        if t.tag_[0] == "N" or t.tag_ == "PRP":
            if t.dep_ in ("compound", "amod", "poss", "nmod") and t.head.i < token.i:
                continue
            if t.dep_ != "pobj":
                return (t.left_edge.i, t.i + 1) if t.left_edge.i >= token.sent.start else (t.i, t.i + 1)
    return None


def _linked_source(token, passive):
    if passive:
        for c in token.rights:
            if c.dep_ == "agent":
                inside = _inside(c)
                return _noun_phrase(inside) if inside is not None else None
        return None
    return _subject(token)


def _subject(token, depth=0):
    if depth > 6:
        return None
    own = [c for c in token.children if c.dep_ in ("nsubj", "csubj")]
    if own:
        return _noun_phrase(own[0])
    if token.dep_ == "xcomp" and depth == 0:
        moved = [c for c in token.head.rights if c.dep_ == "dobj" and c.i < token.i]
        if moved and any(c.tag_ == "TO" for c in token.lefts):
            return _noun_phrase(moved[0])
    if depth and any(c.dep_ == "nsubjpass" for c in token.children):
        return _noun_phrase(next(c for c in token.children if c.dep_ == "nsubjpass"))
    head = token.head
    if token.dep_ == "acl" and head.lower_ in CARRIERS:
        return _noun_source(head) or _noun_phrase(head, until=token.left_edge.i)
    if token.dep_ in ("acl", "relcl") and head.i != token.i:
        return _noun_phrase(head, until=token.left_edge.i)
    if token.dep_ in SHARING and head.i != token.i:
        return _subject(head, depth + 1)
    return None


def _noun_phrase(token, until=None):
    start, end = _subtree(token)
    if until is not None:
        end = min(end, until) if until > start else end
    return (start, end)


# -- nouns, adjectives, "according to" -----------------------------------------------------------------------


def _noun(token, cue):
    """A noun of saying or thinking with what is said: "the claim that ...", "calls for ..."."""
    if token.tag_[0] != "N":
        return None
    for c in token.rights:
        form, content = _noun_content(c, cue.takes)
        if form:
            return form, _noun_source(token), [_subtree(content)]
    verb = token.head
    if token.dep_ == "nsubj" and verb.lower_ in BEING and "clause" in cue.takes:
        said = next((c for c in verb.rights if c.dep_ in ("ccomp", "advcl") and c.left_edge.lower_ == "that"), None)
        if said is not None:
            return "clause", _noun_source(token), [_subtree(said)]
    return None


def _noun_content(child, takes):
    if child.dep_ in ("acl", "ccomp", "relcl") and "clause" in takes and child.left_edge.lower_ in NOUN_CLAUSES:
        return "clause", child
    if child.dep_ in ("acl", "xcomp") and "infinitive" in takes and child.tag_ != "VBG" and _is_infinitive(child):
        return "infinitive", child
    inside = _inside(child) if child.dep_ == "prep" and child.lower_ in takes else None
    return ("prep", inside) if inside is not None else ("", None)


def _inside(preposition):
    """The noun or the verb that a preposition governs, or None."""
    return next((p for p in preposition.children if p.dep_ in ("pobj", "pcomp")), None)


def _noun_source(token):
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is not None:
        start, end = _noun_phrase(owner)
        return start, end - (token.doc[end - 1].tag_ == "POS" and end - start > 1)
    names = [c for c in token.lefts if c.dep_ in ("compound", "nmod") and c.tag_ == "NNP"]
    if names and token.dep_ not in ("dobj", "attr"):
        return (names[0].left_edge.i, names[-1].i + 1)
    for c in token.rights:
        if c.dep_ == "prep" and c.lower_ in ("of", "by", "from", "among", "within"):
            inside = next((p for p in c.children if p.dep_ == "pobj"), None)
            if inside is not None and inside.tag_[0] in "NP":
                return _noun_phrase(inside)
    if token.dep_ in ("dobj", "attr"):
        return _subject(token.head)
    if token.dep_ == "pobj" and token.head.head.tag_[0] == "V":
        return _subject(token.head.head)
    return None


def _adjective(token, cue):
    """A state of mind with its content: "confident that ...", "opposed to ..."."""
    if token.tag_[0] not in "JV":
        return None
    for c in token.rights:
        form, content = _adjective_content(c, cue.takes)
        if form:
            verb = token if token.dep_ == "conj" else token.head
            return form, _subject(verb) if token.dep_ != "amod" else None, [_subtree(content)]
    return None


def _adjective_content(child, takes):
    if child.dep_ == "ccomp" and "clause" in takes:
        return "clause", child
    if child.dep_ == "xcomp" and "infinitive" in takes:
        return "infinitive", child
    inside = _inside(child) if child.dep_ == "prep" and child.lower_ in takes else None
    return ("prep", inside) if inside is not None else ("", None)


def _according(token, cue):
    to = next((c for c in token.rights if c.lower_ == "to"), None)
    name = next((p for p in to.children if p.dep_ == "pobj"), None) if to is not None else None
    if name is None:
        return None
    source = _noun_phrase(name)
    top = token.sent
    low, high = token.i, source[1]
    return "according", source, [p for p in ((top.start, low), (high, top.end)) if p[0] < p[1]]


def _poll(token, cue):
    """A finding with the poll that it comes from: "in a poll, ..."."""
    prep = token.head
    if token.dep_ != "pobj" or prep.lower_ != "in" or prep.head.tag_[0] != "V":
        return None
    verb = prep.head
    source, end = _noun_phrase(token), verb.right_edge.i + 1
    parts = [(verb.left_edge.i, prep.i), (source[1], end)]
    return "according", source, [p for p in parts if p[0] < p[1]]


READERS = {"verb": _verb, "noun": _noun, "adjective": _adjective, "according": _according, "poll": _poll}


# -- tidying -------------------------------------------------------------------------------------------------


def _tidy(doc, parts, token):
    """Cut the cue out of its content, and commas and spaces off the edges."""
    tidy = []
    for start, end in parts:
        around = [(start, token.i), (token.i + 1, end)] if start <= token.i < end else [(start, end)]
        tidy += [_trimmed(doc, a, b) for a, b in around]
    return tuple(sorted((a, b) for a, b in tidy if a < b))


def _trimmed(doc, start, end):
    while start < end and _is_edge(doc[start]):
        start += 1
    while start < end and _is_edge(doc[end - 1]):
        end -= 1
    return start, end


def _is_edge(token):
    return token.is_space or (token.text in TRIMMED and token.text not in QUOTES)
