"""All that reaches into the insides of spaCy, Thinc and their matrices, and what each trick gains.

What each says of a sentence is what spaCy says (`tests/annotate/syntax/test_speed.py`). Gains are sentences a
processor-second with the trick over those without, on two cores (`benchmarks/parser.py`, which writes
benchmarks/results/parser.json):

- `with_numpy_products` (Thinc's `ops` and `walk`): 1.46. NumPy's library multiplies faster than spaCy's own BLIS.
- `RememberedRuler` (patterns of the attribute ruler, hashes of the strings, setters of tokens): 1.46. The ruler gives
  each token its part of speech by patterns over tag, dependency and, for a closed list of words, the word itself. To
  match them anew in each sentence costs half as much as parsing it; what they say depends on so little that it is
  asked once and remembered.
- `one_thread`: 2.0. The matrices of sentences are small: threads would mostly wait for each other.
"""

from functools import cache

READ = ["LOWER", "TAG", "DEP", "IS_SPACE"]


def with_numpy_products(nlp):
    """Let NumPy multiply the matrices of a pipeline, in place, and return it."""
    for model in [pipe.model for _, pipe in nlp.pipeline if getattr(pipe, "model", None)]:
        ops = type(model.ops)(use_blis=False) if getattr(model.ops, "use_blis", False) else model.ops
        for node in model.walk():
            node.ops = ops
    return nlp


def one_thread():
    """Return a context in which each product of matrices is made on one thread."""
    return _threadpools().limit(limits=1, user_api="blas")


@cache
def _threadpools():
    from threadpoolctl import ThreadpoolController  # after NumPy's libraries are loaded, for it looks for them once

    return ThreadpoolController()


class RememberedRuler:
    """Call it like the attribute ruler that it wraps: the result is the same, token for token.

    Parameters
    ----------
    ruler : spacy.pipeline.AttributeRuler
    vocab : spacy.vocab.Vocab
    """

    def __init__(self, ruler, vocab):
        self.ruler = ruler
        patterns = [tokens for p in ruler.patterns for tokens in p["patterns"]]
        single = {word for tokens in patterns if len(tokens) == 1 for word in _words(tokens[0])}
        self.words = {vocab.strings.add(word) for word in single}
        self.several = [[_needs(token, vocab) for token in tokens] for tokens in patterns if len(tokens) > 1]
        self.known = {}

    def __call__(self, doc):
        rows = doc.to_array(READ)
        if rows[:, 3].any() or self._is_odd(set(rows[:, 0].tolist()), set(rows[:, 2].tolist())):
            return self.ruler(doc)
        keys = [(w if w in self.words else 0, t, d) for w, t, d, _ in rows.tolist()]
        if any(key not in self.known for key in keys):
            return self._learn(doc, keys)
        for token, key in zip(doc, keys, strict=True):
            token.pos, morph, lemma = self.known[key]
            token.set_morph(morph)
            if lemma:
                token.lemma = lemma
        return doc

    def _is_odd(self, words, deps):
        """Whether a pattern over several tokens may match in a sentence with these words: the ruler must be asked."""
        return any(all((not w or w & words) and (not d or d & deps) for w, d in tokens) for tokens in self.several)

    def _learn(self, doc, keys):
        doc = self.ruler(doc)
        for token, key in zip(doc, keys, strict=True):
            self.known[key] = token.pos, token.morph.key, token.lemma
        return doc


def _words(token):
    """The words that one token of a pattern names; none for a regular expression, which any word might match."""
    words = token.get("LOWER", [])
    return [words] if isinstance(words, str) else words.get("IN", []) if isinstance(words, dict) else words


def _needs(token, vocab):
    """Words and dependencies of which a sentence must hold one for this token of a pattern to match."""
    deps = [token["DEP"]] if isinstance(token.get("DEP"), str) else []
    return {vocab.strings.add(w) for w in _words(token)}, {vocab.strings.add(d) for d in deps}
