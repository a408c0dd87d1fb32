"""How pictures look: colours that colour-blind readers tell apart, and that print."""

# Okabe & Ito 2008, without the yellow, which print loses.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
MARKERS = ("o", "s", "D", "^", "v", "P", "X")
GREY = "#8a8a8a"
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


def colour_of(number):
    """Return colour and marker of the series with this number: both differ, so that either is enough."""
    return COLOURS[number % len(COLOURS)], MARKERS[number % len(MARKERS)]


def finish(ax, *, title="", xlabel="", ylabel=""):
    """Label the axes and take away what carries nothing."""
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    ax.tick_params(axis="y", length=0)
    ax.grid(axis="x", color="#e4e4e4", linewidth=0.8)
    ax.set_axisbelow(True)
    ax.set(xlabel=literal(xlabel), ylabel=literal(ylabel))
    if title:
        ax.set_title(literal(title), loc="left", fontsize="medium", fontweight="bold")
    return ax


def date_axis(ax):
    """Let the x axis show dates, few and short."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    locator = AutoDateLocator(minticks=2, maxticks=8)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))


def literal(text):
    """Return text that matplotlib draws as it is: a dollar sign would start a formula."""
    return str(text).replace("$", r"\$")


def shorten(text, length=42):
    """Return text of at most `length` characters, with an ellipsis where it was cut, drawn as it is."""
    text = " ".join(str(text).split())
    return literal(text if len(text) <= length else text[: length - 1].rstrip() + "…")
