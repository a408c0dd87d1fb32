"""What each trick of `annotate/syntax/speed.py` gains: sentences a processor-second with it and without, in one run.

    python benchmarks/parser.py [CORPUS] [--sentences N]

Prints ratios, and writes them to benchmarks/results/parser.json. Best of five, in turns. The time is that of
the processor, not of the clock, which other programs on the machine would lengthen.
"""

import argparse
import json
import time
from contextlib import nullcontext
from pathlib import Path

import spacy

import mediaframes as mf
from mediaframes.annotate.segmentation.sentences import split_sentences
from mediaframes.annotate.syntax.parser import MODELS, UNUSED, load_model, parse
from mediaframes.annotate.syntax.speed import one_thread

HERE = Path(__file__).resolve().parent


def ways(texts):
    """Return, by name, functions that parse all texts and the threads that they may use."""
    own = spacy.load(next(m for m in MODELS if spacy.util.is_package(m)), exclude=UNUSED)
    return {
        "spacy": (lambda: list(own.pipe(texts, batch_size=256)), one_thread),
        "numpy products": (lambda: list(load_model().pipe(texts, batch_size=256)), one_thread),
        "numpy products, remembered ruler": (lambda: list(parse(texts)), one_thread),
        "the same, threads of NumPy's own choice": (lambda: list(parse(texts)), nullcontext),
    }


def seconds(read, threads):
    start = time.process_time()
    with threads():
        read()
    return time.process_time() - start


def main():
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", nargs="?", default=str(HERE.parent / "corpus" / "sample"))
    parser.add_argument("--sentences", type=int, default=800)
    options = parser.parse_args()
    articles = mf.load_corpus(options.corpus)
    texts = articles.set_index("article_id")["text"]
    spans = split_sentences(articles)[["article_id", "start", "end"]].head(options.sentences)
    sentences = [texts[i][a:b] for i, a, b in spans.itertuples(index=False)]
    measured = ways(sentences)
    taken = {name: [] for name in measured}
    for _ in range(5):
        for name, way in measured.items():
            taken[name].append(seconds(*way))
    a_second = {name: round(len(sentences) / min(times), 1) for name, times in taken.items()}
    spacys, products, remembered, free = a_second.values()
    result = {
        "sentences": len(sentences),
        "sentences_per_cpu_s": a_second,
        "gain": {
            "numpy products": round(products / spacys, 2),
            "remembered ruler": round(remembered / products, 2),
            "one thread": round(remembered / free, 2),
        },
    }
    path = HERE / "results" / "parser.json"
    path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
