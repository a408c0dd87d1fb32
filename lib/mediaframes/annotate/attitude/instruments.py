"""The trained instruments: tone toward a name, and who supports or opposes whom, on bare sentences.

Two small networks (`weights/README.md`: data, licences, figures, limits), one for countries, organisations and armed
groups, and one for persons, each with two heads, run by ONNX Runtime in int8.
Each sentence is run by itself, on as many threads as there are cores: no padding, and what a sentence gets cannot
depend on which others were asked for with it, as it would where a batch shares the scale of its int8 numbers.

On another processor a reading may differ, a little on average, more in single sentences: `AGREES_TO` and
`READING_AGREES_TO` say how much, `weights/README.md` what was measured. Readings are kept as they come: to round them
would only move the difference to the edges of rounding. With MEDIAFRAMES_ONNX_OPTIMISATIONS=off in the environment, the
network runs without ONNX Runtime's optimisations.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from numbers import Integral

import numpy as np
import pandas as pd

from mediaframes.annotate.attitude.masking import encode
from mediaframes.annotate.attitude.targets import are_persons
from mediaframes.annotate.progress import progress_bar
from mediaframes.errors import MediaframesError, check_option

AGREES_TO = 0.01  # averages of twenty readings or more, on any machine
READING_AGREES_TO = 0.03  # a single probability, on any machine, in 95 of 100 sentences
TONE_CLASSES = ["negative", "neutral", "positive"]
RELATION_CLASSES = ["neutral", "p_supports_q", "q_supports_p", "p_opposes_q", "q_opposes_p"]
SURE = 0.6  # a tone of which no class is so probable has no score: of those, half are right (weights/README.md)
MIRRORED = [0, 2, 1, 4, 3]  # the same relations with p and q changed
COUNTRIES, PERSONS = "attitudes", "persons"  # the networks, by whom they have learnt from
HALF = 0.5  # of a person both networks count alike: together they are right more often (training/README.md)
LONG_WORK = 2000  # sentences; from here on progress is shown
CHUNK = 256
MOST_THREADS = 8


def tone(texts, spans):
    """Read the attitude that each sentence shows toward the name at its span.

    The name itself is hidden from the network: the same sentence gets the same tone whichever country stands there, or
    whichever person. Names that the codebook knows as those of countries, organisations and armed groups are read by
    one network; of all others, who are taken for persons, the mean of that one and of one for persons counts.

    Parameters
    ----------
    texts : sequence of str
        One English sentence each. Of a long one, what stands around the span is read (about 150 word pieces).
    spans : sequence of (int, int)
        For each text, where the name stands: `text[start:end]`.

    Returns
    -------
    DataFrame
        One row a text, in their order: `negative`, `neutral`, `positive`, probabilities summing to 1.

    Raises
    ------
    MediaframesError
        If texts and spans are not equally many, a text is no string, or a span is empty or not inside its text.

    References
    ----------
    Hamborg & Donnay 2021, NewsMTSC: a dataset for (multi-)target-dependent sentiment classification in political
    news articles, EACL. Wang et al. 2020, MiniLM, NeurIPS. Guo et al. 2017, On calibration of modern neural networks.

    Examples
    --------
    >>> mf.tone(["Doctors thanked Peru warmly for the excellent hospital."], [(16, 20)]).idxmax(axis=1)[0]
    'positive'
    """
    texts = _checked_texts(texts)
    spans = _checked_spans(texts, spans, "spans")
    return read_tone(texts, spans, are_persons(texts, spans))


def relations(texts, spans_p, spans_q):
    """Read whom each sentence shows as supporting or opposing whom, of the two names at its spans.

    Both names are hidden from the network, and it makes no difference which of the two is called p. As for
    `tone`, a second network reads persons besides; it counts for half of two of them, for a quarter of one.

    Parameters
    ----------
    texts : sequence of str
        One English sentence each.
    spans_p, spans_q : sequence of (int, int)
        For each text, where the two names stand; they must not overlap.

    Returns
    -------
    DataFrame
        One row a text, in their order: `neutral`, `p_supports_q`, `q_supports_p`, `p_opposes_q`, `q_opposes_p`,
        probabilities summing to 1.

    Raises
    ------
    MediaframesError
        As `tone`; and if two spans of a text overlap.

    References
    ----------
    Park, Pan & Joo 2021, Who blames or endorses whom? Entity-to-entity directed sentiment extraction in news text,
    Findings of ACL.

    Examples
    --------
    >>> mf.relations(["Peru condemned Chad for the attack."], [(0, 4)], [(15, 19)]).idxmax(axis=1)[0]
    'p_opposes_q'
    """
    texts = _checked_texts(texts)
    spans_p = _checked_spans(texts, spans_p, "spans_p")
    spans_q = _checked_spans(texts, spans_q, "spans_q")
    for i, (p, q) in enumerate(zip(spans_p, spans_q, strict=True)):
        if max(p[0], q[0]) < min(p[1], q[1]):
            raise MediaframesError(f"text {i}: the spans of p and q overlap: {p} and {q}; two names are needed")
    persons = np.mean([are_persons(texts, spans_p), are_persons(texts, spans_q)], axis=0)
    return read_relations(texts, spans_p, spans_q, persons)


def read_tone(texts, spans, persons, *, threads=None):
    """Do what `tone` does, unchecked, on so many threads; `persons`: whether each name is a person's (1 or 0)."""
    marked = [[(*span, "target")] for span in spans]
    return pd.DataFrame(_by_both(texts, marked, "tone", TONE_CLASSES, persons, threads), columns=TONE_CLASSES)


