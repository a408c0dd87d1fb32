"""What others counted by hand, to lay beside one's own counts."""

import pandas as pd

from mediaframes.annotate.evidence import Evidence
from mediaframes.errors import MediaframesError
from mediaframes.validate.accuracy import FIGURES


def published_harms(evidence):
    """Return how often outlets used which word of harm of whom, as counted by hand, and the same in this evidence.

    Parameters
    ----------
    evidence : Evidence

    Returns
    -------
    DataFrame
        One row an outlet, word and side of the published counts: `outlet`, `word`, `victim_actor`, `count` (of the
        study), `source`, `here` (harms in the evidence told by the word, of the side, in all outlets together), and
        `here_same_outlet` (in the outlet of that name; missing where the evidence has none of it).

    Raises
    ------
    MediaframesError
        If it is given no evidence.

    References
    ----------
    Najjar & Lietava 2023 (BBC live coverage, 7 October to 2 December 2023). Jackson 2023 (New York Times, 7 to 22
    October 2023).

    Examples
    --------
    >>> mf.published_harms(evidence)["source"].unique().tolist()
    ['Najjar & Lietava 2023', 'Jackson 2023']
    """
    if not isinstance(evidence, Evidence):
        raise MediaframesError(f"published_harms takes evidence, and was given {type(evidence).__name__}")
    table = pd.read_csv(FIGURES / "published_harms.csv")
    own = evidence.harms.drop_duplicates(["article_id", "sentence", "group", "victim_actor"])
    outlets = evidence.articles.reindex(columns=["article_id", "outlet"])
    own = own.merge(outlets, on="article_id", how="left")
    here = own.groupby(["word", "victim_actor"]).size().rename("here")
    same = own.groupby(["outlet", "word", "victim_actor"]).size().rename("here_same_outlet")
    table = table.merge(here.reset_index(), on=["word", "victim_actor"], how="left")
    table = table.merge(same.reset_index(), on=["outlet", "word", "victim_actor"], how="left")
    table["here"] = table["here"].fillna(0).astype(int)
    known = table["outlet"].isin(set(outlets["outlet"].dropna()))
    table["here_same_outlet"] = (
        table["here_same_outlet"].mask(known & table["here_same_outlet"].isna(), 0).astype("Int64")
    )
    return table
