"""Write an instrument as it is shipped: `python training/export.py GOLD tone WEIGHTS.pt [MORE.pt …] --out FOLDER`.

Several sets of weights are averaged into one. The temperature is fitted on the development parts and put into the
graph; weights become int8, and the shipped graph is held against the network in float32 on the development parts.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from data import read_gold
from figures import calibration_error, interval, macro_f1
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from train import TASKS, averaged, logits, prepare, softmax

FITTED = {"tone": ["rw-dev", "mt-dev"], "relations": ["valid-new"]}  # what the temperatures are fitted on


class Calibrated(nn.Module):
    """One head of the network, its logits divided by a temperature (Guo et al. 2017)."""

    def __init__(self, network, task, temperature):
        super().__init__()
        self.network = network
        self.head = list(TASKS).index(task)
        self.temperature = temperature

    def forward(self, ids, marks):
        """Return the head's calibrated logits."""
        return self.network(ids, marks)[self.head] / self.temperature


def fit_temperature(scores, labels):
    """Return the temperature with the least negative log likelihood."""
    tried = np.geomspace(0.4, 4, 200)
    loss = [-np.log(softmax(scores / t)[np.arange(len(labels)), labels]).mean() for t in tried]
    return float(tried[np.argmin(loss)])


def write_graph(network, task, path):
    """Write the network as ONNX in float32."""
    ids = torch.tensor([[101, 103, 2056, 102], [101, 103, 102, 0]])
    marks = torch.tensor([[0, 1, 2, 3], [0, 1, 0, 0]])
    sizes = {0: torch.export.Dim("sentences"), 1: torch.export.Dim("pieces", max=256)}
    torch.onnx.export(
        network,
        (ids, marks),
        path,
        input_names=["ids", "marks"],
        output_names=[task],
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


def shipped(path, encoded, task):
    """Return the shipped graph's logits, one sentence at a time as in use."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return np.concatenate([session.run([task], {"ids": i[None], "marks": m[None]})[0] for i, m in encoded])


def report(part, examples, floats, ints):
    """Print the figures of one development part."""
    labels, classes = np.array([e.label for e in examples]), floats.shape[1]
    before, after = floats.argmax(1), ints.argmax(1)
    low, high = interval(labels, after, classes)
    print(
        f"{part}: float32 {macro_f1(labels, before, classes):.3f}, int8 {macro_f1(labels, after, classes):.3f} "
        f"[{low:.3f}, {high:.3f}]; calibration error {calibration_error(labels, softmax(ints)):.3f}; "
        f"probabilities differ by {np.abs(softmax(ints) - softmax(floats)).mean():.4f} in the mean, "
        f"{np.abs(softmax(ints) - softmax(floats)).max():.3f} at most"
    )


def main():
    """Average, calibrate, write, quantise, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold")
    parser.add_argument("task", choices=list(TASKS))
    parser.add_argument("weights", nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--about", default="", help="a line that is stored in the graph")
    given = parser.parse_args()
    dev = {part: own for part, own in read_gold(given.gold)[1].items() if own[0].task == given.task}
    network, out = averaged(given.weights).eval(), Path(given.out, f"{given.task}.onnx")
    encoded = {part: prepare(examples, hidden=True) for part, examples in dev.items()}
    scores = {part: logits(network, encoded[part], given.task) for part in dev}
    fitted = FITTED[given.task]
    labels = np.array([e.label for part in fitted for e in dev[part]])
    temperature = fit_temperature(np.concatenate([scores[part] for part in fitted]), labels)
    print(f"temperature: {temperature:.2f}")
    plain = str(out.with_suffix(".float32"))
    write_graph(Calibrated(network, given.task, temperature), given.task, plain)
    quantise(plain, str(out), {"about": given.about, "temperature": temperature})
    Path(plain).unlink()
    ints = {part: shipped(str(out), encoded[part], given.task) for part in dev}
    for part, examples in dev.items():
        report(part, examples, scores[part] / temperature, ints[part])
    error = calibration_error(labels, softmax(np.concatenate([ints[part] for part in fitted])))
    print(f"{' and '.join(fitted)} together: calibration error {error:.3f}")
    print(f"{out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
