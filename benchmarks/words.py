"""Time and memory of counting words: the term table of each outlet, and the keyness of one outlet.

Run `python benchmarks/words.py [--corpus FOLDER] [--articles N]`. Articles of news length (367 words on average) are
put together from sentences of the corpus, drawn with replacement, so that words are as frequent as in real text. Each
tool runs in a fresh process on the same articles, in rounds, and its best round counts, so that other work on the
machine disturbs all alike. Prints seconds, peak memory and ratios, and writes them with versions
and machine to `benchmarks/results/words.json`. Needs scikit-learn; uses R's tidytext where it is installed.
"""

import argparse
import importlib.metadata
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).resolve().parent / "results" / "words.json"
WORDS_EACH = 367
SIZES = (3_000, 10_000, 30_000, 100_000)

BEGIN = """
import sys, time
import pandas as pd
articles = pd.read_parquet(sys.argv[1])
{imports}
begun = time.perf_counter()
{work}
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(time.perf_counter() - begun, peak / 2**20)
"""
OUTLETS = 'for _, texts in articles.groupby("outlet")["text"]:'
OURS = "import mediaframes as mf"
BARE = f"{OURS}\nimport mediaframes.measure.words.chunks as chunks\nchunks.running_text = lambda text: text"
TABLE, BARE_TABLE = "mediaframes: term table", "mediaframes: term table, page furniture not looked for"
KEYNESS = "mediaframes: keyness with permutation test"
BARE_KEYNESS = "mediaframes: keyness, page furniture not looked for"
COUNTED = "scikit-learn: CountVectorizer"
TOOLS = {
    TABLE: (OURS, 'mf.term_frequency(articles, by="outlet")'),
    BARE_TABLE: (BARE, 'mf.term_frequency(articles, by="outlet")'),
    KEYNESS: (OURS, 'mf.keyness(articles, target="Outlet 0")'),
    BARE_KEYNESS: (BARE, 'mf.keyness(articles, target="Outlet 0")'),
    COUNTED: (
        "from sklearn.feature_extraction.text import CountVectorizer",
        'x = CountVectorizer().fit_transform(articles["text"])\n'
        'sums = [x[(articles["outlet"] == o).to_numpy()].sum(axis=0) for o in articles["outlet"].unique()]',
    ),
    "NLTK: FreqDist": (
        "from nltk import FreqDist; from nltk.tokenize import wordpunct_tokenize",
        f"{OUTLETS}\n    FreqDist(word for text in texts for word in wordpunct_tokenize(text.lower()))",
    ),
}
TIDYTEXT = """
suppressMessages({library(tidytext); library(dplyr)})
articles <- read.csv(commandArgs(TRUE)[1], colClasses = "character")
begun <- proc.time()[["elapsed"]]
table <- articles %>% unnest_tokens(word, text) %>% count(outlet, word)
cat(proc.time()[["elapsed"]] - begun, "NaN")
"""


def sentences_of(folder):
    """Return the sentences of a corpus, page furniture left out."""
    import mediaframes as mf
    from mediaframes.annotate.segmentation.sentences import split_sentences

    articles = mf.load_corpus(folder)
    rows = split_sentences(articles)
    rows = rows[rows["part"] != "boilerplate"]
    texts = articles.set_index("article_id")["text"]
    return [
        " ".join(texts[i][a:b].split()) for i, a, b in zip(rows["article_id"], rows["start"], rows["end"], strict=True)
    ]


def write_articles(path, sentences, number, seed=1):
    """Write articles of four outlets to a Parquet file; return how many words they hold."""
    draw = np.random.default_rng(seed)
    lengths = np.array([len(s.split()) for s in sentences])
    wanted = draw.lognormal(math.log(WORDS_EACH) - 0.125, 0.5, number)
    texts, words = [], 0
    for want in wanted:
        most = int(want / lengths.mean() * 3) + 8
        drawn = draw.integers(0, len(sentences), most)
        some = drawn[: np.searchsorted(np.cumsum(lengths[drawn]), want) + 1]
        parts = [sentences[k] for k in some]
        texts.append("\n\n".join(" ".join(parts[i : i + 4]) for i in range(0, len(parts), 4)))
        words += int(lengths[some].sum())
    ids = np.arange(number)
    table = pd.DataFrame({"article_id": [f"a{i}" for i in ids], "outlet": [f"Outlet {i % 4}" for i in ids]})
    table.assign(text=texts).to_parquet(path)
    return words


