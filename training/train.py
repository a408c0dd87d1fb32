"""Train the instruments: `python training/train.py GOLD --out FILE.pt [--start FILE.pt …] [--teachers FILE.pt …]`.

GOLD holds `newsmtsc/` and `dse/`. Both tasks are learnt together, tone with the name hidden from the network. The
development parts are measured after each epoch and decide nothing but what is printed.
"""

import argparse
import copy
import random
import time

import numpy as np
import torch
from data import RELATIONS, TONE, names_as_targets, read_gold
from figures import macro_f1
from network import Instruments, pretrained
from torch.nn import functional as F

from mediaframes.annotate.attitude.masking import encode

BATCH, DECAY, WARMUP, SMOOTHING = 32, 0.01, 0.06, 0.05
MIRRORED = [0, 2, 1, 4, 3]  # the relations with p and q changed
TASKS = {"tone": len(TONE), "relations": len(RELATIONS)}


def prepare(examples, *, hidden):
    """Return each example's ids and marks."""
    return encode([e.text for e in examples], [list(e.spans) for e in examples], hidden=hidden, longest=128)


def pad(rows):
    """Return arrays of different lengths as one tensor, filled with 0."""
    length = max(map(len, rows))
    return torch.tensor(np.stack([np.pad(r, (0, length - len(r))) for r in rows]))


def batches(examples, lengths, draw, *, rounds=1):
    """Return batches of one task each, of sentences about equally long, in random order; relations so many times."""
    made = []
    for task in ["tone"] + ["relations"] * rounds:
        own = [i for i, e in enumerate(examples) if e.task == task]
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


def averaged(paths):
    """Return the network whose weights are the mean of those stored."""
    states = [torch.load(p, weights_only=True) for p in paths]
    network = Instruments()
    network.load_state_dict({k: torch.stack([s[k] for s in states]).mean(0) for k in states[0]})
    return network


def goals(examples, encoded, teachers=()):
    """Return what each example is to give, as probabilities: its label, for tone smoothed, or half what teachers say.

    An example without a label (None) gets what the teachers say alone. Relations are learnt by their labels, as coded.
    """
    wanted = [np.eye(TASKS[e.task])[e.label] if e.label is not None else np.zeros(TASKS[e.task]) for e in examples]
    at = [i for i, e in enumerate(examples) if e.task == "tone"]
    said = np.full((len(at), TASKS["tone"]), 1 / TASKS["tone"])
    if teachers:
        rows = [encoded[i] for i in at]
        said = np.mean([softmax(logits(averaged([t]), rows, "tone")) for t in teachers], 0)
    share = 0.5 if teachers else SMOOTHING
    for i, words in zip(at, said, strict=True):
        wanted[i] = words if examples[i].label is None else (1 - share) * wanted[i] + share * words
    return [torch.tensor(w, dtype=torch.float32) for w in wanted]


def softmax(x):
    """Return probabilities from logits."""
    x = np.exp(x - x.max(1, keepdims=True))
    return x / x.sum(1, keepdims=True)


def train(
    examples, dev, *, seed, epochs, start=(), teachers=(), rate=1.5e-4, shown=0.3, rounds=1, log=print, save=None
):
    """Return the trained network: the mean of its weights over the last part of the training.

    Tone is always learnt with the name hidden; relations with the names shown in a share `shown` of the batches.
    """
    torch.manual_seed(0)  # the marks and heads begin alike for every seed, so that weights can be averaged
    network = averaged(start) if start else pretrained()
    network.words.weight.requires_grad_(False)  # two thirds of the time of a step, and rare words keep their meaning
    torch.manual_seed(seed)
    draw = random.Random(seed)
    encoded = {hide: prepare(examples, hidden=hide) for hide in (True, False)}
    wanted = goals(examples, encoded[True], teachers)
    lengths = [len(ids) for ids, _ in encoded[True]]
    steps = epochs * len(batches(examples, lengths, random.Random(0), rounds=rounds))
    adam, schedule = optimiser(network, rate, steps)
    mean, step, begun = copy.deepcopy(network), 0, time.time()
    for epoch in range(epochs):
        network.train()
        total = 0.0
        for own in batches(examples, lengths, draw, rounds=rounds):
            task = examples[own[0]].task
            source = encoded[task == "tone" or draw.random() >= shown]
            rows, goal = [source[i] for i in own], torch.stack([wanted[i] for i in own])
            if task == "relations" and draw.random() < 0.5:
                rows, goal = _mirror(rows, goal)
            loss = F.cross_entropy(forward(network, rows, task), goal)
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


def optimiser(network, rate, steps):
    """Return AdamW and its schedule: a short rise to `rate`, then down to nothing."""
    learnt = [p for p in network.parameters() if p.requires_grad]
    groups = [{"params": [p for p in learnt if p.ndim >= 2], "weight_decay": DECAY}]
    groups += [{"params": [p for p in learnt if p.ndim < 2], "weight_decay": 0}]
    adam, warm = torch.optim.AdamW(groups, lr=rate, fused=True), WARMUP * steps
    return adam, torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min((s + 1) / warm, max(steps - s, 1) / (steps - warm))
    )


def _mirror(rows, goal):
    # The same sentences with p and q changed: so the rare relations from the second name to the first are learnt too.
    return [(ids, np.where(marks > 1, 5 - marks, marks)) for ids, marks in rows], goal[:, MIRRORED]


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
    parser.add_argument("--start", nargs="*", default=[], help="weights to go on from (their mean), not MiniLM's")
    parser.add_argument("--teachers", nargs="*", default=[], help="weights whose reading of tone is learnt too")
    parser.add_argument("--borrowed", type=int, default=0, help="names of the pairs that teachers read the tone toward")
    parser.add_argument("--shown", type=float, default=0.3, help="share of relation batches with the names shown")
    parser.add_argument("--rounds", type=int, default=1, help="how often an epoch goes through the relations")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    examples, dev = read_gold(given.gold)
    examples += names_as_targets(examples, given.borrowed)
    prepared = {part: (own, prepare(own, hidden=True)) for part, own in dev.items()}
    print(f"{len(examples)} examples, seed {given.seed}", flush=True)
    train(
        examples,
        prepared,
        seed=given.seed,
        epochs=given.epochs,
        start=given.start,
        teachers=given.teachers,
        rate=given.rate,
        shown=given.shown,
        rounds=given.rounds,
        log=lambda line: print(line, flush=True),
        save=given.out,
    )


if __name__ == "__main__":
    main()
