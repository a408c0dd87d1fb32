"""Constructions of English as rows of data, looked for in the dependency tree from one word.

The rows live in `codebook/english/constructions/`. The `look` of a row starts at a word and takes steps from there:

    @nominals !@of_agents  >prep of  >pobj       "the killing of A", seen from "killing"; ends at A
    <xcomp @denying                              "failed to attack", seen from "attack"; ends at "failed"
    be|lie [>acomp @harm_adjectives]             "were dead", seen from "were"; ends there

    steps   >role   to each dependent in this role (spaCy's label)       <role   to the head, if in this role to it
            -  +    to the word before, behind                           &       to it and to those coordinated with it
    tests   of|by   the word or its lemma is one of these                @list   … is in this word list
            VERB    its part of speech or tag                            =role   its own role
            ?name   a question of `QUESTIONS`                            [ … ]   these steps lead somewhere from here
            !test   not so

Several roles or words are joined by "|"; a step without a role takes any. What else a row says (`says`, `inherits`) is
up to the rule that reads its group; `examples` maps sentences to what is read in them, and a test reads each. spaCy's
DependencyMatcher knows neither "not" nor questions, and ten of the rows cost it 0.55 s on 3,922 sentences on which all
of `find_clauses` takes 1.4 s.
"""

import re
from functools import cache, lru_cache, partial, reduce

from mediaframes.annotate.syntax.nounphrases import is_bare_place, is_hyphenated, path_of_name
from mediaframes.annotate.syntax.predicates import can_act, conjuncts, is_infinitive, is_passive, verb_lemma
from mediaframes.codebook.actors import demonyms
from mediaframes.codebook.english import constructions, gather, words
from mediaframes.errors import MediaframesError, check_option

PIECE = re.compile(r"!?\[|\]|[^\s\[\]]+")
INSIDE = re.compile(r"!?\[[^\[\]]*\]")
BARE = "VB VBN VBG".split()


def matches(group, token):
    """Whether a row of a group fits a token."""
    return any(_walk(token, look, token) for look, _ in _rows(group, token.dep_))


def first(group, token):
    """Return (end, row) of the first row of a group that fits a token, or (None, {})."""
    for look, row in _rows(group, token.dep_):
        if found := _walk(token, look, token):
            return found[0], row
    return None, {}


def find(group, token):
    """Return the tokens at the ends of all rows of a group that fit a token, each once, in the order of the text."""
    return sorted({end for look, _ in _rows(group, token.dep_) for end in _walk(token, look, token)})


def reach(group, token):
    """Return pairs (end, row) of all rows of a group that fit a token."""
    return [(end, row) for look, row in _rows(group, token.dep_) for end in _walk(token, look, token)]


def ends(look, token):
    """Return the tokens at the end of a `look` from a token."""
    return _walk(token, compile_look(look), token)


def _walk(token, look, anchor):
    """The tokens at the end of a compiled look; `anchor` is where the row began, outside all brackets."""
    fits, steps = look
    if not fits(token, anchor):
        return ()
    tokens = (token,)
    for move, roles, fits in steps:
        tokens = [t for token in tokens for t in move(token, roles) if fits(t, anchor)]
        if not tokens:
            break
    return tokens


@cache
def _rows(group, role):
    """The rows of a group as pairs (look, row), without those that no word in this role can fit."""
    asked = [(_own_role(row["look"]), row) for row in constructions()[group]]
    return [(compile_look(row["look"]), row) for roles, row in asked if roles is None or role in roles]


def _own_role(look):
    """The roles of which the word itself must have one for a look to fit, or None: it climbs, or asks for a role."""
    for piece in INSIDE.sub("", look).split():
        if piece[0] in "<=":
            return _roles(piece[1:])
        if piece[0] in MOVES or "[" in piece:
            break
    return None


@cache
def compile_look(look):
    """A `look` as (test of the word, steps), each step a function to other words, its roles, and the test of those."""
    pieces = PIECE.findall(look)
    compiled = _compiled(pieces)
    if pieces:
        raise MediaframesError(f"a construction closes a bracket that it did not open: {look!r}")
    return compiled


def _compiled(pieces):
    """Take a look off a list of pieces, up to its end or the end of a bracket."""
    word, steps = _tests(pieces), []
    while pieces and pieces[0] != "]":
        arrow = pieces.pop(0)
        steps.append((MOVES[arrow[0]], _roles(arrow[1:]), _tests(pieces)))
    return word, steps


def _tests(pieces):
    """Take tests off a list of pieces, up to the next arrow: one function that asks them all."""
    tests = []
    while pieces and pieces[0] != "]" and pieces[0][0] not in MOVES:
        tests.append(_test(pieces.pop(0), pieces))
    return reduce(_both, tests) if tests else lambda token, anchor: True


def _both(one, other):
    return lambda token, anchor: one(token, anchor) and other(token, anchor)


