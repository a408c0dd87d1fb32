"""Notebooks that have run, as pages: one HTML file each and an index, which ask nothing of the network."""

import ast
import re
from copy import deepcopy
from datetime import datetime
from importlib.metadata import version
from itertools import count as count_from
from pathlib import Path

import jinja2
from nbconvert.exporters import HTMLExporter

from mediaframes.annotate.attitude.instruments import AGREES_TO
from mediaframes.annotate.names import is_english
from mediaframes.corpus.wording import count, period
from mediaframes.validate.accuracy import accuracy, accuracy_clause

HERE = Path(__file__).parent
# Best first. Scripts and widgets are not among them: a page shows what was computed, and runs nothing.
SHOWN = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/latex", "text/plain")
# The pages' own promise to the browser: whatever an article holds, nothing is run and nothing is fetched.
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
NUMBER = re.compile(r"\s*(?:NaN|NaT|None|&lt;NA&gt;|–|[-+−\d.,:%\s]*(?:to[-+−\d.,%\s]+)?)\s*")
NOTE = re.compile(r"(?m)^Note: .*\n?(?:^  .*\n?)*")  # of `print_warnings_in_notebooks`, with its further lines
PROGRESS_BAR = re.compile(r"\d+%\|")


def write_pages(runs, folder, corpus_name, articles):
    """Write a page for each notebook that has run, by its name and in order, and an index of what they found.

    A notebook that failed has a page up to the cell that failed. The folder is made here. Size, outlets and dates of
    the articles that the notebooks read head the index.
    """
    folder.mkdir()
    entries = [_entry(name, run) for name, run in runs.items()]
    made = datetime.now().astimezone()
    about = {
        "corpus": corpus_name,
        "facts": corpus_facts(articles),
        "made": f"{made:%Y-%m-%d %H:%M}",
        "version": version("mediaframes"),
        "policy": POLICY,
        "css": (HERE / "report.css").read_text(encoding="utf-8"),
    }
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True)

    def write(name, template, **filling):
        page = templates.get_template(template).render(about | filling)
        (folder / f"{name}.html").write_text(page, encoding="utf-8")

    trust = [accuracy_clause([name], kinds=["state"]) for name in accuracy()["instrument"].unique()]
    write("index", "index.html", entries=entries, trust=trust, agrees_to=AGREES_TO)
    for before, entry, after in zip([None, *entries], entries, [*entries[1:], None], strict=False):
        cells = _cells(runs[entry["name"]].notebook, entry)
        code = "\n\n".join(c.source for c in runs[entry["name"]].notebook.cells if c.cell_type == "code")
        about_it = {"title": entry["title"], "failure": entry["failure"], "code": code}
        write(entry["name"], "page.html", cells=cells, before=before, after=after, **about_it)


