"""Words in their context: concordance lines, and the words that keep company with one."""

from collections import Counter

import numpy as np
import pandas as pd
import regex
from scipy import sparse

from mediaframes.annotate.segmentation.sentences import sentence_spans
from mediaframes.errors import MediaframesError, check_option
from mediaframes.measure.declaration import measure
from mediaframes.measure.groups import as_list, group_articles
from mediaframes.measure.inference.resample import MIN_UNITS, interval, resampled_sums
from mediaframes.measure.words.tokens import dropped, located_words, running_text, tokenize

CONTEXT = 60
US = ("US", "U.S.", "u.s.")
POSSESSIVE = regex.compile(r"(?:['’][sS]\b)?")
PART_BEFORE = regex.compile(r"\p{L}['’‑-]$")
PART_AFTER = regex.compile(r"['’‑-](?![sS]\b)\p{L}")
INVISIBLE = "[\u00ad\u200b-\u200d\u2060\ufeff]*"


def term_pattern(term):
    """Return a compiled pattern that finds a word or phrase as a reader would.

    Letters in upper or lower case, any white space between words, "*" for any ending; soft hyphens and zero-width
    spaces inside do not hide it, nor does the kind of apostrophe.

    Raises
    ------
    MediaframesError
        If the term has no letter or digit.
    """
    if not any(c.isalnum() for c in term):
        raise MediaframesError(f"term={term!r} has no letter or digit to look for")
    words = [_word_pattern(w) for w in term.split()]
    return regex.compile(r"(?<![\p{L}\p{N}])" + r"\s+".join(words) + r"(?![\p{L}\p{N}])", regex.IGNORECASE)


def _word_pattern(word):
    if word in US:
        return r"(?-i:U\.S\.|US)"  # never the pronoun
    letters = {"*": r"[\p{L}\p{M}\p{N}]*", "'": "['’]", "’": "['’]", "-": "[-‑]"}
    return INVISIBLE.join(letters.get(c, regex.escape(c)) for c in word)


def find_terms(articles, term, *, whole=False):
    """Return where a term stands: `article_id`, `start`, `end`, one row a hit, page furniture left out.

    With `whole`, part of a hyphenated word ("war" in "anti-war") is no hit, as in `term_frequency`.
    """
    whole = whole and term not in US
    pattern = term_pattern(term)
    rows = [
        (article_id, *m.span())
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True)
        if pattern.search(text)
        for m in pattern.finditer(running_text(text))
        if not (whole and (PART_BEFORE.search(text[: m.start()][-2:]) or PART_AFTER.match(text, m.end())))
    ]
    return pd.DataFrame(rows, columns=["article_id", "start", "end"])


def keyword_in_context(articles, term, *, context=CONTEXT, sort="article"):
    """List each use of a term with the text to its left and right.

    Parameters
    ----------
    articles : DataFrame
    term : str
        A word or phrase; "*" stands for any ending.
    context : int
        Characters on either side.
    sort : {"article", "left", "right"}
        By outlet and date; by the words before the term, nearest first; or by the words after it.

    Returns
    -------
    DataFrame
        One row a use: `outlet`, `published`, `left`, `keyword`, `right`, `article_id`, `start`, `end` (characters
        of `articles.text`), the article columns as far as known.

    Raises
    ------
    MediaframesError
        If the term has no letter or digit, or `sort` is unknown.

    Examples
    --------
    >>> mf.keyword_in_context(articles, "regime")["keyword"].str.lower().unique().tolist()
    ['regime']
    """
    check_option("sort", sort, ("article", "left", "right"))
    hits = find_terms(articles, term)
    known = [c for c in ("outlet", "published") if c in articles]
    texts = articles.set_index("article_id")["text"]
    spans = list(hits[["article_id", "start", "end"]].itertuples(index=False))
    lines = hits.assign(
        left=[_before(texts[i], a, context) for i, a, _ in spans],
        keyword=[" ".join(texts[i][a:b].split()) for i, a, b in spans],
        right=[_after(texts[i], b, context) for i, _, b in spans],
    ).merge(articles[["article_id", *known]], on="article_id", how="left", validate="many_to_one")
    keys = {
        "article": None,
        "left": lines["left"].map(lambda s: s.lower().split()[::-1]),
        "right": lines["right"].map(lambda s: s.lower().split()),
    }
    order = lines.sort_values([*known, "article_id", "start"]).index
    if sort != "article":
        order = sorted(order, key=keys[sort].get)
    columns = [*known, "left", "keyword", "right", "article_id", "start", "end"]
    return lines.loc[order, columns].reset_index(drop=True)


