"""Word lists and patterns that lie as YAML files beside the modules that use them."""

import re
from pathlib import Path

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # many times as fast, where libyaml is there
_PIECE = re.compile(r"\{([a-z_]+)\}")


def yaml_beside(module, name):
    """Read the YAML file `name` that lies beside a module, given the module's `__file__`."""
    return yaml.load(Path(module).with_name(name).read_text(encoding="utf-8"), Loader=_LOADER)


def one_of(words):
    """Write the pattern that fits any of some words or patterns, the first that fits."""
    return f"(?:{'|'.join(words)})"


def fill(pattern, pieces):
    """Put in named pieces of patterns: `{month}` stands for `pieces["month"]`, a list for any of its members."""
    text = pattern if isinstance(pattern, str) else one_of(pattern)
    return _PIECE.sub(lambda match: pieces[match[1]], text)
