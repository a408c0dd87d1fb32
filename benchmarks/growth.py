"""What `annotate` needs as a corpus grows: memory of a corpus read in batches, and the time of one more article.

Run by `benchmarks/annotate.py --growth`. The articles are made of a few invented sentences; about four in ten
articles name an actor.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

import mediaframes as mf

SENTENCES = (
    "Israel attacked a convoy near the border, officials said on Monday.",
    "The United States praised the plan of its neighbours.",
    "Iraq rejected the offer, and its minister told reporters that it came too late.",
    *("Rain fell on the harbour and on the road behind it.", "Traders waited for the ships until the evening."),
    *("Nobody knew when the market would open again.", "The school by the river stays closed this week."),
)
ACTORS = ("US", "Israel", "Iraq")
NAMED = 3  # of the sentences
BATCH, SIZES = 1000, (4_000, 12_000)
CACHED = 10_000
# Not getrusage's: that is no less than what the process had that started this one.
READ_IN_BATCHES = f"""
import sys
import mediaframes as mf
from mediaframes.annotate import streaming
streaming.BATCH = {BATCH}
streaming.annotate_parquet(sys.argv[1], mf.load_actors(*{ACTORS}), sys.argv[2])
print(next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) / 2**20)
"""


def short_articles(number, seed=1):
    """Make articles of three sentences, no two alike."""
    often = np.where(np.arange(len(SENTENCES)) < NAMED, 0.05, (1 - 0.05 * NAMED) / (len(SENTENCES) - NAMED))
    drawn = np.random.default_rng(seed).choice(len(SENTENCES), (number, 3), p=often)
    texts = [" ".join(SENTENCES[k] for k in row) + f" Ship {i} was the last." for i, row in enumerate(drawn)]
    return pd.DataFrame({"article_id": [f"a{i}" for i in range(number)], "text": texts})


def memory():
    """Return the peak memory of fresh processes that read corpora of growing size in batches of one size."""
    peaks = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder, f"{size}.parquet")
            short_articles(size).to_parquet(path)
            command = [sys.executable, "-c", READ_IN_BATCHES, str(path), str(Path(folder, str(size)))]
            quiet = {"env": {**os.environ, "TQDM_DISABLE": "1"}}
            peaks[size] = float(subprocess.run(command, check=True, capture_output=True, text=True, **quiet).stdout)
    return {
        "articles": list(SIZES),
        "batch": BATCH,
        "peak_gb": [round(p, 2) for p in peaks.values()],
        "ratio": round(peaks[SIZES[-1]] / peaks[SIZES[0]], 2),
        "bar": 1.2,
    }


def one_more():
    """Return the seconds of one article alone, of many, and of these with one more when the many are cached."""
    articles, actors = short_articles(CACHED + 2), mf.load_actors(*ACTORS)
    with tempfile.TemporaryDirectory() as folder:
        parts = {
            "all_anew": articles.head(CACHED),
            "one_more": articles.head(CACHED + 1),
            "none_new": articles[:CACHED],
        }
        taken = {name: _seconds(part, actors, folder) for name, part in parts.items()}
    with tempfile.TemporaryDirectory() as folder:
        taken["one_alone"] = _seconds(articles.tail(1), actors, folder)
    return {
        "articles": CACHED,
        "seconds": {name: round(s, 3) for name, s in taken.items()},
        "share_of_reading_all": round(taken["one_more"] / taken["all_anew"], 4),
        "new_article_beside_one_alone": round((taken["one_more"] - taken["none_new"]) / taken["one_alone"], 2),
    }


def _seconds(articles, actors, folder):
    start = time.perf_counter()
    mf.annotate(articles, actors, cache=folder, progress=False)
    return time.perf_counter() - start
