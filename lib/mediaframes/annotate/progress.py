"""How far reading has come, where its reader looks: on the terminal, or as plain text in a notebook."""

import sys

from tqdm import tqdm


def progress_bar(doing, total, unit, **options):
    """Return a bar of progress (tqdm).

    A notebook sets what is written to stderr in red, as if it were a failure: there the bar goes to stdout.
    """
    file = sys.stdout if "ipykernel" in sys.modules else sys.stderr
    return tqdm(desc=doing, total=total, unit=f" {unit}", file=file, **options)
