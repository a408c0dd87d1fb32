"""Noun phrases in a parsed sentence: their head, their extent, and whether they stand for a name in them."""

from bisect import bisect_right

from mediaframes.codebook.actors import demonyms
from mediaframes.codebook.english import words

PARTS = words("parts")
OTHERS = words("others")
SEATED = words("seated")
TOPICS = words("topics")
NO_ADJECTIVE = words("no_adjective")
LED = words("led")
HYPHENS = frozenset("-–")
PREFIXES = words("prefixes")
NOT_BEFORE = ("punct", "cc", "preconj", "advcl", "relcl", "ccomp", "mark", "aux", "nsubj", "parataxis")
CLAUSES = ("relcl", "appos", "acl", "advcl", "parataxis")
# Dependents behind a head that end its phrase.
CUT = ("relcl", "appos", "acl", "punct", "cc", "conj", "preconj", "parataxis", "advcl", "dep", "case")


def tokens_between(doc, start, end):
    """Return the tokens that overlap the characters `start` to `end` of a Doc, spaces left out."""
    if not len(doc) or not 0 <= start < end <= doc[-1].idx + len(doc[-1]) + 1:
        return []
    first = max(bisect_right(doc, start, key=lambda t: t.idx) - 1, 0)
    found = []
    for token in doc[first:]:
        if token.idx >= end:
            break
        if token.idx + len(token) > start and not token.is_space:
            found.append(token)
    return found


def head_of_name(tokens):
    """Return the token of a name that governs the others (the last one in doubt), or None for no token."""
    if not tokens:
        return None
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    return next((t for t in reversed(tops) if t.pos_ in ("PROPN", "NOUN", "ADJ")), tops[-1])


def subtree(token):
    """Token range of a token with all that hangs on it, end exclusive."""
    return token.left_edge.i, token.right_edge.i + 1


def governed(preposition):
    """The noun or the verb that a preposition governs, or None."""
    return next((t for t in preposition.children if t.dep_ in ("pobj", "pcomp")), None)


def is_time(noun):
    """Whether a noun is a day, a month or some other stretch of time."""
    return bool({noun.lower_, noun.lemma_.lower()} & words("times"))


def whole_phrase(head, *, until=None, without=None):
    """Token range of a noun phrase with the clauses and appositions behind it, end exclusive: who is quoted, in full.

    It ends before the token with index `until`, or before the dependent of the head that holds the token `without`:
    "a letter" in "a letter saying that ...". Possessive marks and clitic verbs at its end are left out.
    """
    start, end = subtree(head)
    if without is not None:
        holding = (t for t in head.rights if t.left_edge.i <= without.i <= t.right_edge.i)
        until = next((t.left_edge.i for t in holding), None)
    if until is not None and until > start:
        end = min(end, until)
    last = head.doc[end - 1]
    clitic = end - start > 1 and (last.tag_ == "POS" or last.lower_ in words("clitics"))
    return start, end - clitic


def noun_phrase(head):
    """Return (start, end), characters of the phrase around `head` without clauses and appositions behind it.

    Trailing "of" phrases and other prepositional phrases that touch the head stay: "the army of A".
    """
    left = min((t.i for t in _before(head)), default=head.i)
    right = head.i
    for child in head.rights:
        if child.dep_ in CUT or child.dep_ not in ("prep", "nummod", "poss", "nmod", "compound"):
            break
        if child.dep_ == "prep" and child.lower_ not in ("of", "in", "from", "for", "at", "on", "with"):
            break
        if child.left_edge.i != right + 1:
            break
        right = _right_edge(child)
    doc = head.doc
    return doc[left].idx, doc[right].idx + len(doc[right])


def _before(head):
    """Tokens from the first one that belongs to the phrase up to the head."""
    for child in head.lefts:
        if child.dep_ not in NOT_BEFORE and child.lower_ not in ("neither", "either", "not"):
            yield child.left_edge


def _right_edge(child):
    """Last token of a phrase behind a head, stopping at the first clause, apposition or comma."""
    last = child.i
    for token in child.subtree:
        if token.i <= child.i:
            continue
        if token.dep_ in CLAUSES or token.lower_ in (",", ";", ":", "—"):
            break
        last = token.i
    return last


def describe(head):
    """Return the noun with its adjectives and compounds, lower case, no article: "close ally"."""
    words = [t for t in head.lefts if t.dep_ in ("amod", "compound", "nmod") and t.pos_ != "PUNCT"]
    return " ".join([*(compact(t) for t in words), lemma(head)])


def lemma(token):
    """Lower-cased lemma; participles used as adjectives and names keep their form."""
    return token.lower_ if token.tag_ in ("VBN", "VBG", "NNP", "NNPS") else token.lemma_.lower()