def title(notebook):
    """The first heading of a notebook as plain text, or None."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for line in cell.source.splitlines():
                if heading := re.match(r"#+\s+(.+?)\s*#*$", line):
                    return re.sub(r"[*`]|\[([^\]]*)\]\([^)]*\)", r"\1", heading[1])
    return None


def finding(notebook):
    """The sentence that the cell tagged `finding` printed, or returned, in one line; None if there is none."""
    for output in _tagged_outputs(notebook, "finding"):
        if output.get("name") == "stdout":
            text = NOTE.sub("", output.text)
        elif output.output_type in ("execute_result", "display_data"):
            text = _unquoted(output.data.get("text/plain", ""))
        else:
            continue
        if text.strip():
            return re.sub(r"[ \t\n]+", " ", text).strip()  # a no-break space stays one
    return None


def figure(notebook):
    """The first PNG of the cell tagged `figure`, in base64, or None."""
    for output in _tagged_outputs(notebook, "figure"):
        if "image/png" in output.get("data", {}):
            return "".join(output.data["image/png"].split())
    return None


def corpus_facts(articles):
    """Say how many articles, from how many outlets, of which days, and how many could not be read (list of str)."""
    outlets = articles["outlet"].nunique()
    named = count(outlets, "outlet") if outlets else "no outlet named"
    return [count(len(articles), "article"), named, period(articles["published"]) or "no dates", *_unread(articles)]


def _unread(articles):
    """Say how many articles the English instruments leave out, and in which languages they are."""
    others = articles[~is_english(articles)]
    if others.empty:
        return []
    languages = ", ".join(f"{language}: {n:,}" for language, n in others["language"].value_counts().items())
    left_out = "not read, as not in English, and in no number on actors, deeds, voices and tone"
    return [f"{left_out}: {len(others):,} ({languages})"]


def _tagged_outputs(notebook, tag):
    for cell in notebook.cells:
        if cell.cell_type == "code" and tag in cell.metadata.get("tags", []):
            yield from cell.outputs


def _unquoted(text):
    """A string as shown by Python without its quotation marks; other text as it is."""
    if not re.fullmatch(r"(?s)\s*('.*'|\".*\")\s*", text):
        return text
    try:
        return str(ast.literal_eval(text.strip()))
    except (SyntaxError, ValueError):
        return text


def _entry(name, run):
    """What the index says of one notebook."""
    found = {"finding": finding(run.notebook), "figure": figure(run.notebook), "failure": run.failure}
    return {"name": name, "title": title(run.notebook) or name, **found}


def _cells(notebook, entry):
    """Render the cells of one notebook by nbconvert, with our template."""
    template = str(HERE / "cells.html")
    exporter = HTMLExporter(template_name="base", template_file=template, exclude_anchor_links=True)
    return exporter.from_notebook_node(_shown(notebook, entry))[0]


def _shown(notebook, entry):
    """A copy of a notebook in which each output has one form that a page may show, and figures their texts."""
    shown, heading = deepcopy(notebook), entry["title"]
    shown.cells, figures = _until_failure(shown.cells), count_from(1)
    for cell in shown.cells:
        if cell.cell_type == "markdown":
            headings = re.findall(r"(?m)^#+\s+(.+)$", cell.source)
            heading = headings[-1] if headings else heading
        elif cell.cell_type == "code":
            tagged = "figure" in cell.metadata.get("tags", [])
            alt = (tagged and entry["finding"]) or f"Figure: {heading}"
            cell.outputs = [o for o in cell.outputs if _keep_best(o, alt, f"figure-{next(figures)}")]
    return shown


def _until_failure(cells):
    """The cells up to the first that failed; below it there is nothing but headings of what was not done."""
    failed = [i for i, c in enumerate(cells) if any(o.output_type == "error" for o in c.get("outputs", ()))]
    return cells[: failed[0] + 1] if failed else cells


def _keep_best(output, alt, anchor):
    """Leave in an output the best form of its data only; return whether there is anything to show."""
    if output.output_type == "stream":
        output.text = _without_progress_bars(output.text)
        return bool(output.text.strip())
    if "data" not in output:
        return False  # an error: the page says what failed
    best = next((kind for kind in SHOWN if kind in output.data), None)
    output.data = {best: output.data[best]} if best else {}
    output.metadata = {"alt": alt, "anchor": anchor}
    if best == "text/html":
        output.data[best] = _restyled(output.data[best])
    if best == "text/plain":
        output.data[best] = _unquoted(output.data[best])
    return bool(best)


def _restyled(html):
    """Leave the look of pandas' tables to our style sheet: it sets words flush right, as if they were numbers."""
    html = re.sub(r"(?s)<style scoped>.*?</style>", "", html)
    html = re.sub(r"(?s)<thead>.*?</thead>", lambda head: re.sub("<th(?=[ >])", '<th scope="col"', head[0]), html)
    html = html.replace("<th>", '<th scope="row">')
    html = html.replace("<div class='mf-table'", '<div class="mf-table" tabindex="0" role="group" aria-label="Result"')
    return re.sub(
        r"<td>([^<]*)", lambda cell: cell[0] if NUMBER.fullmatch(cell[1]) else f'<td class="words">{cell[1]}', html
    )


def _without_progress_bars(text):
    """Text as a terminal would show it at the end: what was written over, and bars, are gone."""
    lines = [line.rstrip("\r").rsplit("\r", 1)[-1] for line in text.split("\n")]
    return "\n".join(line for line in lines if not PROGRESS_BAR.search(line))
