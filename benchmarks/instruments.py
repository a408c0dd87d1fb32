"""Sentences a second and cold start of the trained instruments, beside the same network in PyTorch.

Run `python benchmarks/instruments.py [SENTENCES]`. The sentences are made of common words, eight to sixty long as those
of news. Both read the same sentences on as many threads as there are cores, tokenising included. PyTorch runs the
network of `training/` in float32, in batches of 32 of about equal length; where torch is not installed, that part is
left out and said to be. Rounds alternate, and each side's best round counts, so that other work on the machine
disturbs both alike.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

WORDS = (
    "the of and to in a that with was for on as by at from said has have were which would their talks minister army "
    "border oil sanctions attack peace people government president election deal prices city report officials leaders "
    "after before condemned praised accused agreed called new first last many other foreign military economic"
).split()
NAME = "Ruritania"
ROUNDS = 3

COLD = """
import time
begun = time.perf_counter()
from mediaframes.annotate.attitude.instruments import tone
loaded = time.perf_counter()
tone(["Ruritania was praised."], [(0, 9)])
done = time.perf_counter()
print(f"cold start: first call {done - loaded:.2f} s (bar: 2 s), import before it {loaded - begun:.2f} s")
"""


def sentences(count, seed=1):
    """Return texts and the span of a name in each."""
    draw = random.Random(seed)
    texts, spans = [], []
    for _ in range(count):
        words = draw.choices(WORDS, k=min(60, max(8, round(draw.gauss(26, 10)))))
        at = draw.randrange(len(words))
        start = sum(len(w) + 1 for w in words[:at])
        texts.append(" ".join([*words[:at], NAME, *words[at:]]) + ".")
        spans.append((start, start + len(NAME)))
    return texts, spans


def torch_reader():
    """Return a function that reads sentences with the same network in PyTorch, or None without torch."""
    try:
        import torch
    except ImportError:
        return None
    sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
    from network import Instruments

    from mediaframes.annotate.attitude.masking import encode

    torch.set_num_threads(os.cpu_count())
    network = Instruments().eval()  # untrained: as fast as trained

    def read(texts, spans):
        rows = encode(texts, [[(*span, "target")] for span in spans])
        rows.sort(key=lambda row: len(row[0]))
        with torch.inference_mode():
            for a in range(0, len(rows), 32):
                both = zip(*rows[a : a + 32], strict=True)
                network(*(torch.nn.utils.rnn.pad_sequence(list(map(torch.tensor, x)), True) for x in both))

    return read


def seconds(read, texts, spans):
    """Return how long a reader takes."""
    begun = time.perf_counter()
    read(texts, spans)
    return time.perf_counter() - begun


def main():
    """Time both and print what was found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    subprocess.run([sys.executable, "-c", COLD], check=True)
    from mediaframes.annotate.attitude.instruments import tone

    texts, spans = sentences(count)
    readers = {"int8, ONNX Runtime": tone, "float32, PyTorch": torch_reader()}
    readers = {name: read for name, read in readers.items() if read}
    for read in readers.values():
        read(texts[:64], spans[:64])
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(ROUNDS):
        for name, read in readers.items():
            best[name] = min(best[name], seconds(read, texts, spans))
    for name, taken in best.items():
        print(f"{name}: {count / taken:.0f} sentences a second ({count} sentences, {os.cpu_count()} cores)")
    if len(best) == 2:
        ours, theirs = best.values()
        print(f"int8 is {theirs / ours:.1f} times as fast (bar: 3)")
    else:
        print("torch is not installed here: no comparison")


if __name__ == "__main__":
    main()