def _before(text, at, context):
    """Return whole words before a place, the nearest ones."""
    cut = max(0, at - context)
    words = text[cut:at].split()
    return " ".join(words[1:] if text[cut : cut + 1].strip() and text[max(cut - 1, 0) : cut].strip() else words)


def _after(text, at, context):
    """Return whole words after a place, the nearest ones."""
    piece = text[at : at + context]
    words = piece.split()
    return " ".join(words[:-1] if text[at + context : at + context + 1].strip() and piece[-1:].strip() else words)


def _uses_near(articles, row, options, of):
    """Return where the word stands near the term, and the nearest use of it; or all uses of the term."""
    pattern, rows = term_pattern(options["term"]), []
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        text = running_text(text)
        for words, nodes in _sentences_with(text, pattern):
            if of == "denominator":
                rows += [(article_id, pd.NA, *node, *node) for node in nodes]
                continue
            near = _within(np.array([is_node for *_, is_node in words], dtype=bool), options["window"])
            for (word, start, end, is_node), reached in zip(words, near, strict=True):
                if word == row["collocate"] and reached and not is_node:
                    node = min(nodes, key=lambda n, at=start: abs(n[0] - at))
                    rows.append((article_id, word, start, end, *node))
    columns = ["article_id", "collocate", "start", "end", "node_start", "node_end"]
    return pd.DataFrame(rows, columns=columns), articles


def _sentences_with(text, pattern):
    """Yield the words of each sentence that holds the term, (word, start, end, in the term), and the term's places."""
    words, nodes = [], []
    for start, end, is_node, last in _pieces(text, pattern):
        words += [(word, start + a, start + b, is_node) for word, a, b in located_words(text[start:end])]
        nodes += [(start, end)] if is_node else []
        if last:
            if nodes:
                yield words, nodes
            words, nodes = [], []


@measure(
    name="collocates of {term}",
    unit="words",
    formula="logDice = 14 + log2[2 f(term, word) ÷ (f(term) + f(word))]",
    denominator="uses of {term} and of the word; window of {window} words to either side, within the sentence; at "
    "least {min_count} uses in the window",
    source="Rychlý 2008; Gries 2013",
    kind="score",
    items=("collocate",),
    spans=("", "node"),
    filters=(),
    located=_uses_near,
)
def collocates(articles, term, *, by=None, window=5, min_count=3, stopwords="drop", copies="keep"):
    """Find the words that keep company with a term.

    Parameters
    ----------
    articles : DataFrame
    term : str
        A word or phrase; "*" stands for any ending.
    by : str or list of str, optional
        Columns that make the groups.
    window : int
        How many words to either side, within the sentence.
    min_count : int
        Leave out words with fewer uses in the window, over all groups.
    stopwords : {"drop", "keep"} or collection of str
        Whether function words are left out, or which words are.
    copies : {"keep", "drop"}
        Whether each copy of a text counts, or the first of each group only.

    Returns
    -------
    DataFrame
        One row a group and word, the closest first: the group columns, `collocate`, `estimate` (logDice, at most
        14), `low`, `high`, `n` (uses of the term), `n_articles` and `n_clusters` that use the term, `count` (uses of
        the word in the window), `count_collocate` (in all), `log_likelihood`, `delta_p` (how much likelier the word
        is inside the window than outside), `made_by`.

    Raises
    ------
    MediaframesError
        If the term has no letter or digit.

    References
    ----------
    Rychlý 2008; Dunning 1993 (NLTK's likelihood ratio); Gries 2013, International Journal of Corpus Linguistics 18(1).

    Examples
    --------
    >>> bool((mf.collocates(articles, "regime")["count"] >= 3).all())
    True
    """
    drop = dropped(stopwords)
    by = as_list(by)
    keys = group_articles(articles, by, copies=copies)
    near, every, nodes = _window_counts(articles[articles["article_id"].isin(keys["article_id"])], term, window)
    near = near[near.groupby("collocate")["x"].transform("sum").ge(min_count) & ~near["collocate"].isin(drop)]
    every = every[every["collocate"].isin(near["collocate"].unique())]
    tables = []
    for key, group in keys.groupby(by) if by else [((), keys)]:
        parts = [t.merge(group[["article_id", "unit"]], on="article_id") for t in (near, every, nodes)]
        tables.append(_associations(*parts).assign(**dict(zip(by, key, strict=True))))
    first = [*by, "collocate", "estimate", "low", "high", "n", "n_articles", "n_clusters", "count"]
    table = pd.concat(tables, ignore_index=True)
    table = table[first + [c for c in table if c not in first]]
    table = table.sort_values([*by, "estimate", "collocate"], ascending=[True] * len(by) + [False, True])
    return table


