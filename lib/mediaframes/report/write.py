"""From a folder of articles to a folder of pages: every notebook is run on it, and shown."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import nbformat
import yaml

from mediaframes.corpus import load_corpus
from mediaframes.corpus.wording import count
from mediaframes.errors import MediaframesError
from mediaframes.report.pages import write_pages

MARKER = ".mediaframes-report.json"  # lists the files that a report wrote, so that only those are replaced
PATTERN = "[0-9][0-9]_*.ipynb"


class NotebookError(RuntimeError):
    """A notebook could not be run to its end; the message names it, the cell and the error."""


def write_report(corpus, out, *, actors=None, notebooks=None, jobs=2, progress=None):
    """Run the notebooks on a corpus and write one page each, with an index of their findings.

    An earlier report in `out` is replaced only by a complete new one; other files there are kept.

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
        How many notebooks run at once.
    progress : callable, optional
        Is called with one line of text at the start and when a notebook has ended.

    Returns
    -------
    Path
        The index page.

    Raises
    ------
    MediaframesError
        If the corpus, the actors, the notebooks or `out` cannot be used; nothing has run then.
    NotebookError
        If a notebook failed; `out` is as it was.
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
        done = _run_all(planned, Path(work), jobs, say)
        pages = Path(work) / "pages"
        write_pages({p.stem: nbformat.read(done[p], 4) for p in planned}, pages, corpus.name, articles)
        _replace(out, pages, Path(work) / "old")
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
    known = _parameter_names(path)
    if "corpus_dir" not in known:
        has = ", ".join(sorted(known)) or "none"
        raise NotebookError(f"{path.name}: no corpus_dir in a cell tagged `parameters`; it has: {has}")
    chosen = {"corpus_dir": str(corpus)}
    if actors and "actors" in known:
        chosen["actors"] = [_absolute(name) for name in actors]
    return chosen


def _parameter_names(path):
    """The names that the cell tagged `parameters` of a notebook sets."""
    from papermill import inspect_notebook

    try:
        return set(inspect_notebook(_plain(path)))
    except Exception as error:  # whatever a damaged notebook raises, the notebook must be named
        raise NotebookError(f"{path.name}: cannot be read as a notebook: {error}") from error


def _check_actors(actors, planned):
    """Refuse actors that the codebook lacks, or that no notebook would use."""
    if not actors:
        return
    from mediaframes.codebook.actors import load_actors

    load_actors(*actors)
    if not any("actors" in parameters for parameters in planned.values()):
        raise NotebookError("actors were given, but no notebook has `actors` in its cell tagged `parameters`")


def _absolute(actor):
    """The name of an actor as it is; a codebook file by its full path, for notebooks that run elsewhere."""
    return str(Path(actor).resolve()) if actor.endswith((".yaml", ".yml")) else actor


def _plain(path):
    """A path for papermill, which takes braces in it as places to fill in."""
    return str(path).replace("{", "{{").replace("}", "}}")


def _run_all(planned, work, jobs, say):
    """Run notebooks, some at once; all are run before the failures are raised together."""
    environment = _environment(work)
    (work / "done").mkdir()
    done = {path: work / "done" / path.name for path in planned}
    running, failures = [], []
    with ThreadPoolExecutor(jobs) as pool:
        runs = {
            pool.submit(_run, path, done[path], parameters, environment, running): path
            for path, parameters in planned.items()
        }
        try:
            for run in as_completed(runs):
                seconds, failure = run.result()
                say(f"  {'failed' if failure else 'done  '}  {runs[run].stem}  {seconds:.0f} s")
                failures += [failure] * bool(failure)
        except BaseException:  # a stop from outside: the notebooks that still run stop too
            pool.shutdown(wait=False, cancel_futures=True)
            for process in running:
                process.terminate()
            raise
    if failures:
        raise NotebookError("\n".join(sorted(failures)))
    return done


def _environment(work):
    """Variables for the kernels: this Python, plain Jupyter defaults, figures inline, no progress bars."""
    from ipykernel.kernelspec import write_kernel_spec

    (work / "jupyter" / "kernels").mkdir(parents=True)
    write_kernel_spec(work / "jupyter" / "kernels" / "python3")
    paths = [str(work / "jupyter"), os.environ.get("JUPYTER_PATH", "")]
    return os.environ | {
        "JUPYTER_PATH": os.pathsep.join(filter(None, paths)),
        "IPYTHONDIR": str(work / "ipython"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "TQDM_DISABLE": "1",
    }


def _run(path, done, parameters, environment, running):
    """Run one notebook by papermill; return the seconds it took, and what failed or None."""
    command = [sys.executable, "-m", "papermill", _plain(path), _plain(done)]
    options = ["--kernel", "python3", "--cwd", str(path.parent), "--no-progress-bar", "--log-level", "ERROR"]
    options += ["--start-timeout", "300"]  # seconds, for a machine that is busy with other things
    start = time.monotonic()
    process = subprocess.Popen(
        [*command, *options, "-y", yaml.safe_dump(parameters)],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    running.append(process)
    errors = process.communicate()[1]
    failure = _failure(path, done, errors) if process.returncode else None
    return time.monotonic() - start, failure


def _failure(path, done, errors):
    """Name the notebook, the cell that failed and its error; the last line of `errors` where no cell did."""
    cells = nbformat.read(done, 4).cells if done.exists() else []
    ours = {"injected-parameters", "papermill-error-cell-tag"}
    code = [c for c in cells if c.cell_type == "code" and not ours & set(c.metadata.get("tags", []))]
    for number, cell in enumerate(code, start=1):
        for output in cell.outputs:
            if output.output_type == "error":
                first = next(iter(cell.source.strip().splitlines()), "")
                return f"{path.name}, code cell {number} (`{first}`): {output.ename}: {output.evalue}"
    last = next((line for line in reversed(errors.splitlines()) if line.strip()), "no message")
    return f"{path.name}: {last.strip()}"


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
