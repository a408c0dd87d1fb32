"""The files of a corpus: every one is listed, none outside of it is opened."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from mediaframes.errors import CorpusError

_SPECIAL = {"p": "pipe", "s": "socket", "c": "device", "b": "device"}


@dataclass(frozen=True)
class Found:
    """One file of a corpus: where it is, its `name` in the corpus, and why it is not opened, if so."""

    path: Path
    name: str
    refused: str = ""


def find_files(source):
    """List the files of a corpus: a folder (searched with its subfolders), a file, or several of either.

    They are sorted by name. Names are relative to the folder given (or to the nearest folder that holds everything
    given), with forward slashes, and so are the same on every machine. What does not exist is a CorpusError.
    """
    given = [source] if isinstance(source, str | os.PathLike) else list(source)
    if not given:
        raise CorpusError("No corpus given: the list is empty; give a folder, a file, or a list of files")
    paths = [Path(p) for p in given]
    for path in paths:
        if not os.path.lexists(path):
            raise CorpusError(f"no such file or folder: {os.fspath(path)}")
    base = _base(paths)
    found = [f for path in paths for f in (_in_folder(path, base) if path.is_dir() else [_one(path, base)])]
    return sorted({f.name: f for f in found}.values(), key=lambda f: f.name)


def _base(paths):
    """Choose the folder that names are relative to."""
    folders = [os.path.abspath(p if p.is_dir() else p.parent) for p in paths]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # on different drives
        return Path(folders[0])


def _in_folder(folder, base):
    root = os.path.realpath(folder)
    for parent, folders, files in os.walk(folder, followlinks=False):
        links = [f for f in folders if os.path.islink(os.path.join(parent, f))]
        for name in [*files, *links]:
            path = Path(parent, name)
            yield Found(path, _name(path, base), _refusal(path, folder, root))


def _one(path, base):
    """Take a file that was named by the caller, through a link if it is one."""
    return Found(path, _name(path, base), _not_a_file(path))


def _name(path, base):
    relative = os.path.relpath(os.path.abspath(path), base).replace(os.sep, "/")
    return relative.encode("utf-8", "backslashreplace").decode()  # names need not be UTF-8


def _refusal(path, folder, root):
    """Why a file found in `folder` is not opened; `root` is where the folder really is, links resolved."""
    if path.is_symlink():
        target = os.path.realpath(path)
        inside = target == root or target.startswith(root.rstrip(os.sep) + os.sep)
        return "ignored: link within the corpus" if inside else "link that leaves the corpus, not followed"
    hidden = any(part.startswith(".") for part in Path(os.path.relpath(path, folder)).parts)
    if hidden or path.name in ("Thumbs.db", "desktop.ini"):
        return "ignored: hidden file"
    return _not_a_file(path)


def _not_a_file(path):
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        return f"cannot be opened: {getattr(error, 'strerror', None) or error}"
    kind = _SPECIAL.get(stat.filemode(mode)[0])
    return f"a {kind}, not a file; not opened" if kind else ""
