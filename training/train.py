"""Train the instruments: `python training/train.py GOLD --out FILE.pt [--start FILE.pt] [--seed N] [--epochs N]`.

GOLD holds `newsmtsc/` and `dse/`. Both tasks are learnt together, tone with the name hidden from the network. The
development parts are measured after each epoch and decide nothing but what is printed.
"""

import argparse
import copy
import random
import time

import numpy as np
import torch
from data import RELATIONS, TONE, read_gold
from figures import macro_f1
from network import pretrained
from torch.nn import functional as F

from mediaframes.annotate.marking import encode

BATCH, DECAY, WARMUP, SMOOTHING = 32, 0.01, 0.06, 0.05
MIRRORED = (0, 2, 1, 4, 3)  # the relations with p and q changed
TASKS = {"tone": len(TONE), "relations": len(RELATIONS)}


def prepare(examples, *, hidden):
    """Return each example's ids and marks."""
    return encode([e.text for e in examples], [list(e.spans) for e in examples], hidden=hidden, longest=128)


def pad(rows):
    """Return arrays of different lengths as one tensor, filled with 0."""
    length = max(map(len, rows))
    return torch.tensor(np.stack([np.pad(r, (0, length - len(r))) for r in rows]))


def _plain(example):
    return example.task == "relations" and example.label == 0


def batches(examples, lengths, draw, *, rested=0.0):
    """Return batches of one task each, of sentences about equally long, in random order.

    A share `rested` of the sentences without a relation, of which there are most, is left out at random.
    """
    made = []
    for task in TASKS:
        own = [i for i, e in enumerate(examples) if e.task == task and not (_plain(e) and draw.random() < rested)]
        draw.shuffle(own)
        for a in range(0, len(own), BATCH * 16):
            pool = sorted(own[a : a + BATCH * 16], key=lambda i: lengths[i])
            made += [pool[b : b + BATCH] for b in range(0, len(pool), BATCH)]
    draw.shuffle(made)
    return made


def forward(network, rows, task):
    """Return one task's logits for a batch of encoded sentences."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        both = network(pad([ids for ids, _ in rows]), pad([marks for _, marks in rows]))
    return both[list(TASKS).index(task)].float()


def logits(network, encoded, task):
    """Return the logits of one task for encoded sentences, in their order."""
    network.eval()
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i][0]))
    out = np.zeros((len(encoded), TASKS[task]), np.float32)
    with torch.inference_mode():
        for a in range(0, len(order), 64):
            own = order[a : a + 64]
            out[own] = forward(network, [encoded[i] for i in own], task).numpy()
    return out


def measure(network, dev):
    """Return one line of macro-F1 on the development parts, given as (examples, encoded) by name."""
    line = []
    for name, (examples, encoded) in dev.items():
        labels, task = np.array([e.label for e in examples]), examples[0].task
        line.append(f"{name} {macro_f1(labels, logits(network, encoded, task).argmax(1), TASKS[task]):.3f}")
    return " · ".join(line)


def train(examples, dev, *, seed, epochs, start=None, rate=1.5e-4, shown=0.5, rested=0.0, log=print, save=None):
    """Return the trained network: the mean of its weights over the last part of the training.

    Tone is always learnt with the name hidden; relations with the names shown in a share `shown` of the batches.
    """
    torch.manual_seed(0)  # the marks and heads begin alike for every seed, so that weights can be averaged
    network = pretrained()
    if start:
        network.load_state_dict(torch.load(start, weights_only=True))
    network.words.weight.requires_grad_(False)  # two thirds of the time of a step, and rare words keep their meaning
    torch.manual_seed(seed)
    draw = random.Random(seed)
    encoded = {hide: prepare(examples, hidden=hide) for hide in (True, False)}
    lengths = [len(ids) for ids, _ in encoded[True]]
    steps = epochs * len(batches(examples, lengths, random.Random(0), rested=rested))
    learnt = [p for p in network.parameters() if p.requires_grad]
    groups = [{"params": [p for p in learnt if p.ndim >= 2], "weight_decay": DECAY}]
    groups += [{"params": [p for p in learnt if p.ndim < 2], "weight_decay": 0}]
    adam = torch.optim.AdamW(groups, lr=rate, fused=True)
    warm = WARMUP * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min((s + 1) / warm, max(steps - s, 1) / (steps - warm))
    )
    mean, step, begun = copy.deepcopy(network), 0, time.time()
    for epoch in range(epochs):
        network.train()
        total = 0.0
        for own in batches(examples, lengths, draw, rested=rested):
            task = examples[own[0]].task
            source = encoded[task == "tone" or draw.random() >= shown]
            rows, labels = [source[i] for i in own], [examples[i].label for i in own]
            if task == "relations" and draw.random() < 0.5:
                rows, labels = _mirror(rows, labels)
            out, labels = forward(network, rows, task), torch.tensor(labels)
            loss = F.cross_entropy(out, labels, label_smoothing=SMOOTHING)
            adam.zero_grad(set_to_none=False)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            schedule.step()
            step, total = step + 1, total + loss.item()
            _blend(mean, network, min(0.995, step / (step + 10)))
            if step % 100 == 0:
                log(f"{step}/{steps} loss {loss.item():.3f}, {time.time() - begun:.0f} s")
        log(
            f"epoch {epoch + 1}: loss {total * epochs / steps:.3f} · {measure(mean, dev)} · {time.time() - begun:.0f} s"
        )
        if save:
            torch.save(mean.state_dict(), save)
    return mean


def _mirror(rows, labels):
    # The same sentences with p and q changed: so the rare relations from the second name to the first are learnt too.
    rows = [(ids, np.where(marks > 1, 5 - marks, marks)) for ids, marks in rows]
    return rows, [MIRRORED[label] for label in labels]


def _blend(mean, network, keep):
    with torch.no_grad():
        for a, b in zip(mean.parameters(), network.parameters(), strict=True):
            a.lerp_(b, 1 - keep)


def main():
    """Read the arguments, train, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold")
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--start", help="weights to go on from, instead of MiniLM's")
    parser.add_argument("--rested", type=float, default=0.0, help="share of sentences without a relation left out")
    parser.add_argument("--shown", type=float, default=0.5, help="share of relation batches with the names shown")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    examples, dev = read_gold(given.gold)
    prepared = {part: (own, prepare(own, hidden=True)) for part, own in dev.items()}
    print(f"{len(examples)} examples, seed {given.seed}", flush=True)
    train(
        examples,
        prepared,
        seed=given.seed,
        epochs=given.epochs,
        start=given.start,
        rate=given.rate,
        rested=given.rested,
        shown=given.shown,
        log=lambda line: print(line, flush=True),
        save=given.out,
    )


if __name__ == "__main__":
    main()
