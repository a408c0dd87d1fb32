"""Which names does the news hold that the codebook lacks?"""

import re
from collections import Counter, defaultdict

import pandas as pd
import yaml

from mediaframes.annotate.coreference.titles import is_title
from mediaframes.annotate.entities.recognition import entities_in, looks_like_headline
from mediaframes.annotate.names import Names
from mediaframes.codebook import Actor, load_actors
from mediaframes.codebook.actors import short_forms
from mediaframes.codebook.english import words
from mediaframes.errors import MediaframesError

COLUMNS = ["name", "type", "aliases", "n", "n_articles", "sentences"]
NAME = re.compile(r"\b[A-Z][\w'’-]*[^\W_](?: (?:of |de |al-|bin |el-)?[A-Z][\w'’-]*[^\W_])*")
ACRONYM = re.compile(r" \(([A-Z]{2,6})\)")
EXAMPLES = 3
READ = 7  # sentences of a name that the recogniser reads
ASKED = 60  # of the most frequent names it is asked what they are; each takes some hundredths of a second
# What spaCy's entity recogniser calls them (OntoNotes 5).
TYPES = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}
MOST = 0.9  # of all bearers of a surname, so that it is one person's wherever it stands


def discover_actors(articles, actors=None, *, min_count=5):
    """Propose names that are frequent in the articles and that the codebook does not know.

    Parameters
    ----------
    articles : DataFrame
        With `article_id` and `text`.
    actors : list of Actor, optional
        What is known already, besides the built-in codebook.
    min_count : int
        The least number of times that a name must occur, outside the beginning of sentences.

    Returns
    -------
    DataFrame
        One row a name, that of most articles first: `name`, `type` (person, organisation, place, people or other, as
        spaCy's entity recogniser reads most of some sentences; missing beyond the 60 most frequent), `aliases` (the
        surname of a person, the letters of an organisation; list of str), `n` (occurrences of all of these),
        `n_articles`, `sentences` (up to three, as a list of str).

    Raises
    ------
    MediaframesError
        If `min_count` is below 1.

    Examples
    --------
    >>> bool((mf.discover_actors(articles)["n"] >= 5).all())
    True
    """
    if min_count < 1:
        raise MediaframesError(f"min_count={min_count!r} is too small; allowed: 1 and more")
    known = load_actors() + list(actors or ())
    sentences, mentions = Names({actor.name: actor for actor in known}.values()).of(articles)
    places, letters = _places(articles, sentences, mentions)
    places = {name: found for name, found in places.items() if len(found) >= min_count}
    rows = _by_spread(_with_aliases(places, letters))
    kinds = {name: _type_of(name, found) for name, _, found in rows[:ASKED]}
    rows = _by_spread([row for full in rows for row in _apart(*full, kinds.get(full[0]), places)])
    return pd.DataFrame(
        [(name, kinds.get(name), short, len(found), _spread(found), _examples(found)) for name, short, found in rows],
        columns=COLUMNS,
    ).astype({"type": "str"})


def _by_spread(rows):
    return sorted(rows, key=lambda row: (-_spread(row[2]), -len(row[2]), row[0]))


def _apart(name, aliases, found, kind, places):
    """Only a person is called by the last word of the name: what else seemed to be is a name of its own."""
    words_of = [alias for alias in aliases if name.endswith(f" {alias}")] if kind not in ("person", None) else []
    if not words_of:
        return [(name, aliases, found)]
    kept = [alias for alias in aliases if alias not in words_of]
    own = [place for form in (name, *kept) for place in places[form]]
    return [(name, kept, own), *((word, [], places[word]) for word in words_of)]


def _spread(found):
    return len({article for article, _ in found})