def run(path, tool):
    """Return seconds and peak memory in GB of one tool in a fresh process."""
    imports, work = TOOLS[tool]
    code = BEGIN.format(imports=imports, work=work)
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True)
    seconds, memory = map(float, done.stdout.split()[-2:])
    return {"seconds": round(seconds, 2), "peak_gb": round(memory, 2)}


def best_of(path, rounds):
    """Run every tool in each round, NLTK in the first only; return the best seconds of each."""
    measured = {}
    for number in range(rounds):
        for tool in [t for t in TOOLS if number == 0 or not t.startswith("NLTK")]:
            found = run(path, tool)
            print(f"{found['seconds']:7.1f} s {found['peak_gb']:5.2f} GB  {tool}", flush=True)
            measured[tool] = min(measured.get(tool, found), found, key=lambda m: m["seconds"])
    return measured


def run_tidytext(path):
    """Return the seconds of R's tidytext, or why there are none."""
    if not shutil.which("Rscript"):
        return "R is not installed"
    table = Path(path).with_suffix(".csv")
    pd.read_parquet(path)[["outlet", "text"]].to_csv(table, index=False)
    done = subprocess.run(["Rscript", "-e", TIDYTEXT, str(table)], capture_output=True, text=True)
    return {"seconds": round(float(done.stdout.split()[0]), 2)} if done.returncode == 0 else "tidytext is not installed"


def growth(folder, sentences, sizes):
    """Time table and keyness over corpora of growing size; return seconds and the exponents of the growth."""
    tools = (TABLE, KEYNESS)
    seconds = {tool: [] for tool in tools}
    for size in sizes:
        path = folder / f"{size}.parquet"
        write_articles(path, sentences, size)
        for tool in tools:
            seconds[tool].append(run(path, tool)["seconds"])
            print(f"  {size:>7,} articles: {seconds[tool][-1]:6.1f} s  {tool}", flush=True)
        path.unlink()
    exponent = {t: round(float(np.polyfit(np.log(sizes), np.log(s), 1)[0]), 2) for t, s in seconds.items()}
    return {"articles": list(sizes), "seconds": seconds, "exponent": exponent}


def main():
    """Build the articles, run each tool, and write what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default=ROOT / "corpus" / "sample", help="folder of real articles")
    parser.add_argument("--articles", type=int, default=30_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="for the growth; none to leave it out")
    given = parser.parse_args()
    sentences = sentences_of(given.corpus)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.parquet")
        words = write_articles(path, sentences, given.articles)
        print(f"{given.articles:,} articles, {words:,} words", flush=True)
        measured = best_of(path, given.rounds)
        measured["R: tidytext"] = run_tidytext(path)
        print(f"R: tidytext: {measured['R: tidytext']}", flush=True)
        grown = growth(Path(folder), sentences, given.sizes) if given.sizes else None
    report(given, words, measured, grown)


def report(given, words, measured, grown):
    """Print the ratios, and write everything."""
    s = {tool: m["seconds"] for tool, m in measured.items() if isinstance(m, dict)}
    ratios = {
        "CountVectorizer / term table": round(s[COUNTED] / s[TABLE], 2),
        "CountVectorizer / term table, page furniture not looked for": round(s[COUNTED] / s[BARE_TABLE], 2),
        "keyness / term table": round(s[KEYNESS] / s[TABLE], 2),
        "keyness / term table, page furniture not looked for": round(s[BARE_KEYNESS] / s[BARE_TABLE], 2),
    }
    for name, value in ratios.items():
        print(f"{value:7.2f} x  {name}")
    for tool, exponent in (grown or {}).get("exponent", {}).items():
        print(f"{tool} grows with the number of articles to the power of {exponent}")
    packages = ("mediaframes", "numpy", "pandas", "scipy", "pyarrow", "scikit-learn", "nltk")
    result = {
        "corpus": Path(given.corpus).name,
        "articles": given.articles,
        "words": words,
        "measured": measured,
        "ratios": ratios,
        "growth": grown,
        "versions": {p: importlib.metadata.version(p) for p in packages},
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"load at the end {os.getloadavg()[0]:.1f}",
    }
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
