"""Write the instrument as it is shipped.

    python training/export.py PREPARED.npz WEIGHTS.pt ... --without 0 --out FILE.onnx

Several sets of weights are averaged into one network with two heads. It is calibrated on the countries in the folds
`--without`, which it has not seen, so that the fold kept for the last look serves nothing but that look; or, a
temperature alone, on `--parts`, such as rw-dev. Weights become int8, and the shipped graph is held against the same
network in float32.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from calibrate import calibrate, held_out
from data import LAST
from figures import calibration_error, interval, macro_f1
from learn import TASKS, Sentences, averaged
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn


class Calibrated(nn.Module):
    """The network, its logits divided by a temperature and moved by a bias of each class (Guo et al. 2017)."""

    def __init__(self, network, calibration):
        super().__init__()
        self.network = network
        self.divisors = [float(c["temperature"]) for c in calibration]
        self.biases = nn.ParameterList(nn.Parameter(torch.tensor(c["bias"]), requires_grad=False) for c in calibration)

    def forward(self, ids, marks):
        """Return both heads' calibrated logits."""
        both = self.network(ids, marks)
        return tuple(x / t + b for x, t, b in zip(both, self.divisors, self.biases, strict=True))


def write_graph(network, path):
    """Write the network as ONNX in float32."""
    ids = torch.tensor([[101, 103, 2056, 102], [101, 103, 102, 0]])
    marks = torch.tensor([[0, 1, 2, 3], [0, 1, 0, 0]])
    sizes = {0: torch.export.Dim("sentences"), 1: torch.export.Dim("pieces", max=256)}
    torch.onnx.export(
        network,
        (ids, marks),
        path,
        input_names=["ids", "marks"],
        output_names=list(TASKS),
        dynamic_shapes=(sizes, sizes),
        dynamo=True,
        external_data=False,
        verbose=False,
    )


def quantise(source, path, about):
    """Write the graph with int8 weights, by channel, embeddings too.

    Weights keep 7 of 8 bits (`reduce_range`): on processors without VNNI, sums of products of full int8 weights and
    uint8 activations overflow 16 bits, and figures would then depend on the machine.
    """
    quantize_dynamic(
        source,
        path,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    graph = onnx.load(path)
    onnx.helper.set_model_props(graph, {k: json.dumps(v) for k, v in about.items()})
    forget_machine(graph.graph)
    onnx.save(graph, path)


def forget_machine(graph):
    """Take out what the exporter notes of the machine: where the code lay that made each node."""
    for thing in [graph, *graph.node, *graph.value_info, *graph.input, *graph.output, *graph.initializer]:
        thing.doc_string = ""
        del thing.metadata_props[:]


def shipped(path, data, own, task):
    """Return the shipped graph's logits, one sentence at a time as in use."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    read = (dict(zip(("ids", "marks"), (x.numpy() for x in data.batch(np.array([i]))), strict=True)) for i in own)
    return np.concatenate([session.run([task], x)[0] for x in read])


def softmax(x):
    """Return probabilities from logits."""
    odds = np.exp(x - x.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


def floats(network, data, own, task):
    """Return the float32 network's logits of one task, one sentence at a time."""
    with torch.inference_mode():
        return np.concatenate([network(*data.batch(np.array([i])))[task].numpy() for i in own])


def report(name, labels, before, after):
    """Print the figures of one part."""
    classes = after.shape[1]
    low, high = interval(labels, after.argmax(1), classes)
    print(
        f"{name}: float32 {macro_f1(labels, before.argmax(1), classes):.3f}, "
        f"int8 {macro_f1(labels, after.argmax(1), classes):.3f} [{low:.3f}, {high:.3f}], "
        f"accuracy {np.mean(labels == after.argmax(1)):.3f}; "
        f"calibration error {calibration_error(labels, softmax(after)):.3f}; probabilities differ by "
        f"{np.abs(softmax(after) - softmax(before)).mean():.4f} in the mean, "
        f"{np.abs(softmax(after) - softmax(before)).max():.3f} at most",
        flush=True,
    )


def main():
    """Average, calibrate, write, quantise, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared")
    parser.add_argument("weights", nargs="+")
    parser.add_argument("--without", nargs="+", type=int, default=[])
    parser.add_argument("--parts", nargs="+", default=[])
    parser.add_argument("--out", required=True)
    given = parser.parse_args()
    data, network, calibration = Sentences(given.prepared), averaged(given.weights).eval(), []
    rows = np.union1d(held_out(data.arrays, given.without), np.flatnonzero(np.isin(data.source, given.parts)))
    for task in range(len(TASKS)):
        own = rows[data.task[rows] == task]
        logits, labels = floats(network, data, own, task), data.label[own].astype(int)
        calibration.append(calibrate(logits.astype(float), labels, biases=not given.parts))
        print(f"{TASKS[task]}: {calibration[-1]}")
    network = Calibrated(network, calibration).eval()
    plain = f"{given.out}.float32"
    write_graph(network, plain)
    quantise(plain, given.out, {"calibration": calibration})
    Path(plain).unlink()
    parts = {"countries, last look": held_out(data.arrays, [LAST])}
    parts |= {p: np.flatnonzero(data.source == p) for p in ("rw-dev", "mt-dev", "valid-new")}
    for name, rows in parts.items():
        for task, kind in enumerate(TASKS):
            if len(own := rows[data.task[rows] == task]):
                before = floats(network, data, own, task)
                report(f"{name}, {kind}", data.label[own], before, shipped(given.out, data, own, kind))
    print(f"{Path(given.out).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
