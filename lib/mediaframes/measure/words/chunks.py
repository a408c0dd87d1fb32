"""Texts cut behind white space, page furniture left out: which piece stands at each place, and the distinct pieces."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa

from mediaframes.corpus.enrichment.furniture import furniture_spans

BLOCK = 3000  # texts at a time: memory is used again while it is near


def running_text(text):
    """Return the text with its page furniture as blanks: the length, and so each offset, stays the same."""
    for start, end, _ in furniture_spans(text):
        text = text[:start] + "\n" + " " * (end - start - 1) + text[end:]
    return text


def chunked(texts):
    """Cut texts behind white space.

    Only distinct pieces need be split into words: there are far fewer of these than of words.

    Parameters
    ----------
    texts : Series of str

    Returns
    -------
    blocks : list of (ndarray, ndarray)
        Of some texts in turn: the number of the piece at each place, and where each text begins among these, and the
        last one ends.
    pieces : list of str
        The distinct pieces.
    """
    texts = texts.tolist()
    with ThreadPoolExecutor(1) as beside:  # one block is cut while Python looks for furniture in the next
        starts = range(0, max(len(texts), 1), BLOCK)
        cut = [beside.submit(_cut, _encoded(texts[at : at + BLOCK])) for at in starts]
        blocks, ends = zip(*(block.result() for block in cut), strict=True)
    blocks = pa.chunked_array(blocks).unify_dictionaries().chunks
    codes = [block.indices.to_numpy() for block in blocks]
    return list(zip(codes, ends, strict=True)), blocks[0].dictionary.to_pylist()


def _encoded(texts):
    return [running_text(text).encode(errors="replace") for text in texts]


def _cut(encoded):
    """Return the pieces of some texts in turn, and at which of them each text begins."""
    everything = b"\n".join([*encoded, b""])
    spaces = np.flatnonzero(np.frombuffer(everything, dtype=np.uint8) <= ord(" "))
    offsets = np.zeros(len(spaces) + 1, dtype=np.int64)
    np.add(spaces, 1, out=offsets[1:])
    ends = np.searchsorted(offsets, np.cumsum([0, *(len(e) + 1 for e in encoded)], dtype=np.int64))
    pieces = pa.LargeStringArray.from_buffers(len(spaces), pa.py_buffer(offsets), pa.py_buffer(everything))
    return pieces.dictionary_encode(), ends
