"""The command `mediaframes`: a folder of articles in, an audit, evidence or a report out."""

import argparse
import signal
import sys
import warnings
from contextlib import contextmanager
from importlib.metadata import version

from mediaframes.errors import MediaframesError, NotebookError

FAILED, REFUSED, STOPPED = 1, 2, 130


def main(arguments=None):
    """Run the command line.

    Parameters
    ----------
    arguments : list of str, optional
        In place of those of the process.

    Returns
    -------
    int
        Exit code: 0 done, 1 a notebook failed, 2 the input cannot be used, 130 stopped.
    """
    chosen = _parser().parse_args(arguments)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _one_line
            chosen.run(chosen)
    except (NotebookError, MediaframesError) as error:
        print(f"mediaframes: {error}", file=sys.stderr)
        return FAILED if isinstance(error, NotebookError) else REFUSED
    except OSError as error:
        print(f"mediaframes: {error.strerror or error}: {error.filename or ''}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print("mediaframes: stopped; nothing was written", file=sys.stderr)
        return STOPPED
    return 0


def _report(chosen):
    from mediaframes.report.write import write_report

    # Asked to end, end as after Ctrl-C: the notebooks that run are stopped, and nothing is left behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    index = write_report(
        chosen.corpus,
        chosen.out,
        actors=_actor_names(chosen.actors),
        notebooks=chosen.notebooks,
        jobs=chosen.jobs,
        progress=lambda line: print(line, flush=True),
    )
    print(f"The report is ready: open {index}")


def _audit(chosen):
    from mediaframes.corpus import read_corpus
    from mediaframes.corpus.summary import audit_summary

    articles, audit = read_corpus(chosen.corpus)
    print(audit_summary(audit, articles))


def _annotate(chosen):
    import mediaframes as mf
    from mediaframes.annotate.streaming import annotate_parquet, is_articles_file

    actors = mf.load_actors(*_actor_names(chosen.actors))
    with _workers(chosen.workers) as client:
        if is_articles_file(chosen.corpus):
            rows = annotate_parquet(chosen.corpus, actors, chosen.out, client=client)
        else:
            evidence = mf.annotate(mf.load_corpus(chosen.corpus), actors, client=client)
            evidence.write(chosen.out)
            rows = {"mentions": len(evidence.mentions), "articles": len(evidence.articles)}
    print(f"{rows['mentions']:,} mentions in {rows['articles']:,} articles: {chosen.out}")


@contextmanager
def _workers(number):
    """A Dask client with as many processes, or None for one."""
    if number == 1:
        yield None
        return
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise MediaframesError(
            f"--workers {number} needs the package distributed, which is not installed: "
            '`pip install "mediaframes[workers]"` or `pip install distributed`'
        ) from None
    with (
        LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


def _actor_names(given):
    """Split actors at commas too: `US "North Korea"` and `"US, North Korea"` are the same."""
    return [name.strip() for part in given for name in part.split(",") if name.strip()]


def _one_line(message, category, filename, lineno, file=None, line=None):
    print(f"mediaframes: {message}", file=sys.stderr)


def _parser():
    parser = argparse.ArgumentParser(prog="mediaframes", description="How news names and frames its actors.")
    parser.add_argument("--version", action="version", version=f"mediaframes {version('mediaframes')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_report(commands)
    audit = _add(commands, "audit", _audit, "tell what became of every file of a corpus")
    audit.add_argument("corpus", metavar="CORPUS", help="a folder of articles, or one file")
    annotate = _add(commands, "annotate", _annotate, "write the evidence of a corpus as tables")
    annotate.add_argument("corpus", metavar="CORPUS", help="a folder of articles, or one file")
    annotate.add_argument("--out", metavar="DIR", required=True, help="where to write the Parquet files")
    workers = "processes to read with (default: 1); more need the package distributed"
    annotate.add_argument("--workers", metavar="N", type=_positive, default=1, help=workers)
    _add_actors(annotate, "all of the built-in codebook")
    return parser


def _add(commands, name, run, does):
    command = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    command.set_defaults(run=run)
    return command


def _add_report(commands):
    report = _add(commands, "report", _report, "run every notebook on a corpus and write a page for each")
    report.add_argument("corpus", metavar="CORPUS", help="a folder of articles, or one file")
    report.add_argument("--out", metavar="DIR", default="reports", help="where to write (default: %(default)s)")
    report.add_argument("--notebooks", metavar="DIR", help="where the notebooks are (default: notebooks)")
    report.add_argument("--jobs", metavar="N", type=_positive, default=2, help="notebooks run at once (default: 2)")
    _add_actors(report, "those that most articles name")


def _add_actors(command, default):
    help_text = f"names of actors, persons, YAML files (default: {default})"
    command.add_argument("--actors", metavar="ACTOR", nargs="+", default=[], help=help_text)


def _positive(text):
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