def compact(token):
    """Lemma of a modifier, with what is joined to its left by hyphens: "nuclear-armed"."""
    left = token.i
    doc = token.doc
    while left > 0 and not doc[left - 1].whitespace_ and HYPHENS & {doc[left - 1].text, doc[left].text}:
        left -= 1
    return "".join(t.lower_ for t in doc[left : token.i]) + lemma(token)


def stands_for(name):
    """Return the head of the largest noun phrase that stands for the actor named by the token `name`.

    "Israeli forces", "Israel's army" and "the army of Israel" stand for Israel, and so do the "Israeli
    defence minister" and "Israeli airstrikes"; "critics of Israel", "Israel's enemies", "anti-Israel
    protesters", "US-backed rebels" and "the Iraq war" do not: there the name stands for itself alone.

    Parameters
    ----------
    name : spacy.tokens.Token
        Head of the mention.

    Returns
    -------
    spacy.tokens.Token
        `name` itself if it modifies nothing that stands for it.
    """
    return path_of_name(name)[-1]


def path_of_name(name):
    """Return the heads, from `name` up, of the noun phrases that stand for the name (see `stands_for`)."""
    path = []
    while name is not None and name not in path:
        path.append(name)
        name = _one_up(name)
    return path


def _one_up(name):
    head = name.head
    if name.dep_ in ("amod", "compound", "nmod", "npadvmod", "nummod"):
        return _modified(name, head)
    if name.dep_ == "poss":
        return None if head.lemma_.lower() in OTHERS else head
    if name.dep_ == "pobj" and head.lower_ == "of" and head.dep_ == "prep":
        return head.head if head.head.lemma_.lower() in PARTS else None
    if name.dep_ == "pobj" and head.lower_ == "in" and head.dep_ == "prep":
        return head.head if _is_seated(head.head) else None
    if name.dep_ == "conj" and head.dep_ in ("amod", "compound", "nmod", "poss", "pobj"):
        return _one_up(head)
    return None


def _is_seated(noun):
    """Whether a noun before "in Washington" means the government there, and not that of another name before it."""
    lemma = noun.lemma_.lower()
    seated = lemma in SEATED or any(f"{t.lemma_.lower()}_{lemma}" in SEATED for t in noun.lefts)
    return seated and not any(t.text[:1].isupper() and t.i > 0 for t in noun.lefts)


def _modified(name, head):
    """The noun that a name before it modifies, unless a hyphen or a topic noun says otherwise."""
    if is_hyphenated(name):
        return _behind_hyphen(name)
    if head.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") or head.i < name.i:
        return None
    if head.lemma_.lower() in OTHERS:
        return None
    topical = _with_hyphen(head) in TOPICS and name.dep_ in ("compound", "nmod")
    return None if topical and is_bare_place(name) else head


def _with_hyphen(noun):
    """A noun's lemma, or the whole of a word that hyphens join: "cease-fire"."""
    joined = noun.i > 1 and _joins(noun.doc, noun.i - 1)
    return noun.doc[noun.i - 2 : noun.i + 1].text.lower() if joined else noun.lemma_.lower()


def is_bare_place(name):
    """Whether a name before a noun is likely a place or topic: no adjective, no abbreviation, no group."""
    text = name.text.replace(".", "")
    return not (text.isupper() or name.tag_ == "JJ" or name.lower_ in NO_ADJECTIVE or name.lower_ in demonyms())


def is_hyphenated(name):
    """Whether a hyphen joins a token to another."""
    doc, i = name.doc, name.i
    return _joins(doc, i + 1) or _joins(doc, i - 1)


def _joins(doc, i):
    """Whether token `i` is a hyphen with no space around it."""
    inside = 0 < i < len(doc) - 1
    return inside and doc[i].text in HYPHENS and not doc[i].whitespace_ and not doc[i - 1].whitespace_


def _behind_hyphen(name):
    """The noun of "US-led coalition" and "US-Israeli strikes"; None for "US-backed", "anti-US", "pro-US"."""
    doc, i = name.doc, name.i
    if name.lower_ in PREFIXES:
        return None
    if _joins(doc, i - 1) and (doc[i - 2].text[:1].islower() or doc[i - 2].lower_ in PREFIXES):
        return None
    last = doc[i + 2] if _joins(doc, i + 1) else name
    if last is not name and not (last.lower_ in LED or last.text[:1].isupper()):
        return None
    noun = next((t for t in doc[last.i + 1 : last.i + 6] if t.pos_ in ("NOUN", "PROPN")), None)
    while noun is not None and noun.dep_ in ("compound", "amod", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    thing = noun is not None and last.text[:1].isupper() and noun.lemma_.lower() in words("between_two")
    return None if thing else noun