def _roles(text):
    return frozenset(text.split("|")) if text else None


def _test(piece, pieces):
    if piece[0] == "!":
        test = _test(piece[1:], pieces)
        return lambda token, anchor: not test(token, anchor)
    if piece == "[":
        inside = _compiled(pieces)
        if not pieces:
            raise MediaframesError("a construction opens a bracket that it does not close")
        pieces.pop(0)
        return lambda token, anchor: bool(_walk(token, inside, anchor))
    if piece[0] == "?":
        check_option("the question of a construction", piece[1:], QUESTIONS)
        return QUESTIONS[piece[1:]]
    if piece[0] == "=":
        return partial(_has_role, _roles(piece[1:]))
    return partial(_has_tag, _roles(piece)) if piece.isupper() else partial(_is_word, gather(piece.split("|")))


def _has_role(roles, token, _):
    return token.dep_ in roles


def _has_tag(tags, token, _):
    return token.pos_ in tags or token.tag_ in tags


def _is_word(meant, token, _):
    return token.lower_ in meant or verb_lemma(token) in meant


def _down(token, roles):
    return [t for t, role in _dependents(token) if roles is None or role in roles]


@lru_cache(maxsize=256)  # the rows ask one word after another
def _dependents(token):
    return [(t, t.dep_) for t in token.children]


def _up(token, roles):
    return (token.head,) if (roles is None or token.dep_ in roles) and token.head != token else ()


def _before(token, _):
    return (token.nbor(-1),) if token.i else ()


def _behind(token, _):
    return (token.nbor(),) if token.i + 1 < len(token.doc) else ()


def _coordinated(token, _):
    """The token with those that "and" or a hyphen joins to it: "Russian and Syrian", "US-Israeli"."""
    joined = conjuncts(token)
    hyphened = [t for word in joined for t in word.lefts if t.i == word.i - 2 and word.nbor(-1).text in "-–"]
    return joined + [t for t in hyphened if t.pos_ in ("PROPN", "ADJ", "NOUN")]


MOVES = {">": _down, "<": _up, "-": _before, "+": _behind, "&": _coordinated}


def _is_name(word, noun):
    """Whether a word before a noun names someone who is part of what it says: not "anti-A attacks", "A-backed raid"."""
    if not word.text[:1].isupper() or word.pos_ == "NUM":
        return False
    # A capital at the start of a sentence is no name: "Deadly attack on A".
    opening = word.i == 0 and word.pos_ != "PROPN" and word.lower_ not in demonyms()
    return not opening and (not is_hyphenated(word) or noun in path_of_name(word))


def _is_named(noun, _):
    """Whether a noun's phrase holds a capital, so that it may name an actor."""
    inside = [t for of in noun.rights if of.lower_ == "of" for t in of.rights]
    before = (t for left in noun.lefts for t in (left, *left.lefts))  # two deep: "the A-led war"
    own = (t for t in (noun, *before) if t.i or t.pos_ == "PROPN")
    return any(t.text[:1].isupper() for t in own) or any(_is_named(t, _) for t in inside)


def _is_party(noun, _):
    """Whether a noun is someone: a name itself, or people of one; not "Russian weapons"."""
    own = noun.pos_ == "PROPN" or noun.lower_ in demonyms()
    return _is_named(noun, _) and (own or noun.lemma_.lower() in words("parts"))


def _is_finite(token, _):
    """Whether a headline's word has the form of a verb behind its subject: with "s", or behind a plural or a list."""
    before = token.doc[: token.i]
    listed = any(t.text in (",", "&") or t.lower_ == "and" for t in before)
    return token.lower_.endswith("s") or listed or (token.i > 0 and before[-1].tag_ in ("NNS", "NNPS"))


def _shares_auxiliary(verb, _):
    """Whether a verb in a list repeats the form of the first and has neither subject nor auxiliary of its own."""
    if any(t.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for t in verb.lefts):
        return False
    but = any(t.lower_ in ("but", "yet") for t in verb.head.rights if t.dep_ == "cc" and t.i < verb.i)
    return not but and verb.tag_ == verb.head.tag_ and verb.tag_ in BARE


QUESTIONS = {
    "bare_place": lambda token, _: is_bare_place(token),
    "before": lambda token, anchor: token.i < anchor.i,
    "behind": lambda token, anchor: token.i > anchor.i,
    "capital": lambda token, _: token.text[:1].isupper(),
    "can_act": lambda token, _: can_act(token),
    "finite": _is_finite,
    "infinitive": lambda token, _: is_infinitive(token),
    "mistaken": lambda token, _: matches("mistaken_verb", token),
    "name": _is_name,
    "named": _is_named,
    "party": _is_party,
    "passive": lambda token, _: is_passive(token),
    "shares_auxiliary": _shares_auxiliary,
    "third_person": lambda token, _: token.lower_.endswith("s"),
}
