"""How good the instruments are on human-coded data, with intervals over articles.

    python benchmarks/accuracy.py [GOLD]

GOLD is the folder that holds `polnear/`, `newswcl50/`, `newsmtsc/` and `dse/` (default: MEDIAFRAMES_GOLD, or
`../shared/gold` beside the checkout). Writes benchmarks/results/accuracy.csv, which notebook 10 shows: a row an
instrument, data, part and measure, with `estimate`, `low`, `high`, `n` (what was coded or found), `n_articles` (or
sentences, where these come without their articles), `n_clusters`; and confusion.csv: `data`, `coded`, `found`, `n`.
"""

import argparse
import importlib.util
import os
from pathlib import Path

import pandas as pd
import tone_accuracy

from mediaframes.measure.inference.estimates import ratio_estimates

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "accuracy.csv"
# What is counted, and over what: all are ratios of sums over articles, F1 too.
RATIOS = {
    "content words: F1": ("twice_both", "wanted_and_got"),
    "content words: precision": ("both", "got"),
    "content words: recall": ("both", "wanted"),
    "indirect speech: recall of content words": ("indirect_got", "indirect"),
    "source found": ("source_got", "sourced"),
}


def scoring(name):
    """Return a module of the tests, which hold the scoring of each instrument."""
    spec = importlib.util.spec_from_file_location(name, next((ROOT / "tests" / "annotate").rglob(f"{name}.py")))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def attributions():
    """Score attributions on PolNeAR's development part, in all and by outlet."""
    gold = scoring("test_gold_attributions")
    articles = gold.gold_articles()
    found = gold.predictions(articles)
    rows = zip(articles["text"], articles["gold"], found, strict=True)
    table = pd.DataFrame([gold.counts(*row) for row in rows])
    table["twice_both"], table["wanted_and_got"] = 2 * table["both"], table["wanted"] + table["got"]
    table["article_id"] = table["unit"] = articles["article_id"]
    table["part"] = articles["article_id"].str.split("_").str[0]
    parts = [ratios(table.assign(part=part)) for part in ("all",)] + [ratios(table)]
    return pd.concat(parts).assign(instrument="attributions", data="PolNeAR, development part")


def ratios(table):
    """Return each ratio for each part of a table of counts."""
    scored = []
    for measure, (x, d) in RATIOS.items():
        counts = table[["article_id", "unit", "part"]].assign(x=table[x], d=table[d])
        scored.append(ratio_estimates(counts, counts, by=["part"], share=True).assign(measure=measure))
    return pd.concat(scored)


def mentions():
    """Score mentions of countries on NewsWCL50, by country."""
    gold = scoring("test_gold_mentions")
    codes = gold.coded_mentions()
    counts = codes.groupby(["article_id", "code_name"])["found"].agg(x="sum", d="size").reset_index()
    counts = counts.rename(columns={"code_name": "part"}).assign(unit=counts["article_id"])
    counts = counts[counts.groupby("part")["d"].transform("sum") >= 30]
    table = ratio_estimates(counts, counts, by=["part"], share=True)
    return table.assign(measure="coded mentions found", instrument="mentions", data="NewsWCL50, six events")


def main():
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="?", default=os.environ.get("MEDIAFRAMES_GOLD", ROOT.parent / "shared" / "gold"))
    gold = parser.parse_args().gold
    os.environ["MEDIAFRAMES_GOLD"] = str(gold)
    tone, confused = tone_accuracy.score(gold)
    table = pd.concat([attributions(), mentions(), tone], ignore_index=True)
    first = ["instrument", "data", "part", "measure"]
    table = table[[*first, "estimate", "low", "high", "n", "n_articles", "n_clusters"]].round(4)
    RESULTS.parent.mkdir(exist_ok=True)
    table.to_csv(RESULTS, index=False)
    confused.to_csv(RESULTS.with_name("confusion.csv"), index=False)
    print(table.to_string())


if __name__ == "__main__":
    main()
