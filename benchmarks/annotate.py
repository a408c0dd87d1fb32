"""How fast `annotate` reads, beside spaCy's full pipeline on the same articles in the same run.

    python benchmarks/annotate.py [CORPUS] [--articles N] [--actors US Israel Iraq] [--workers] [--growth]

Prints ratios, and writes them to benchmarks/results/annotate.json. With --workers, two Dask workers beside one, and
whether their tables are the same; with --growth, what `growth.py` measures. The peak of memory is that of each reader:
most of it is spaCy's, which holds whole articles where `annotate` holds sentences.
"""

import argparse
import json
import platform
import resource
import time
from importlib.metadata import version
from pathlib import Path

import growth
import pandas as pd
import spacy

import mediaframes as mf
from mediaframes.annotate.schema import TABLES
from mediaframes.annotate.syntax.parser import MODELS, load_model

HERE = Path(__file__).resolve().parent


def seconds(function, *arguments, **options):
    """Return what a call gives, and how long it took."""
    start = time.perf_counter()
    result = function(*arguments, **options)
    return result, time.perf_counter() - start


def full_pipeline(texts):
    """Read texts with everything that the English model has, as most tools do."""
    name = next(m for m in MODELS if spacy.util.is_package(m))
    nlp = spacy.load(name)
    list(nlp.pipe(texts[:5]))
    return sum(len(doc) for doc in nlp.pipe(texts))


def against_spacy(articles, actors):
    """Articles per second of the full pipeline and of `annotate`, both warm, in turns."""
    texts = articles["text"].tolist()
    mf.annotate(articles.head(5), actors, cache=False)
    taken, peak = {"annotate": [], "spacy": []}, {}
    for _ in range(2):
        taken["annotate"].append(seconds(mf.annotate, articles, actors, cache=False, progress=False)[1])
        peak.setdefault("annotate", peak_gb())
        taken["spacy"].append(seconds(full_pipeline, texts)[1])
        peak.setdefault("spacy_full", peak_gb())
    best = {name: min(times) for name, times in taken.items()}
    return {
        "articles": len(articles),
        "spacy_full_articles_per_s": round(len(articles) / best["spacy"], 2),
        "annotate_articles_per_s": round(len(articles) / best["annotate"], 2),
        "ratio": round(best["spacy"] / best["annotate"], 2),
        "bar": 4,
        "peak_gb": peak,
    }


def peak_gb():
    """Return the most memory that this process has held until now."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, 2)


def two_workers(articles, actors):
    """Seconds of one Dask worker and of two on the same articles, and whether the tables are the same."""
    from distributed import Client, LocalCluster

    taken, found = {}, {}
    for number in (1, 2):
        cluster = LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=None)
        with cluster, Client(cluster) as client:
            client.run(load_model_on_worker)
            options = {"cache": False, "client": client, "progress": False}
            found[number], taken[number] = seconds(mf.annotate, articles, actors, **options)
    same = all(getattr(found[1], n).equals(getattr(found[2], n)) for n in TABLES)
    return {"articles": len(articles), "ratio": round(taken[1] / taken[2], 2), "identical": same, "bar": 1.6}


def load_model_on_worker():
    """Load what every worker loads once, so that the reading alone is timed."""
    load_model()


def main():
    """Run the benchmark of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", nargs="?", default=HERE.parent / "corpus" / "sample")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--actors", nargs="+", default=["US", "Israel", "Iraq"])
    parser.add_argument("--workers", action="store_true", help="two Dask workers beside one, too")
    parser.add_argument("--growth", action="store_true", help="memory and time as a corpus grows, too")
    chosen = parser.parse_args()
    articles = mf.load_corpus(chosen.corpus)
    articles = pd.DataFrame(articles.sample(min(chosen.articles, len(articles)), random_state=0))
    actors = mf.load_actors(*chosen.actors)
    results = {"machine": platform.machine(), "spacy": version("spacy"), "corpus": Path(chosen.corpus).name}
    results["against_spacy"] = against_spacy(articles, actors)
    if chosen.workers:
        results["two_workers"] = two_workers(articles, actors)
    if chosen.growth:
        results["memory_in_batches"], results["one_more_article"] = growth.memory(), growth.one_more()
    (HERE / "results").mkdir(exist_ok=True)
    (HERE / "results" / "annotate.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
