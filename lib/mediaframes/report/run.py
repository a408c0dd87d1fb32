"""Running notebooks: each in a kernel of its own, some at once, to its end or to its first error."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import NamedTuple

from nbformat import NotebookNode

from mediaframes.errors import NotebookError

START_TIMEOUT = 300  # seconds, for a machine that is busy with other things


class Run(NamedTuple):
    """A notebook as far as it ran: its cells with their outputs, the seconds it took, what failed or None."""

    notebook: NotebookNode
    seconds: float
    failure: str | None


def parameter_names(path):
    """Return the names that the cell tagged `parameters` of a notebook sets.

    Raises
    ------
    NotebookError
        If it is no notebook.
    """
    from papermill import inspect_notebook

    try:
        return set(inspect_notebook(_plain(path)))
    except Exception as error:  # whatever a damaged notebook raises, the notebook must be named
        raise NotebookError(f"{path.name}: cannot be read as a notebook: {error}") from error


def _plain(path):
    """A path for papermill, which takes braces in it as places to fill in."""
    return str(path).replace("{", "{{").replace("}", "}}")


def run_notebooks(planned, work, cache, jobs, *, on_cell):
    """Run notebooks, some at once, and yield each as it ends.

    Parameters
    ----------
    planned : dict of Path to dict
        The notebooks, and what to set in the cell tagged `parameters` of each.
    work : Path
        A folder for what the kernels need.
    cache : Path
        Where what they read is kept; they leave nothing elsewhere.
    jobs : int
        How many run at once.
    on_cell : callable
        Is called without arguments after each code cell.

    Yields
    ------
    Path, Run
        In the order in which they end.
    """
    environment = _environment(work) | {"MEDIAFRAMES_CACHE": str(cache)}
    managers = []
    with ThreadPoolExecutor(jobs) as pool:
        runs = {  # the last first: it tries the instruments out, and would go on alone when all others are done
            pool.submit(_run, path, parameters, work, environment, managers, on_cell): path
            for path, parameters in reversed(planned.items())
        }
        try:
            for run in as_completed(runs):
                yield runs[run], run.result()
        except BaseException:  # a stop from outside: the notebooks that still run stop too
            pool.shutdown(wait=False, cancel_futures=True)
            _kill(managers)
            raise


def _environment(work):
    """Variables for the kernels: plain defaults, figures inline, no progress bars."""
    from ipykernel.kernelspec import write_kernel_spec

    write_kernel_spec(work / "kernels" / "python3")
    return os.environ | {
        "IPYTHONDIR": str(work / "ipython"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "TQDM_DISABLE": "1",
    }


def _run(path, parameters, work, environment, managers, on_cell):
    """Run one notebook; whatever happens to it, what it has done until then is returned."""
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, DeadKernelError
    from papermill.iorw import load_notebook_node
    from papermill.parameterize import parameterize_notebook

    start = time.monotonic()
    notebook = parameterize_notebook(_emptied(load_notebook_node(str(path))), parameters, kernel_name="python3")
    specs = KernelSpecManager(kernel_dirs=[str(work / "kernels")])
    manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=specs)
    managers.append(manager)
    client = NotebookClient(
        notebook,
        km=manager,
        timeout=None,
        startup_timeout=START_TIMEOUT,
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_executed=lambda cell, cell_index, execute_reply: on_cell(),
    )
    failure = None
    try:
        client.execute(env=environment, cleanup_kc=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (CellExecutionError, DeadKernelError, RuntimeError) as error:
        failure = _failure(path, notebook, error)
    return Run(notebook, time.monotonic() - start, failure)


def _emptied(notebook):
    """A notebook without the outputs that it was saved with: where it fails, they would pass for this corpus'."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def _failure(path, notebook, error):
    """Name the notebook, the cell that failed and its error; the error's own words where no cell did."""
    code = [c for c in notebook.cells if c.cell_type == "code" and "injected-parameters" not in tags(c)]
    for number, cell in enumerate(code, start=1):
        for output in cell.outputs:
            if output.output_type == "error":
                first = next(iter(cell.source.strip().splitlines()), "")
                return f"{path.name}, code cell {number} (`{first}`): {output.ename}: {output.evalue}"
    return f"{path.name}: {str(error).strip() or type(error).__name__}"


def tags(cell):
    """Return the tags of a cell."""
    return cell.metadata.get("tags", [])


def _kill(managers):
    for manager in managers:
        if manager.provisioner and (pid := manager.provisioner.pid):
            os.kill(pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