def _places(articles, sentences, mentions):
    """Each unknown name -> [(article_id, sentence text)]; and the letters that a name is given in brackets."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    taken = defaultdict(list)
    for article_id, number, start, end in mentions[["article_id", "sentence", "start", "end"]].itertuples(index=False):
        taken[article_id, number].append((start, end))
    places, letters = defaultdict(list), {}
    used = sentences[sentences["part"].isin(["lead", "body"])]
    for article_id, number, start, end in used[["article_id", "sentence", "start", "end"]].itertuples(index=False):
        sentence = texts[article_id][start:end]
        for name, after in _names(sentence, [(a - start, b - start) for a, b in taken[article_id, number]]):
            places[name].append((article_id, sentence))
            short = ACRONYM.match(sentence, after)
            if short and short[1] == "".join(word[0] for word in name.split() if word[0].isupper()):
                letters.setdefault(short[1], name)
    return places, letters


def _with_aliases(places, letters):
    """Return (name, aliases, places) with the names of one bearer together: its surname, its letters."""
    fuller = {short: name for short, name in letters.items() if name in places and short in places}
    for surname in [name for name in places if " " not in name and name not in fuller]:
        bearers = [name for name in places if name.endswith(f" {surname}")]
        if bearers:
            most = max(bearers, key=lambda name: (_spread(places[name]), len(places[name]), name))
            alone = {article for article, _ in places[surname]}
            if 2 * len(alone & {article for article, _ in places[most]}) >= len(alone):
                fuller[surname] = most
    aliases = defaultdict(list)
    for short, name in fuller.items():
        aliases[name].append(short)
    names = [name for name in places if name not in fuller]
    return [(n, aliases[n], [place for form in (n, *aliases[n]) for place in places[form]]) for n in names]


def _type_of(name, found):
    """What most of some sentences show a name to be."""
    step = max(1, len(found) // READ)
    read = Counter()
    for _, sentence in found[::step][:READ]:
        at = sentence.find(name)
        labels = [label for a, b, label in entities_in(sentence) if a <= at < b or at <= a < at + len(name)]
        read.update(labels[:1] if at >= 0 else [])
    return TYPES.get(read.most_common(1)[0][0], "other") if read else "other"


def _names(sentence, taken):
    """The capitalised names of a sentence that overlap no mention; its first word and headlines prove nothing."""
    if looks_like_headline(sentence):
        return
    opening = re.match(r"\W*", sentence).end()
    for match in NAME.finditer(sentence):
        whole = re.sub(r"['’]s$", "", match.group())
        name = _without_titles(whole)
        begins = match.start() + len(whole) - len(name)
        overlaps = any(a < match.end() and b > match.start() for a, b in taken)
        if begins > opening and len(name) > 2 and not overlaps and not _is_common(name):
            yield name, match.end()


def _without_titles(name):
    """A name without the day and the office before it: "On Tuesday Mayor Jane Roe"."""
    parts = name.split()
    while len(parts) > 1 and _is_common(parts[0]):
        parts = parts[1:]
    return " ".join(parts)


def _is_common(name):
    """True for a word that is capitalised for another reason: a title, a weekday, the first word of a quotation."""
    common = words("calendar") | words("capitalised") | words("function_words")
    return name.lower() in common or is_title(name) or re.match(r"I['’]", name) is not None


def _examples(found):
    return list(dict.fromkeys(" ".join(sentence.split()) for _, sentence in found))[:EXAMPLES]


def proposals_as_yaml(proposals):
    """Write the names proposed as entries of a codebook, to be pasted into a file and edited.

    Parameters
    ----------
    proposals : DataFrame
        From `discover_actors`, or the rows of it that you want.

    Returns
    -------
    str
        YAML in the form of `codebook/README.md`, the counts as comments; `type` is a guess that you must correct.

    Examples
    --------
    >>> print(mf.proposals_as_yaml(mf.discover_actors(articles).head(1)))  # doctest: +ELLIPSIS
    # ...
    """
    entries = []
    for row in proposals.itertuples(index=False):
        entry = yaml.safe_dump({row.name: _entry(row)}, allow_unicode=True, sort_keys=False)
        entries.append(f"# {row.n} times in {row.n_articles} articles\n{entry}")
    return "\n".join(entries)


def _entry(row):
    if getattr(row, "type", None) != "person":
        return {"type": "organisation", "names": [row.name, *getattr(row, "aliases", ())]}
    return {"type": "person", "names": [row.name], **({"short": list(row.aliases)} if row.aliases else {})}


def as_actor(name, kind, aliases, *, alone):
    """Return an actor made of a proposal; `alone`: whether the surname is this person's wherever it stands."""
    if kind == "person":
        short = tuple(aliases) or short_forms(name)
        return Actor(name, "person", names=(name,), short=short, surname="always" if alone else "known")
    return Actor(name, "organisation", names=(name, *aliases))


def is_alone(name, proposals):
    """Whether nearly all who bear the surname of a name, among the names proposed, are this one."""
    bearers = proposals[proposals["name"].str.split().str[-1] == name.split()[-1]]
    own = bearers.loc[bearers["name"] == name, "n"].sum()
    return bool(own >= MOST * bearers["n"].sum())
