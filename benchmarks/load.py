"""Time and memory of loading 100,000 articles of JSON lines (about 300 MB).

Run `python benchmarks/load.py [ARTICLES]`. The articles are made of words drawn from a made-up vocabulary with the
frequencies of natural language; one in twenty is an edited copy of another. Prints the seconds and the peak memory of
a fresh process for each of: reading, and reading with copies and stories.
"""

import json
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

WORDS_EACH = 480
FUNCTION_WORDS = "the of and to in a that with was for on as by at from said has have were which would their".split()
CONSONANTS, VOWELS = "bdklmnr", "aeiou"

LOAD = """
import sys, time
from mediaframes.corpus import read_corpus
begun = time.perf_counter()
articles, audit = read_corpus(sys.argv[1], groups=sys.argv[2] == "groups")
seconds = time.perf_counter() - begun
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) / 2**20
print(f"{sys.argv[2]:>9}: {len(articles):,} articles, {seconds:.1f} s, {peak:.2f} GB at most, "
      f"{articles.copy_of.notna().sum():,} in copy groups, {articles.story.notna().sum():,} in stories")
"""


def vocabulary(size, seed):
    """Make words of two to five syllables."""
    draw = random.Random(seed)
    syllables = [c + v for c in CONSONANTS for v in VOWELS]
    return ["".join(draw.choices(syllables, k=draw.randint(2, 5))) for _ in range(size)]


def write_corpus(path, articles, seed=1):
    """Write the articles and return the size of the file in MB."""
    draw = random.Random(seed)
    content = vocabulary(60_000, seed)
    weights = [1 / (rank + 5) for rank in range(len(content))]
    stock = draw.choices(content, weights=weights, k=2_000_000)
    recent = []
    with open(path, "w", encoding="utf-8") as out:
        for number in range(articles):
            if recent and draw.random() < 0.05:
                words = [w if draw.random() > 0.02 else draw.choice(stock) for w in draw.choice(recent)]
            else:
                start = draw.randrange(len(stock) - WORDS_EACH)
                words = stock[start : start + WORDS_EACH]
                draw.shuffle(words)
                words = [draw.choice(FUNCTION_WORDS) if draw.random() < 0.4 else word for word in words]
            recent = [*recent[-20:], words]
            day = date(2021, 1, 1) + timedelta(days=number * 730 // articles)
            lines = [" ".join(words[i : i + 20]).capitalize() + "." for i in range(0, len(words), 20)]
            record = {"outlet": f"Outlet {number % 20}", "date": day.isoformat(), "title": " ".join(words[:8])}
            out.write(json.dumps(record | {"text": "\n\n".join(lines)}) + "\n")
    return Path(path).stat().st_size / 2**20


def main():
    """Write a corpus, and load it in fresh processes."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        print(f"{articles:,} articles, {write_corpus(path, articles):.0f} MB")
        for what in ("no groups", "groups"):
            subprocess.run([sys.executable, "-c", LOAD, str(path), what], check=True)


if __name__ == "__main__":
    main()