def _window_counts(articles, term, window):
    """Return per article: words in the window, words in all, and uses of the term with the size of the windows."""
    pattern = term_pattern(term)
    texts = [running_text(t) for t in articles["text"]]
    cut = [list(_pieces(t, pattern)) for t in texts]
    words = iter(tokenize(t[a:b] for t, pieces in zip(texts, cut, strict=True) for a, b, _, _ in pieces))
    near, every, nodes = [], [], []
    for article_id, pieces in zip(articles["article_id"], cut, strict=True):
        inside, outside_node = _in_windows([(next(words), node, last) for _, _, node, last in pieces], window)
        for rows, chosen in ((near, inside), (every, outside_node)):
            rows += [(article_id, word, times) for word, times in Counter(chosen).items()]
        nodes.append((article_id, sum(node for _, _, node, _ in pieces), len(inside), len(outside_node)))
    columns = {"article_id": "str", "collocate": "str", "x": "int64"}
    return (
        pd.DataFrame(near, columns=list(columns)).astype(columns),
        pd.DataFrame(every, columns=list(columns)).astype(columns),
        pd.DataFrame(nodes, columns=["article_id", "hits", "window", "words"]),
    )


def _pieces(text, pattern):
    """Cut a text at the uses of a term: (start, end, whether it is the term, whether a sentence ends with it)."""
    if not pattern.search(text):
        yield 0, len(text), False, True
        return
    for start, end in sentence_spans(text):
        at = start
        for match in pattern.finditer(text, start, end):
            yield at, match.start(), False, False
            yield *match.span(), True, False
            at = POSSESSIVE.match(text, match.end()).end()
        yield at, end, False, True


def _in_windows(pieces, window):
    """Return the words near the term, and all words but the term's own."""
    near, every, words, flags = [], [], [], []
    for piece, node, last in pieces:
        words += piece
        flags += [node] * len(piece)
        if last:
            reach = _within(np.array(flags, dtype=bool), window)
            every += [w for w, is_node in zip(words, flags, strict=True) if not is_node]
            near += [w for w, is_node, r in zip(words, flags, reach, strict=True) if r and not is_node]
            words, flags = [], []
    return near, every


def _within(flags, window):
    """Mark the places at most `window` away from a marked one."""
    return np.convolve(flags, np.ones(2 * window + 1))[window : window + len(flags)] > 0 if len(flags) else flags


def _associations(near, every, nodes):
    words = pd.Index(sorted(near["collocate"].unique()), name="collocate")
    using = nodes[nodes["hits"] > 0]
    units = pd.Index(nodes["unit"].unique())

    def matrix(t):
        t = t[t["collocate"].isin(words)]
        where = (units.get_indexer(t["unit"]), words.get_indexer(t["collocate"]))
        return sparse.coo_array((t["x"].to_numpy(float), where), shape=(len(units), len(words))).tocsr()

    f_xy, f_y = matrix(near), matrix(every)
    f_x = nodes.groupby("unit", sort=False)["hits"].sum().reindex(units).to_numpy(float)
    a, y, x = f_xy.sum(axis=0), f_y.sum(axis=0), f_x.sum()
    n_units = using["unit"].nunique()
    low, high = np.full((2, len(words)), np.nan)
    if n_units >= MIN_UNITS and len(words):
        draws = resampled_sums(sparse.hstack([sparse.csc_array(f_x[:, None]), f_xy, f_y]).tocsr())
        k = len(words)
        low, high = interval(_log_dice(draws[:, 1 : k + 1], draws[:, :1], draws[:, k + 1 :]), n_units)
    in_window, all_words = nodes["window"].sum(), nodes["words"].sum()
    return pd.DataFrame(
        {
            "collocate": words,
            "estimate": _log_dice(a, x, y),
            "low": low,
            "high": high,
            "n": int(x),
            "n_articles": using["article_id"].nunique(),
            "n_clusters": n_units,
            "count": a.astype(int),
            "count_collocate": y.astype(int),
            "log_likelihood": [
                _likelihood(*c) for c in zip(a, [in_window] * len(a), y, [all_words] * len(a), strict=True)
            ],
            "delta_p": a / in_window - (y - a) / max(all_words - in_window, 1),
        }
    )


def _log_dice(f_xy, f_x, f_y):
    with np.errstate(divide="ignore", invalid="ignore"):
        dice = 14 + np.log2(2 * f_xy / (f_x + f_y))
    return np.where(np.isfinite(dice), dice, np.nan)


def _likelihood(a, window, y, words):
    from nltk.metrics import BigramAssocMeasures  # NLTK takes half a second to load

    return BigramAssocMeasures.likelihood_ratio(int(a), (int(window), int(y)), int(words))
