"""Bounds on what compressed files may unfold to."""

import zipfile

from mediaframes.corpus.readers.items import Unreadable

LARGEST_RATIO = 200  # XML compresses by 10 to 50, a bomb by 1000
LARGEST_MEMBER = 256 << 20
LARGEST_TOTAL = 2 << 30
MOST_MEMBERS = 100_000
_SMALL = 1 << 20  # below this no ratio does harm


def check_zip(stream):
    """Open a zip file, docx and xlsx too, if what it claims to hold is within bounds, else raise Unreadable.

    Python's zipfile reads no more of a member than it claims.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable(f"damaged or not of this format ({error})") from None
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Unreadable(f"{len(members):,} files in it; the limit is {MOST_MEMBERS:,}")
    total = sum(m.file_size for m in members)
    if total > LARGEST_TOTAL:
        raise Unreadable(f"unfolds to {total:,} bytes; the limit is {LARGEST_TOTAL:,}")
    for member in members:
        name, size = member.filename[:80], member.file_size
        if size > LARGEST_MEMBER:
            raise Unreadable(f"{name} unfolds to {size:,} bytes; the limit is {LARGEST_MEMBER:,}")
        if size > _SMALL and size > LARGEST_RATIO * max(member.compress_size, 1):
            raise Unreadable(f"{name} is compressed more than {LARGEST_RATIO} times, as bombs are")
    return archive


class Bounded:
    """A stream that raises Unreadable when more than `limit` bytes were read from it."""

    def __init__(self, stream, limit):
        self.stream, self.left, self.limit = stream, limit, limit

    def read(self, size=-1):
        """Read up to `size` bytes, all if negative."""
        data = self.stream.read(self.left + 1 if size is None or size < 0 else size)
        self.left -= len(data)
        if self.left < 0:
            raise Unreadable(f"unfolds to more than {self.limit:,} bytes")
        return data