def read_relations(texts, spans_p, spans_q, persons, *, threads=None):
    """Do what `relations` does, unchecked, on so many threads; `persons`: the share of each pair that is persons."""
    # The network has learnt p as the name that comes first.
    changed = np.array([q < p for p, q in zip(spans_p, spans_q, strict=True)], bool)
    marked = [[(*first, "p"), (*second, "q")] for first, second in map(sorted, zip(spans_p, spans_q, strict=True))]
    scores = _by_both(texts, marked, "relations", RELATION_CLASSES, persons, threads)
    scores[changed] = scores[changed][:, MIRRORED]
    return pd.DataFrame(scores, columns=RELATION_CLASSES)


def optimisations():
    """Return whether ONNX Runtime may rearrange the network: "on", or what MEDIAFRAMES_ONNX_OPTIMISATIONS says."""
    chosen = os.environ.get("MEDIAFRAMES_ONNX_OPTIMISATIONS") or "on"
    check_option("MEDIAFRAMES_ONNX_OPTIMISATIONS", chosen, ("on", "off"))
    return chosen


def load_session(network):
    """Return the ONNX Runtime session of a shipped network, loaded when first asked."""
    return _session(network, optimisations())


@cache
def _session(network, optimised):
    import onnxruntime  # only where it is needed

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the sentences are what is done side by side
    if optimised == "off":
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    weights = str(files("mediaframes.annotate.attitude") / "weights" / f"{network}.onnx")  # beside it, words.data
    # The fused form of adding and normalising is the slower one on processors: a fifth of the time of a sentence.
    slower = ["SkipLayerNormFusion"]
    return onnxruntime.InferenceSession(
        weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=slower
    )


def _checked_texts(texts):
    if isinstance(texts, str):
        raise MediaframesError(f"texts is one string, {texts[:40]!r}; a list of strings is needed")
    texts = list(texts)
    for i, text in enumerate(texts):
        if not isinstance(text, str):
            raise MediaframesError(f"text {i} is {text!r}; only strings can be read")
    return texts


def _checked_spans(texts, spans, name):
    spans = list(spans)
    if len(spans) != len(texts):
        raise MediaframesError(f"{len(texts)} texts but {len(spans)} {name}; one span is needed for each text")
    return [_checked_span(i, text, span, name) for i, (text, span) in enumerate(zip(texts, spans, strict=True))]


def _checked_span(i, text, span, name):
    span = tuple(span) if isinstance(span, (tuple, list, np.ndarray)) else (span,)
    if len(span) != 2 or not all(isinstance(edge, Integral) for edge in span):
        raise MediaframesError(f"text {i}: {name} has {span!r}; a pair of whole numbers (start, end) is needed")
    start, end = map(int, span)
    if not 0 <= start < end <= len(text):
        raise MediaframesError(
            f"text {i}: {name} has ({start}, {end}), but the text has {len(text)} characters; "
            "0 <= start < end <= length is needed"
        )
    return start, end


def _by_both(texts, marked, task, classes, persons, threads):
    # Probabilities, one row a text: those of the network for countries, mixed with those of the one for persons.
    persons = HALF * np.asarray(persons, float)
    scores = np.zeros((len(texts), len(classes)))
    for network, weights in ((COUNTRIES, 1 - persons), (PERSONS, persons)):
        own = np.flatnonzero(weights)
        read = _scores([texts[i] for i in own], [marked[i] for i in own], task, len(classes), network, threads)
        scores[own] += weights[own, None] * read
    return scores


def _scores(texts, marked, task, classes, network, threads):
    probabilities = np.zeros((len(texts), classes))
    if not texts:
        return probabilities
    session = load_session(network)
    bar = progress_bar(task, len(texts), "sentences", disable=len(texts) < LONG_WORK, leave=False)
    with bar, ThreadPoolExecutor(threads or min(MOST_THREADS, os.cpu_count() or 1)) as pool:
        for a in range(0, len(texts), CHUNK):
            rows = encode(texts[a : a + CHUNK], marked[a : a + CHUNK])
            found = pool.map(lambda row: _run(session, task, *row), rows)
            probabilities[a : a + CHUNK] = list(found)
            bar.update(len(rows))
    return probabilities


def _run(session, task, ids, marks):
    logits = session.run([task], {"ids": ids[None], "marks": marks[None]})[0][0].astype(float)
    odds = np.exp(logits - logits.max())
    return odds / odds.sum()
