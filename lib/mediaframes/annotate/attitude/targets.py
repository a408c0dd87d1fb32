"""Of what kind a name is: that of a country, an organisation or an armed group, or of a person.

Coders of persons and coders of countries judge by different rules, so that a network has learnt from each; which name
stands there makes no difference within a kind.
"""

from functools import cache

import numpy as np
import pandas as pd

from mediaframes.annotate.entities.mentions import find_mentions
from mediaframes.codebook import load_actors

PERSON = "person"
LEADER = "leader"


def are_persons(texts, spans):
    """Return which names are persons': all but those of countries, organisations and groups that the codebook knows.

    The name of a country's leader is a person's.

    Parameters
    ----------
    texts : sequence of str
    spans : sequence of (int, int)
        For each text, where the name stands.

    Returns
    -------
    ndarray of bool, one a text
    """
    ids = [str(n) for n in range(len(texts))]
    articles = pd.DataFrame({"article_id": ids, "text": list(texts), "title": "", "published": pd.NaT})
    whole = pd.DataFrame({"article_id": ids, "sentence": 0, "start": 0, "end": [len(t) for t in texts], "part": "body"})
    found = np.ones(len(texts), bool)
    for m in find_mentions(articles, whole, _no_persons()).itertuples() if len(texts) else ():
        start, end = spans[int(m.article_id)]
        if m.kind != LEADER and m.start < end and start < m.end:
            found[int(m.article_id)] = False
    return found


@cache
def _no_persons():
    return [actor for actor in load_actors() if actor.type != PERSON]
