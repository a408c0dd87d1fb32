"""Files to articles, and what became of each file: one walk gives both, so that they cannot disagree."""

import os

import pandas as pd

from mediaframes.corpus.enrichment.enrich import enrich
from mediaframes.corpus.find import find_files
from mediaframes.corpus.one_file import read_files
from mediaframes.corpus.readers.rows import articles_table
from mediaframes.errors import CorpusError, check_option, tell

AUDIT_COLUMNS = ("path", "reader", "n_articles", "n_expected", "status", "reason", "sha256")


def load_corpus(source, *, on_error="warn"):
    """Read every article of a corpus.

    Parameters
    ----------
    source : str, Path, or list of them
        A folder with its subfolders, a file, or several files.
    on_error : {"warn", "raise", "ignore"}
        What to do when a file, or a part of one, gives no article. The rest is read in any case but
        "raise". Files that are no articles by their name (README, hidden files) do not count.

    Returns
    -------
    pandas.DataFrame
        One row an article: article_id, outlet, published (UTC, without zone), title, text, author,
        section, url, language, wire, copy_of, story, n_words, source_path (within the corpus), reader,
        sha256 (of the file) and warnings ("; "-joined). Text of txt, md, csv, tsv and JSON files is kept
        character for character. Columns of the input that none of these names are left out: merge them
        on article_id.

    Raises
    ------
    CorpusError
        Nothing is there, or nothing readable, or, if asked for, a file could not be read in full.

    Examples
    --------
    >>> articles = mf.load_corpus("corpus/sample")
    >>> len(articles)
    66
    >>> articles["published"].min().year
    2022
    """
    check_option("on_error", on_error, ("warn", "raise", "ignore"))
    articles, audit = read_corpus(source)
    lost = audit[(audit.status != "read") & ~audit.reason.str.startswith("ignored: ")]
    if articles.empty:
        raise CorpusError(_nothing_read(source, audit, lost))
    if len(lost) and on_error != "ignore":
        message = _losses(audit, lost)
        if on_error == "raise":
            raise CorpusError(message)
        tell(message)
    return articles


def audit_corpus(source):
    """Tell what became of every file of a corpus.

    Parameters
    ----------
    source : str, Path, or list of them
        As for `load_corpus`.

    Returns
    -------
    pandas.DataFrame
        One row a file found: path (within the corpus), reader, n_articles, n_expected (what the file
        announces, or the pieces found in it), status ("read", "partly", "rejected"), reason ("" if all
        was read; it begins with "ignored: " for what is no article by its name), sha256 of the bytes
        (missing where the file was not opened).

    Raises
    ------
    CorpusError
        The folder or file does not exist.

    Examples
    --------
    >>> audit = mf.audit_corpus("corpus/sample")
    >>> audit["status"].value_counts().to_dict()
    {'read': 66}
    """
    return read_corpus(source, groups=False)[1]


def read_corpus(source, *, groups=True):
    """Read a corpus once for both its articles and its audit; see `load_corpus` and `audit_corpus`.

    Parameters
    ----------
    source : str, Path, or list of them
    groups : bool
        Whether copies and stories are looked for among the articles whose source does not name them.

    Returns
    -------
    tuple of (pandas.DataFrame, pandas.DataFrame)
        Articles, empty if there are none, and the audit.

    Examples
    --------
    >>> from mediaframes.corpus import read_corpus
    >>> articles, audit = read_corpus("corpus/sample")
    >>> len(articles), int(audit["n_articles"].sum())
    (66, 66)
    """
    rows, files = [], []
    for file_rows, entry in read_files(find_files(source)):
        rows.extend(file_rows)
        files.append(entry)
    return enrich(articles_table(rows), groups=groups), _audit_table(files)


def _audit_table(files):
    audit = pd.DataFrame(files, columns=list(AUDIT_COLUMNS))
    text = ("path", "reader", "status", "reason", "sha256")
    return audit.astype(dict.fromkeys(text, "str") | {"n_articles": "int64", "n_expected": "int64"})


def _losses(audit, lost):
    rejected = int((lost.status == "rejected").sum())
    counts = {"rejected": rejected, "only in part": len(lost) - rejected}
    parts = [f"{n} {what}" for what, n in counts.items() if n]
    example = f"{lost.path.iloc[0]}: {lost.reason.iloc[0]}"
    return (
        f"{len(lost)} of {len(audit)} files were not read in full ({', '.join(parts)}), such as {example}; "
        "audit_corpus() lists them all"
    )


def _nothing_read(source, audit, lost):
    what = os.fspath(source) if isinstance(source, str | os.PathLike) else "the list given"
    if audit.empty:
        return f"{what}: the folder is empty"
    if lost.empty:
        return f"{what}: no article in {len(audit)} files, none has a name that is read"
    return f"{what}: no readable article in {len(audit)} files, such as {lost.path.iloc[0]}: {lost.reason.iloc[0]}"
