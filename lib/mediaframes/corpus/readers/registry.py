"""Which reader takes which file: a row of `formats.yaml` each."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath

from mediaframes.corpus.data import yaml_beside


@dataclass(frozen=True)
class Format:
    """A reader: its name in the audit, "module.function", the suffixes and the most megabytes of its files.

    The function takes an open file and its name in the corpus, and yields what `items` names: an article as a
    dict of columns, a `Problem` for a piece that is none, None to say that it still works.
    """

    name: str
    function: str
    suffixes: list
    megabytes: float = float("inf")
    isolated: bool = True

    def read(self, stream, name):
        """Return the items of an open file; the library behind is loaded at the first."""
        module, function = self.function.split(".")
        return getattr(import_module(f"{__package__}.{module}"), function)(stream, name)


BY_NAME = {name: Format(name, **row) for name, row in yaml_beside(__file__, "formats.yaml").items()}
FORMATS = {suffix: known for known in BY_NAME.values() for suffix in known.suffixes}


def choose(name):
    """Choose the reader for a file by its name: a Format, or None and the reason."""
    path = PurePosixPath(name)
    if path.stem.lower() == "readme":
        return None, "ignored: describes the corpus"
    if path.suffix.lower() in (".yaml", ".yml"):
        return None, "ignored: settings, not an article"
    if path.name.startswith(".") or "__MACOSX" in path.parts:
        return None, "ignored: hidden file"
    if not path.suffix:
        return BY_NAME["text"], ""
    last = path.suffix.lower()
    known = FORMATS.get("".join(path.suffixes[-2:]).lower()) or FORMATS.get(last)
    return known, "" if known else f"no reader for {path.suffix[:20]!r} files"
