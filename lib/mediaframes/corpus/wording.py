"""How numbers and long texts are put into a line for a reader."""


def count(n, noun):
    """A number with its noun: "1 article", "2,000 articles"."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def shortened(text, most):
    """Put a text on one line of bounded length; file names and error messages may hold anything."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def first_line(error):
    """The first line of an error's message, or its kind where it has none."""
    return str(error).splitlines()[0][:120] if str(error) else type(error).__name__


def period(dates):
    """The first and the last day of some dates, "2021-03-04 to 2021-04-01"; "" where none is known."""
    known = dates.dropna()
    days = () if known.empty else (known.min(), known.max())
    return " to ".join(dict.fromkeys(f"{day:%Y-%m-%d}" for day in days))
