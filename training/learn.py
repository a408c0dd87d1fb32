"""Train one network: `python training/learn.py PREPARED.npz --without 0 4 --out FILE.pt --say FILE.npy`.

With `--teacher FOLDER` the network is the large one that others learn from, else the one that is shipped. `--soft`
names what teachers said of examples: it is learnt besides the labels, and in their place where there are none.
What the trained network says of the examples goes to `--say`, so that whatever was held out can be measured on it.
"""

import argparse
import copy
import hashlib
import random
import time

import numpy as np
import torch
from network import Instruments, Teacher, pretrained
from torch.nn import functional as F

DECAY, WARMUP, SMOOTHING = 0.01, 0.06, 0.05
MIRRORED = torch.tensor([0, 2, 1, 4, 3])  # the relations with p and q changed
UNKNOWN, FIRST, LAST_PIECE = 100, 101, 102  # pieces of BERT's vocabulary
TASKS, CLASSES = ("tone", "relations"), (3, 5)
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
LEARNT = ("newsmtsc", "dse", "countries", "codes", "pool")


class Sentences:
    """The prepared examples, on the device."""

    def __init__(self, path):
        stored = np.load(path)
        self.arrays = {name: stored[name] for name in stored.files}
        self.lengths = np.diff(self.arrays["starts"])
        self.task, self.label = self.arrays["task"], self.arrays["label"]
        self.source, self.fold, self.text = self.arrays["source"], self.arrays["fold"], self.arrays["text"]

    def batch(self, own):
        """Return ids and marks of some examples, padded with 0."""
        ids = np.zeros((len(own), self.lengths[own].max()), np.int64)
        marks = np.zeros_like(ids)
        for row, i in enumerate(own):
            a, n = self.arrays["starts"][i], self.lengths[i]
            ids[row, :n], marks[row, :n] = self.arrays["ids"][a : a + n], self.arrays["marks"][a : a + n]
        return torch.from_numpy(ids).to(DEVICE), torch.from_numpy(marks).to(DEVICE)

    def example_keys(self):
        """Return a number for each example that depends on its task, pieces and marks alone."""
        starts, ids, marks = self.arrays["starts"], self.arrays["ids"], self.arrays["marks"]
        for a, b, task in zip(starts[:-1], starts[1:], self.task, strict=True):
            read = bytes([task]) + ids[a:b].tobytes() + marks[a:b].tobytes()
            yield int.from_bytes(hashlib.sha256(read).digest()[:8], "little")

    def learnable(self, without):
        """Return the examples to learn from: no text of the folds that are held out is among them."""
        held = np.isin(self.fold, without)
        texts = np.unique(self.text[held])
        return np.flatnonzero(np.isin(self.source, LEARNT) & ~np.isin(self.text, texts))


def goals(data, soft, share):
    """Return what each example is to give (examples, 5), as probabilities: its label, mixed with what teachers say."""
    wanted = np.zeros((len(data.label), 5), np.float32)
    said = np.mean([told_by(path, data) for path in soft], 0) if soft else None
    for task, classes in enumerate(CLASSES):
        own = np.flatnonzero(data.task == task)
        labelled = own[data.label[own] >= 0]
        wanted[np.ix_(labelled, range(classes))] = SMOOTHING / classes
        wanted[labelled, data.label[labelled]] += 1 - SMOOTHING
        if soft:
            known = own[~np.isnan(said[own, 0])]
            both, open_ = np.intersect1d(known, labelled), np.setdiff1d(known, labelled)
            wanted[both] = (1 - share) * wanted[both] + share * said[both]
            wanted[open_] = said[open_]
    return wanted


def told_by(path, data):
    """Return what a teacher says of each example (examples, 5), as probabilities; NaN where it has not read one.

    `FILE.npy` holds logits in the order of the examples (`--say`), `FILE.npz:NAME` shares of 255 by the example's key.
    """
    file, _, name = path.partition(".npz:")
    if not name:
        return softmax_of(np.load(path), data.task)
    stored = np.load(f"{file}.npz")
    rows = {key: row for row, key in enumerate(stored["keys"].tolist())}
    found = np.array([rows.get(key, -1) for key in data.example_keys()])
    shares = stored[name] / 255
    return np.where(found[:, None] < 0, np.nan, shares[found] / shares[found].sum(1, keepdims=True))


