"""Which reader takes which file."""

from importlib import import_module

import pytest

from mediaframes.corpus.readers import registry


@pytest.mark.parametrize(
    ("name", "reader", "reason"),
    [
        ("a/b.TXT", "text", ""),
        ("no-suffix", "text", ""),
        ("page.warc.gz", "warc", ""),
        ("articles.jsonl.gz", "gzip", ""),
        ("readme.md", None, "ignored: describes the corpus"),
        ("actors.yml", None, "ignored: settings, not an article"),
        ("__MACOSX/a.txt", None, "ignored: hidden file"),
        ("picture.png", None, "no reader for '.png' files"),
    ],
)
def test_a_name_tells_the_reader(name, reader, reason):
    chosen, told = registry.choose(name)
    assert (chosen and chosen.name, told) == (reader, reason)


@pytest.mark.parametrize("known", list(registry.BY_NAME.values()), ids=lambda known: known.name)
def test_each_row_leads_to_a_function_that_says_what_it_yields(known):
    module, function = known.function.split(".")
    assert "Yield" in getattr(import_module(f"{registry.__package__}.{module}"), function).__doc__
    assert all(suffix == suffix.lower() and suffix[0] == "." for suffix in known.suffixes)


def test_no_suffix_has_two_readers():
    assert len(registry.FORMATS) == sum(len(known.suffixes) for known in registry.BY_NAME.values())
