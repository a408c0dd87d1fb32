"""Which actors are looked at where nobody was asked for: those that most articles name, whoever they are."""

from mediaframes.annotate.entities.discovery import as_actor, discover_actors, is_alone
from mediaframes.annotate.evidence import check_articles
from mediaframes.annotate.names import Names, is_english
from mediaframes.annotate.store import article_keys, remembered
from mediaframes.codebook import load_actors
from mediaframes.codebook.load import grown
from mediaframes.corpus.enrichment.agencies import is_agency

RANKED = 20  # actors that a choice may be made of


def actors_in(articles, *, top=4):
    """Return the actors that most articles name: of the codebook, or persons and organisations that it lacks.

    Parameters
    ----------
    articles : DataFrame
    top : int
        How many to return.

    Returns
    -------
    list of Actor
        The one in most articles first. Names that the codebook lacks are taken as `discover_actors` proposes them,
        but for places, peoples, news agencies, and the outlets and authors of the articles. Where nobody is named, the
        first of the codebook: what follows will be empty tables, not an error.

    Notes
    -----
    Codebook actors are counted by the articles with a mention, others by the articles with their name. The choice for
    a set of articles is kept in the user's cache folder.

    Examples
    --------
    >>> [actor.name for actor in mf.actors_in(articles, top=2)]
    ['Iran', 'US']
    """
    check_articles(articles)
    readable = articles[is_english(articles)]
    ranked = remembered("actors", [*article_keys(readable), *_own_names(articles)], lambda: _ranked(readable, articles))
    return load_actors(*(_actor(entry) for entry in ranked[:top])) if ranked else load_actors()[:top]


def _ranked(readable, articles):
    """The actors of most articles, as what JSON can hold."""
    mentions = Names(load_actors()).of(readable)[1]
    spread = mentions.groupby("actor")["article_id"].nunique()
    ranked = [(int(n), {"name": name}) for name, n in spread.items()]
    proposals, own = discover_actors(readable), _own_names(articles)
    for row in proposals.itertuples(index=False):
        if _may_be_chosen(row) and row.name.casefold() not in own:
            entry = {"name": row.name, "kind": row.type, "aliases": list(row.aliases)}
            ranked.append((row.n_articles, entry | {"alone": is_alone(row.name, proposals)}))
    return [entry for _, entry in sorted(ranked, key=lambda pair: (-pair[0], pair[1]["name"]))[:RANKED]]


def _may_be_chosen(row):
    """Organisations but for news agencies, and persons by their full names: one word alone is too often a mistake."""
    return (row.type == "organisation" and not is_agency(row.name)) or (row.type == "person" and " " in row.name)


def _actor(entry):
    if "kind" not in entry:
        return entry["name"]
    return grown(as_actor(entry["name"], entry["kind"], entry["aliases"], alone=entry["alone"]))


def _own_names(articles):
    """The names of the articles' own outlets and authors, in lower case."""
    columns = [c for c in ("outlet", "author") if c in articles]
    return sorted({str(v).casefold().removeprefix("the ") for c in columns for v in articles[c].dropna().unique()})