def softmax_of(logits, task):
    """Return probabilities (examples, 5); of tone only the first three are more than 0."""
    logits = logits.astype(np.float64)
    logits[task == 0, 3:] = -np.inf
    odds = np.exp(logits - logits.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


def batches(own, data, size, draw):
    """Return batches of one task each, of sentences about equally long, in random order."""
    made = []
    for task in (0, 1):
        rows = [i for i in own if data.task[i] == task]
        draw.shuffle(rows)
        for a in range(0, len(rows), size * 16):
            pool = sorted(rows[a : a + size * 16], key=lambda i: data.lengths[i])
            made += [np.array(pool[b : b + size]) for b in range(0, len(pool), size)]
    draw.shuffle(made)
    return made


def repeated(own, data, times, draw):
    """Return the examples of one epoch: those of each source so many times, a fraction of one by drawing."""
    rows = []
    for i in own:
        often = times.get(str(data.source[i]), 1.0)
        rows += [i] * (int(often) + (draw.random() < often % 1))
    return rows


def forward(network, data, own):
    """Return the logits (examples, 5) of one task's examples."""
    task = data.task[own[0]]
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        logits = network(*data.batch(own))[task]
    return F.pad(logits.float(), (0, 5 - logits.shape[1]), value=-1e4)


def read_all(network, data, wanted, size=256):
    """Return what a network says of the examples that are wanted (examples, 5), in float16; of others nothing, 0."""
    network.eval()
    said = np.zeros((len(data.task), 5), np.float16)
    with torch.inference_mode():
        for task in (0, 1):
            rows = np.flatnonzero((data.task == task) & wanted)
            rows = rows[np.argsort(data.lengths[rows], kind="stable")]
            for a in range(0, len(rows), size):
                own = rows[a : a + size]
                said[own] = forward(network, data, own).cpu().numpy()
    return said


def learn(network, data, own, wanted, given, log=print):
    """Train the network and return the running mean of its weights."""
    network.words.weight.requires_grad_(False)  # rare words keep their meaning
    torch.manual_seed(given.seed)
    draw = random.Random(given.seed)
    times = dict(zip(given.times[::2], map(float, given.times[1::2]), strict=True))
    epochs = [batches(repeated(own, data, times, draw), data, given.batch, draw) for _ in range(given.epochs)]
    steps, step, begun = sum(map(len, epochs)), 0, time.time()
    adam, schedule = optimiser(network, given.rate, steps)
    mean = copy.deepcopy(network)
    for epoch in epochs:
        network.train()
        for rows in epoch:
            ids_marks, goal = dropped(*data.batch(rows), given.drop), torch.from_numpy(wanted[rows]).to(DEVICE)
            task = data.task[rows[0]]
            if task == 1 and draw.random() < 0.5:
                # The same sentences with p and q changed: so relations from the second name to the first are learnt.
                ids, marks = ids_marks
                ids_marks, goal = (ids, torch.where(marks > 1, 5 - marks, marks)), goal[:, MIRRORED.to(DEVICE)]
            with torch.autocast(DEVICE, dtype=torch.bfloat16):
                logits = network(*ids_marks)[task].float()
            loss = F.cross_entropy(logits, goal[:, : CLASSES[task]])
            adam.zero_grad(set_to_none=False)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            schedule.step()
            step += 1
            _blend(mean, network, min(0.995, step / (step + 10)))
            if step % 500 == 0:
                log(f"{given.out}: {step}/{steps} loss {loss.item():.3f}, {time.time() - begun:.0f} s", flush=True)
    return mean


def dropped(ids, marks, share):
    """Return ids and marks with a share of the pieces made unknown, at random; never a name, nor the ends."""
    if not share:
        return ids, marks
    free = (marks == 0) & (ids > UNKNOWN) & (ids != FIRST) & (ids != LAST_PIECE)
    return torch.where(free & (torch.rand(ids.shape, device=ids.device) < share), UNKNOWN, ids), marks


def optimiser(network, rate, steps):
    """Return AdamW and its schedule: a short rise to `rate`, then down to nothing."""
    learnt = [p for p in network.parameters() if p.requires_grad]
    groups = [{"params": [p for p in learnt if p.ndim >= 2], "weight_decay": DECAY}]
    groups += [{"params": [p for p in learnt if p.ndim < 2], "weight_decay": 0}]
    adam, warm = torch.optim.AdamW(groups, lr=rate, fused=True), WARMUP * steps
    return adam, torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min((s + 1) / warm, max(steps - s, 1) / (steps - warm))
    )


def _blend(mean, network, keep):
    with torch.no_grad():
        torch._foreach_lerp_(list(mean.parameters()), list(network.parameters()), 1 - keep)


def beginning(given):
    """Return the network to train: the teacher's or the shipped one, as trained before or as its package gives it."""
    if not given.teacher:
        return averaged([given.start]) if given.start else pretrained()
    network = Teacher(given.teacher)
    if given.start:
        network.load_state_dict(torch.load(given.start, weights_only=True))
    return network


def averaged(paths):
    """Return the network whose weights are the mean of those stored."""
    states = [torch.load(p, weights_only=True) for p in paths]
    network = Instruments()
    network.load_state_dict({k: torch.stack([s[k].float() for s in states]).mean(0) for k in states[0]})
    return network


def main():
    """Read the arguments, train, write the weights and what they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared")
    parser.add_argument("--out", required=True)
    parser.add_argument("--say", required=True)
    parser.add_argument("--teacher", help="folder of all-mpnet-base-v2; default: train the network that is shipped")
    parser.add_argument("--start", help="weights to begin with, else those of the package")
    parser.add_argument("--without", nargs="*", type=int, default=[4], help="folds that are held out")
    parser.add_argument("--soft", nargs="*", default=[], help="what teachers said: FILE.npy or FILE.npz:NAME")
    parser.add_argument("--share", type=float, default=0.5, help="how much of a label's place the teachers take")
    parser.add_argument("--times", nargs="*", default=["countries", "3", "codes", "2"], help="source, how often")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--drop", type=float, default=0.0, help="share of the pieces that are made unknown")
    parser.add_argument("--batch", type=int, default=32)
    given = parser.parse_args()
    data = Sentences(given.prepared)
    torch.manual_seed(0)  # the marks and heads begin alike for every seed, so that weights can be averaged
    network = beginning(given)
    own = data.learnable(given.without)
    wanted = goals(data, given.soft, given.share)
    mean = learn(network.to(DEVICE), data, own[wanted[own].any(axis=1)], wanted, given)
    # Of examples without a label only a teacher has anything to say.
    np.save(given.say, read_all(mean, data, (data.label >= 0) | bool(given.teacher)))
    torch.save({k: v.half().cpu() for k, v in mean.state_dict().items()}, given.out)


if __name__ == "__main__":
    main()
