"""Which names does the news hold that the codebook lacks?"""

import re
from collections import defaultdict

import pandas as pd
import yaml

from mediaframes.annotate.coreference.titles import is_title
from mediaframes.annotate.entities.recognition import looks_like_headline
from mediaframes.annotate.names import Names
from mediaframes.codebook import load_actors
from mediaframes.codebook.english import words
from mediaframes.errors import MediaframesError

COLUMNS = ["name", "n", "n_articles", "sentences"]
NAME = re.compile(r"\b[A-Z][\w'’-]*[^\W_](?: (?:of |de |al-|bin |el-)?[A-Z][\w'’-]*[^\W_])*")
EXAMPLES = 3


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
        One row a name, the most frequent first: `name`, `n` (occurrences), `n_articles`, `sentences` (up to three,
        as a list of str). Persons, towns and companies are among them: choose what is an actor for you.

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
    places = _places(articles, sentences, mentions)
    rows = [
        (name, len(found), len({article for article, _ in found}), _examples(found))
        for name, found in places.items()
        if len(found) >= min_count
    ]
    return pd.DataFrame(rows, columns=COLUMNS).sort_values(["n", "name"], ascending=[False, True], ignore_index=True)


def _places(articles, sentences, mentions):
    """Each unknown name -> [(article_id, sentence text)]."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    taken = defaultdict(list)
    for article_id, number, start, end in mentions[["article_id", "sentence", "start", "end"]].itertuples(index=False):
        taken[article_id, number].append((start, end))
    places = defaultdict(list)
    used = sentences[sentences["part"].isin(["lead", "body"])]
    for article_id, number, start, end in used[["article_id", "sentence", "start", "end"]].itertuples(index=False):
        sentence = texts[article_id][start:end]
        for name in _names(sentence, [(a - start, b - start) for a, b in taken[article_id, number]]):
            places[name].append((article_id, sentence))
    return places


def _names(sentence, taken):
    """The capitalised names of a sentence that overlap no mention; its first word and headlines prove nothing."""
    if looks_like_headline(sentence):
        return
    opening = re.match(r"\W*", sentence).end()
    for match in NAME.finditer(sentence):
        name = re.sub(r"['’]s$", "", match.group())
        overlaps = any(a < match.end() and b > match.start() for a, b in taken)
        if match.start() > opening and len(name) > 2 and not overlaps and not _is_common(name):
            yield name


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
    for name, n, n_articles in proposals[["name", "n", "n_articles"]].itertuples(index=False):
        entry = yaml.safe_dump({name: {"type": "organisation", "names": [name]}}, allow_unicode=True, sort_keys=False)
        entries.append(f"# {n} times in {n_articles} articles\n{entry}")
    return "\n".join(entries)
