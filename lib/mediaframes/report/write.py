"""From a folder of articles to a folder of pages: every notebook is run on it, and shown."""

import json
import shutil
import tempfile
from pathlib import Path

import nbformat

from mediaframes.codebook import load_actors
from mediaframes.corpus import load_corpus
from mediaframes.corpus.wording import count
from mediaframes.errors import MediaframesError, NotebookError
from mediaframes.report.ahead import cache_folder, read_ahead
from mediaframes.report.pages import write_pages
from mediaframes.report.progress import Steps
from mediaframes.report.run import parameter_names, run_notebooks

MARKER = ".mediaframes-report.json"  # lists the files that a report wrote, so that only those are replaced
PATTERN = "[0-9][0-9]_*.ipynb"


def write_report(corpus, out, *, actors=None, notebooks=None, jobs=2, progress=None):
    """Run the notebooks on a corpus and write one page each, with an index of their findings.

    An earlier report in `out` is replaced only by a new one; other files there are kept. Where a notebook cannot be
    run to its end, its page holds what it did until then, and says so.

    Parameters
    ----------
    corpus : path
        A folder of articles, or one file that holds several; the notebooks get it as `corpus_dir`.
    out : path
        The folder to write; made if missing. A folder that holds anything but a report is refused.
    actors : list of str, optional
        Given to those notebooks that have a parameter `actors`, in place of their own choice.
    notebooks : path, optional
        The folder of the notebooks, `NN_name.ipynb`; by default `./notebooks`, or that of the checkout.
    jobs : int
        How many notebooks run at once, and how many processes read the articles before.
    progress : callable, optional
        Is called with one line of text at the start, now and then, and when a notebook has ended.

    Returns
    -------
    Path
        The index page.

    Raises
    ------
    MediaframesError
        If the corpus, the actors, the notebooks or `out` cannot be used; nothing has run then.
    NotebookError
        If a notebook failed, after the pages are written; if all did, `out` is as it was.
    """
    say = progress or (lambda line: None)
    out, corpus = Path(out).resolve(), Path(corpus).resolve()
    articles = load_corpus(corpus)  # before anything runs: a corpus that is none ends here
    _check_target(out, corpus)
    planned = {path: _parameters(path, corpus, actors) for path in find_notebooks(notebooks)}
    _check_actors(actors, planned)
    say(f"{count(len(planned), 'notebook')} on {corpus.name}: {count(len(articles), 'article')}")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as work:
        _read_ahead(planned, articles, actors, Path(work), jobs, say)
        runs = _run_all(planned, Path(work), jobs, say)
        failures = [run.failure for run in runs.values() if run.failure]
        if len(failures) == len(runs):
            raise NotebookError("\n".join(failures))
        pages = Path(work) / "pages"
        write_pages({path.stem: run for path, run in runs.items()}, pages, corpus.name, articles)
        _replace(out, pages, Path(work) / "old")
    if failures:
        raise NotebookError("\n".join([*failures, f"the other pages are ready: open {out / 'index.html'}"]))
    return out / "index.html"


def find_notebooks(folder=None):
    """List the notebooks `NN_name.ipynb` of a folder, in order; see `write_report` for the default.

    Raises
    ------
    MediaframesError
        If there are none.
    """
    beside_source = Path(__file__).resolve().parents[3] / "notebooks"
    places = [Path(folder)] if folder else [Path("notebooks"), beside_source]
    for place in places:
        if found := sorted(place.resolve().glob(PATTERN)):
            return found
    raise MediaframesError(f"no notebook named like 01_question.ipynb in {' or '.join(map(str, places))}")


def _check_target(out, corpus):
    """Refuse to write over anything that no report has written."""
    if out == corpus or out in corpus.parents:
        raise MediaframesError(f"{out} holds the corpus {corpus}: give the report a folder of its own")
    if out.exists() and not out.is_dir():
        raise MediaframesError(f"{out} is a file: give the name of a folder")
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).exists():
        raise MediaframesError(
            f"{out} holds files that are no earlier report: give the name of a new or an empty folder"
        )


def _parameters(path, corpus, actors):
    """Choose what to set in a notebook; a name that it lacks would be set to no effect, so names come first."""
    known = parameter_names(path)
    if "corpus_dir" not in known:
        has = ", ".join(sorted(known)) or "none"
        raise NotebookError(f"{path.name}: no corpus_dir in a cell tagged `parameters`; it has: {has}")
    chosen = {"corpus_dir": str(corpus)}
    if actors and "actors" in known:
        chosen["actors"] = [_absolute(name) for name in actors]
    return chosen


def _check_actors(actors, planned):
    """Refuse actors that the codebook lacks, or that no notebook would use."""
    if not actors:
        return
    load_actors(*actors)
    if not any("actors" in parameters for parameters in planned.values()):
        raise NotebookError("actors were given, but no notebook has `actors` in its cell tagged `parameters`")


def _absolute(actor):
    """The name of an actor as it is; a codebook file by its full path, for notebooks that run elsewhere."""
    return str(Path(actor).resolve()) if actor.endswith((".yaml", ".yml")) else actor


def _read_ahead(planned, articles, actors, work, jobs, say):
    """Read the articles once, if there are notebooks that will ask for it."""
    if any("annotate(" in path.read_text(encoding="utf-8") for path in planned):
        with Steps("reading", "articles", len(articles), say) as steps:
            read_ahead(articles, actors, cache_folder(work), jobs, steps.step)


def _run_all(planned, work, jobs, say):
    """Run the notebooks and say how each of them ended."""
    notebooks = [nbformat.read(path, 4) for path in planned]
    cells = sum(cell.cell_type == "code" and bool(cell.source.strip()) for nb in notebooks for cell in nb.cells)
    cells += len(planned)  # the parameters that are put into each
    done = {}
    with Steps("running", "cells", cells, say) as steps:
        cache = cache_folder(work)
        for path, run in run_notebooks(planned, work, cache, jobs, on_cell=steps.step):
            say(f"  {'failed' if run.failure else 'done  '}  {path.stem}  {run.seconds:.0f} s")
            done[path] = run
    return {path: done[path] for path in planned}


def _replace(out, pages, old):
    """Put new pages in the place of old ones, and carry over files that are no part of the old report."""
    marker = json.dumps({"files": sorted(p.name for p in pages.iterdir())})
    (pages / MARKER).write_text(marker, encoding="utf-8")
    if out.exists():
        _carry_over(out, pages)
        out.rename(old)
    try:
        pages.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise


def _carry_over(out, pages):
    """Copy what others have put into a report's folder to the new pages."""
    if not (out / MARKER).exists():
        return
    written = {MARKER, *json.loads((out / MARKER).read_text(encoding="utf-8"))["files"]}
    for path in out.iterdir():
        if path.name in written or (pages / path.name).exists():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, pages / path.name)
        else:
            shutil.copy2(path, pages / path.name, follow_symlinks=False)
