"""The cues by which speech and thought are attributed: loaded from `cues.yaml`, with all their forms."""

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

from mediaframes.codebook.english import words
from mediaframes.errors import MediaframesError

STANCES = ("factive", "doubting")
KINDS = {"V": "verb", "N": "noun", "J": "adjective"}
# What may stand behind a cue, by what it takes.
BEHIND = {
    "clause": words("clause_openers"),
    "infinitive": ("to",),
    "object": (),
    "raised": ("to",),
    "seeming": ("to", "that"),
    "moved": (),
}


class Cue(NamedTuple):
    """One cue word: `kind` (verb, noun, adjective, adverb, according), what it `takes`, its `stance`."""

    kind: str
    lemma: str
    stance: str
    takes: frozenset


class Cues:
    """All cues by form and part of speech.

    Parameters
    ----------
    table : dict
        (form, part of speech) to `Cue`; forms in lower case.
    ambiguous : collection of str
        Forms that are mostly something else.

    Attributes
    ----------
    forms : frozenset of str
    needs : dict of str to (int, frozenset of str)
        Forms that are cues only if one of some words follows within so many words; the others always may be.
    """

    def __init__(self, table, ambiguous=()):
        self._table = dict(table)
        self.forms = frozenset(form for form, _ in self._table)
        self.needs = _needs(self._table, frozenset(ambiguous))

    def lookup(self, form, tag):
        """Return the `Cue` of a lower-case form with a Penn Treebank tag, or None."""
        if form not in self.forms:
            return None
        return self._table.get((form, KINDS.get(tag[:1], "other")))


def load_cues(path=None):
    """Return the built-in cues, or those of a YAML file of the same form.

    Parameters
    ----------
    path : path-like, optional
        A file with `verbs`, `nouns`, `adjectives`, `stance`, `irregular` and `doubled` as in the built-in one.

    Returns
    -------
    Cues

    Raises
    ------
    MediaframesError
        If the file lacks a part or holds something else; the message names it.
    """
    if path is None:
        return _built_in()
    with open(path, encoding="utf-8") as file:
        return _cues(yaml.safe_load(file), str(path))


@cache
def _built_in():
    text = resources.files("mediaframes.codebook.english").joinpath("cues.yaml").read_text(encoding="utf-8")
    return _cues(yaml.safe_load(text), "cues.yaml")


def _cues(data, name):
    wanted = ("verbs", "nouns", "adjectives", "ambiguous", "polls", "stance", "irregular", "doubled")
    missing = [k for k in wanted if k not in (data or {})]
    if missing:
        raise MediaframesError(f"{name}: {', '.join(missing)} missing; wanted: {', '.join(wanted)}")
    stance = {word: s for s in STANCES for word in data["stance"].get(s, "").split()}
    doubled = frozenset(data["doubled"].split())
    irregular = {k: v.split() for k, v in data["irregular"].items()}
    table = {}
    for kind, takes_of in (("verb", _takes(data["verbs"])), ("noun", _takes(data["nouns"]))):
        for lemma, takes in takes_of.items():
            cue = Cue(kind, lemma, stance.get(lemma, "neutral"), frozenset(takes))
            forms = verb_forms(lemma, irregular.get(lemma), doubled=doubled) if kind == "verb" else _plural(lemma)
            table.update({(form, kind): cue for form in forms})
    for lemma, takes in _takes(data["adjectives"]).items():
        table[lemma, "adjective"] = Cue("adjective", lemma, stance.get(lemma, "neutral"), frozenset(takes))
    table["according", "verb"] = Cue("according", "according to", "neutral", frozenset())
    for lemma in data["polls"].split():
        cue = Cue("poll", lemma, "neutral", frozenset())
        table.update({(form, "noun"): cue for form in _plural(lemma)})
    return Cues(table, data["ambiguous"].split())


def _needs(table, ambiguous):
    takes = {}
    for (form, _), cue in table.items():
        takes.setdefault(form, []).append(cue)
    needs = {}
    for form, cues in takes.items():
        behind = frozenset(word for cue in cues for head in cue.takes for word in BEHIND.get(head, (head,)))
        if form in ambiguous:
            needs[form] = (2, behind)
        elif all(cue.kind in ("noun", "adjective") or _takes_words_only(cue) for cue in cues):
            needs[form] = (4, behind)
        elif all(_is_judgement(cue) for cue in cues):
            needs[form] = (8, behind)
    return needs


def _takes_words_only(cue):
    return cue.kind == "verb" and not cue.takes & BEHIND.keys()


def _is_judgement(cue):
    """Whether a verb needs "as" or "to", with a noun between: "saw the deal as a trap", "is seen to ..."."""
    return cue.kind in ("noun", "adjective") or (cue.kind == "verb" and cue.takes & BEHIND.keys() <= {"raised"})


def _takes(section):
    """Lemma to the set of what it takes, from lists of lemmas by what they take."""
    takes = {}
    for head, lemmas in section.items():
        if isinstance(lemmas, dict):
            for lemma, more in _takes(lemmas).items():
                takes.setdefault(lemma, set()).update(more)
            continue
        for lemma in lemmas.split():
            takes.setdefault(lemma, set()).add(head)
    return takes


def verb_forms(lemma, irregular=None, *, doubled=frozenset()):
    """Return the forms of an English verb as a set: base, -s, past, participle, -ing.

    Parameters
    ----------
    lemma : str
    irregular : list of str, optional
        Past forms that replace the one with -ed.
    doubled : collection of str
        Verbs that double their last letter ("admit": "admitted").
    """
    stem = lemma + lemma[-1] if lemma in doubled else lemma
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        past, ing = lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("e"):
        past, ing = lemma + "d", lemma + "ing"
    elif re.search(r"[^aeiou]y$", lemma):
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    return {lemma, _with_s(lemma), ing, *(irregular or [past])}


def _with_s(word):
    if re.search(r"(?:s|x|z|ch|sh|o)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def _plural(noun):
    return {noun, _with_s(noun)}
