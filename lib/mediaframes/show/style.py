"""What all pictures have in common: axes, units, dates, and text that is drawn as it is."""

from textwrap import fill

INK = "#333333"
GREY = "#8a8a8a"
QUIET = "#555555"
GRID = "#e4e4e4"
UNITS = {"share": " (%)", "rate": " per 10,000 words"}  # of an axis, by the kind of measure


def in_percent(estimates):
    """Return whether estimates are shares, which are shown in percent: a measure knows its unit."""
    return estimates.attrs.get("kind") == "share"


def axes(ax, *, size=(7.5, 4.0)):
    """Return `ax`, or the Axes of a new figure."""
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt  # only here, so that a caller may choose a backend first

    return plt.subplots(figsize=size, layout="constrained")[1]


def finish(ax, *, title="", xlabel="", ylabel=""):
    """Label the axes and take away what carries nothing."""
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    ax.tick_params(axis="y", length=0)
    ax.grid(axis="x", color=GRID, linewidth=0.8)
    ax.set_axisbelow(True)
    ax.set(xlabel=literal(xlabel), ylabel=literal(ylabel))
    if title:
        ax.set_title(literal(title), loc="left", fontsize="medium", fontweight="bold")
    return ax


def note(ax, *parts):
    """Write above a picture what its marks and numbers mean, below its title if it has one."""
    title, said = ax.get_title(loc="left"), fill("; ".join(part for part in parts if part), 88)
    ax.set_title(literal("\n".join(filter(None, [title, said]))), loc="left", fontsize="small", fontweight="normal",
                 color=INK if title else QUIET)  # fmt: skip


def start_at_zero(ax, table, *, axis="x"):
    """Let an axis of shares and counts start at zero, for lengths to be read; not where it has two signs."""
    if table.attrs.get("kind") in UNITS and not (table[["estimate", "low"]] < 0).any(axis=None):
        ax.set(**{f"{axis}lim": (0, None)})


def date_axis(ax, *, most=8):
    """Let the x axis show dates, few and short."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    locator = AutoDateLocator(minticks=2, maxticks=most)
    days = ["%d %b"] * 4  # articles have a day, and no hour: a single tick would show one
    formatter = ConciseDateFormatter(
        locator,
        formats=["%Y", "%b", *days],
        zero_formats=["", "%Y", "%b", *days[1:]],
        offset_formats=["", *["%Y"] * 5],
    )
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(formatter)


def literal(text):
    """Return text that matplotlib draws as it is: a dollar sign would start a formula."""
    return str(text).replace("$", r"\$")


def shorten(text, length=42):
    """Return text of at most `length` characters, with an ellipsis where it was cut, drawn as it is."""
    text = " ".join(str(text).split())
    return literal(text if len(text) <= length else text[: length - 1].rstrip() + "…")
