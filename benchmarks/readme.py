"""Write into the READMEs what is made from elsewhere: the figures of accuracy.csv, public names, formats and columns.

python benchmarks/readme.py
"""

import inspect
import re
from pathlib import Path

import yaml

import mediaframes as mf
from mediaframes.validate.accuracy import accuracy, figure

ROOT = Path(__file__).resolve().parents[1]
README, CORPUS = ROOT / "README.md", ROOT / "corpus" / "README.md"
READERS = Path(mf.__file__).parent / "corpus" / "readers"
COMMAND = "`python benchmarks/readme.py`"
BLOCKS = {
    name: re.compile(
        rf"(?<=<!-- {name}: written by `python benchmarks/readme.py` -->\n).*?(?=<!-- end of {name} -->)", re.S
    )
    for name in ("figures", "names", "formats", "columns")
}
ROOMS = {
    "corpus": "files to articles",
    "codebook": "what to look for",
    "annotate": "articles to evidence",
    "measure": "evidence to estimates",
    "show": "estimates to pictures and sentences",
    "validate": "how good instruments and statistics are",
}
NAMES = {
    "attributions": "reported speech, by rules over a small parser",
    "mentions": "mentions of countries, by the codebook",
    "clauses": "who does what to whom, by rules over the parser",
    "deeds": "what kind of deed (PLOVER), by word lists and constructions",
    "harms": "who is shown as harmed (`mf.harms`), by the same rules",
    "tone": "tone toward a name (`mf.tone`)",
    "relations": "who supports or opposes whom (`mf.relations`)",
}


ALSO_CALLED = {"the same, new pairs only": "directed sentiment", "countries, hand-coded here": "benchmarks/hand_codes"}
BESIDE = ["countries, hand-coded here"]  # shown, though no number rests on it


def names():
    """Return the table of the public functions: a line each, in the order in which data flow."""
    lines = []
    for room, does in ROOMS.items():
        own = [n for n in mf.__all__ if inspect.isfunction(getattr(mf, n)) and f".{room}." in getattr(mf, n).__module__]
        lines += [f"\n**{room}**: {does}\n", "| | |", "|---|---|", *map(_line, own)]
    return "\n".join([*lines, "\n"])


def _line(name):
    function = getattr(mf, name)
    given = [p.replace(default=p.empty) for p in inspect.signature(function).parameters.values()]
    said = inspect.getdoc(function).splitlines()[0]
    return f"| `{name}{inspect.Signature(given)}` | {said} |"


def figures():
    """Return the table of the figures that a number may rest on: a line an instrument and kind of actor."""
    table = accuracy()
    shown = table["kind"].notna() | table["data"].isin(BESIDE) & table["measure"].isin(["macro-F1", "share right"])
    resting = table[shown & ~table["part"].str.startswith("word list")].sort_values(
        "instrument", key=lambda c: c.map(list(NAMES).index), kind="stable"
    )
    lines = ["| instrument | on | coded by | |", "|---|---|---|---|"]
    named = set()
    for (instrument, data, on, by), rows in resting.groupby(["instrument", "data", "on", "coded_by"], sort=False):
        told = ", ".join(figure(row) for row in rows.to_dict("records")) + _word_list(table, instrument, data)
        source = "" if by == "a language model" else f" ({ALSO_CALLED.get(data, data)})"
        lines.append(f"| {'' if instrument in named else NAMES[instrument]} | {on}{source} | {by} | {told} |")
        named.add(instrument)
    return "\n" + "\n".join([*lines, *_warnings(table)]) + "\n\n"


def _warnings(table):
    """Return a paragraph on the instruments that are right on countries no more often than "neutral" is, if any."""
    own = table[(table["kind"] == "state") & (table["measure"] == "share right")]
    worse = own.loc[own["low"] <= own["always_neutral"], "instrument"]
    return [
        f"\n**Of countries, {name} cannot be shown to be right more often than always saying “neutral”: do not rest "
        "a finding on it.**"
        for name in worse
    ]


def _word_list(table, instrument, data):
    """Return what a word list reaches on the same data, where it was tried."""
    own = table[(table["instrument"] == instrument) & (table["data"] == data) & (table["measure"] == "macro-F1")]
    own = own[own["part"].str.startswith("word list")]
    return "".join(f"; a word list: {figure(row)}" for row in own.to_dict("records"))


def formats():
    """Return the table of the formats that are read: their suffixes, and how large a file may be."""
    known = yaml.safe_load((READERS / "formats.yaml").read_text(encoding="utf-8"))
    lines = ["| format | files | at most |", "|---|---|---|"]
    for name, told in known.items():
        size = f"{told['megabytes']:,} MB" if "megabytes" in told else "any size"
        lines.append(f"| {name} | {', '.join(f'`{suffix}`' for suffix in told['suffixes'])} | {size} |")
    return "\n" + "\n".join(lines) + "\n\n"


def columns():
    """Return the table of the columns that a source may give, and their other names."""
    known = yaml.safe_load((READERS / "columns.yaml").read_text(encoding="utf-8"))["columns"]
    lines = ["| column | also understood as | says |", "|---|---|---|"]
    for name, told in known.items():
        others = [f"`{other}`" for other in told.get("names", []) if other != name]
        lines += [f"| `{name}` | {', '.join(others)} | {told['meaning']} |"] * ("names" in told)
    return "\n" + "\n".join(lines) + "\n\n"


# What is written where.
WRITTEN = {README: (figures, names), CORPUS: (formats, columns)}


def main():
    """Write the blocks in place."""
    for path, blocks in WRITTEN.items():
        text = path.read_text(encoding="utf-8")
        for block in blocks:
            text = BLOCKS[block.__name__].sub(lambda _, block=block: block(), text)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
