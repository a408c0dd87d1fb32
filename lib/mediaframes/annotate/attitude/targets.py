"""Of what kind a name is: that of a country, an organisation or an armed group, of a person, or of a country's leader.

Coders of persons and coders of countries judge by different rules, so that the tone toward persons is read by another
network than the tone toward countries; which name stands there makes no difference within a kind.
"""

from functools import cache

import numpy as np
import pandas as pd

from mediaframes.annotate.entities.mentions import find_mentions
from mediaframes.codebook import load_actors

PERSON = "person"
LEADER = "leader"


def share_of_persons(texts, spans):
    """Return how much each name is a person's: 1, or 0 where the codebook knows a country, organisation or group there.

    The name of a leader, who is a person and stands for a country, gets 1/2.

    Parameters
    ----------
    texts : sequence of str
    spans : sequence of (int, int)

    Returns
    -------
    ndarray of float, one a text
    """
    ids = [str(n) for n in range(len(texts))]
    articles = pd.DataFrame({"article_id": ids, "text": list(texts), "title": "", "published": pd.NaT})
    whole = pd.DataFrame({"article_id": ids, "sentence": 0, "start": 0, "end": [len(t) for t in texts], "part": "body"})
    found = np.ones(len(texts))
    for m in find_mentions(articles, whole, _no_persons()).itertuples() if len(texts) else ():
        start, end = spans[int(m.article_id)]
        if m.start < end and start < m.end:
            found[int(m.article_id)] = 0.5 if m.kind == LEADER else 0
    return found


@cache
def _no_persons():
    return [actor for actor in load_actors() if actor.type != PERSON]
