"""Let networks share their word vectors, which training left as they were: `python training/share.py FOLDER`.

The vectors of each `*.onnx` in FOLDER that holds its own are moved to `words.data`, once: half of each file.
"""

import sys
from pathlib import Path

import onnx

WORDS, SHARED, FIRST = "network.words.weight", "words.data", "attitudes.onnx"


def own_vectors(graph):
    """Return the initializers of the word vectors: the quantised vectors, their scale and their zero point."""
    return {i.name.removeprefix(WORDS): i for i in graph.graph.initializer if i.name.startswith(WORDS)}


def main():
    """Share, write in place."""
    folder = Path(sys.argv[1])
    graphs = {path: onnx.load(path, load_external_data=False) for path in sorted(folder.glob("*.onnx"))}
    vectors = {
        kind: onnx.TensorProto.FromString(v.SerializeToString())
        for kind, v in own_vectors(graphs[folder / FIRST]).items()
    }
    raw = vectors["_quantized"].raw_data
    (folder / SHARED).write_bytes(raw)
    for path, graph in graphs.items():
        for kind, tensor in own_vectors(graph).items():
            tensor.CopyFrom(vectors[kind])
            if kind == "_quantized":
                tensor.ClearField("raw_data")
                tensor.data_location = onnx.TensorProto.EXTERNAL
                del tensor.external_data[:]
                for key, value in (("location", SHARED), ("offset", "0"), ("length", str(len(raw)))):
                    tensor.external_data.add(key=key, value=value)
        onnx.save_model(graph, path)
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
