"""Words as the measures count them: counted by polars, over what is not page furniture."""

import polars as pl

from mediaframes.corpus.furniture import furniture_spans

__all__ = ["STOPWORDS", "running_text", "term_counts", "tokenize"]

WORD = r"(?:\p{L}\.){2,}\p{L}?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’‑-]\p{L}[\p{L}\p{M}\p{N}]*)*"
STOP = r"[.!?;:\n\"“”]+"  # n-grams do not reach across these
INVISIBLE = r"[\u00AD\u200B-\u200D\u2060\uFEFF]"

# Function words: they say how a text is written, not which words it chooses for what it tells.
STOPWORDS = frozenset(
    """
    a about above after again against all also am an and any are aren't as at be because been before being below
    between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each few
    for from further had hadn't has hasn't have haven't having he her here hers herself him himself his how i if in
    into is isn't it its itself just let me more most my myself no nor not now of off on once only or other our ours
    ourselves out over own same she should shouldn't so some such than that the their theirs them themselves then
    there these they this those through to too under until up us very was wasn't we were weren't what when where
    which while who whom whose why will with won't would wouldn't you your yours yourself yourselves
    i'm i've i'd i'll you're you've you'll we're we've we'll they're they've they'll he'd he'll she'd she'll
    """.split()
)


def running_text(text):
    """Return the text with its page furniture as blanks: the length, and so each offset, stays the same."""
    for start, end, _ in furniture_spans(text):
        text = text[:start] + "\n" + " " * (end - start - 1) + text[end:]
    return text


def tokenize(texts):
    """Split texts into words.

    A word starts with a letter; hyphens and apostrophes inside it belong to it, a possessive 's does not; letters
    are in lower case; "U.S." is one word, and "US" is the same; invisible characters (soft hyphen, zero-width
    space) do not divide it.

    Parameters
    ----------
    texts : iterable of str

    Returns
    -------
    list of list of str
    """
    words = pl.Series("text", list(texts), dtype=pl.String)
    return pl.select(_words(pl.lit(words), WORD)).to_series().to_list()


def _words(column, pattern):
    # Lower case would make one word of the country and the pronoun.
    plain = column.str.replace_all(INVISIBLE, "").str.replace_all(r"\bUS\b", "U.S.").str.to_lowercase()
    plain = plain.str.replace_all("’", "'").str.replace_all("‑", "-")
    return plain.str.extract_all(pattern).list.eval(pl.element().str.replace(r"'s$|'$", ""))


def term_counts(articles, *, ngram=1):
    """Count the words, or runs of `ngram` words, of each article.

    Parameters
    ----------
    articles : DataFrame
        With `article_id` and `text`.
    ngram : int
        How many words make a term. Runs do not reach across sentences or quotation marks.

    Returns
    -------
    counts : DataFrame
        `article_id`, `term`, `x` (how often).
    totals : DataFrame
        `article_id`, `d` (number of running words, or of runs), also for articles that have none.
    """
    texts = [running_text(t) for t in articles["text"]]
    frame = pl.DataFrame({"i": range(len(texts)), "text": texts}, schema={"i": pl.UInt32, "text": pl.String})
    pattern = WORD if ngram == 1 else f"{WORD}|{STOP}"
    long = frame.select("i", term=_words(pl.col("text"), pattern)).explode("term").drop_nulls()
    if ngram > 1:
        long = _runs(long, ngram)
    counts = long.group_by("i", "term").len("x").sort("i", "term")
    totals = long.group_by("i").len("d").sort("i")
    ids = articles["article_id"].reset_index(drop=True)
    counts, totals = counts.to_pandas(), totals.to_pandas().set_index("i")
    counts["article_id"] = ids.iloc[counts["i"]].to_numpy()
    d = totals["d"].reindex(range(len(ids)), fill_value=0).to_numpy()
    return counts[["article_id", "term", "x"]], ids.to_frame().assign(d=d)


def _runs(long, ngram):
    shifted = [pl.col("term").shift(-k) for k in range(ngram)]
    same = pl.col("i") == pl.col("i").shift(-(ngram - 1))
    words_only = pl.all_horizontal([s.str.contains(r"^\p{L}") for s in shifted])
    runs = long.select("i", term=pl.concat_str(shifted, separator=" "), keep=same & words_only)
    return runs.filter("keep").select("i", "term")
