"""Titles and pronouns as sources where nobody is named: "the Leader" is of the actor whose title it was before."""

import re

from mediaframes.annotate.coreference.sources import CUT, GENDERED, PRONOUNS, ROLES

__all__ = ["carried"]

TITLE = re.compile(r"[Tt]he ([\w-]+)")


def carried(row, before, mentions):
    """Return what a source without a name takes over from what stands before it: `source_actor`, `source_name`.

    Parameters
    ----------
    row : dict
        An attribution.
    before : list of dict
        Those before it in its article, with `source_actor`.
    mentions : list of dict
        Those of the article, in order, `actor` None where it was not asked for.

    Returns
    -------
    dict
        Empty where it would be a guess: where two actors have borne the title, or the source before is no person.
    """
    source = row.get("source_text") or ""
    title = TITLE.fullmatch(source.strip())
    if title and title[1].lower() in ROLES:
        return _by_title(title[1].lower(), row, before, mentions)
    last = before[-1] if before else None
    if source.lower() in PRONOUNS and last and last["source_actor"] and _is_person(last["source_text"], source):
        return _taken(last["source_actor"], last.get("source_name"))
    return {}


def _by_title(role, row, before, mentions):
    bearers = [(r["source_actor"], r.get("source_name")) for r in before if _role(r.get("source_text")) == role]
    here = [m for m in mentions if m["end"] <= row["source_start"] and _role(m["text"]) == role]
    bearers += [(m["actor"], " ".join(m["text"].split())) for m in here]
    actors = {actor for actor, _ in bearers}
    return _taken(*bearers[-1]) if len(actors) == 1 and None not in actors else {}


def _taken(actor, name):
    return {"source_actor": actor, "source_name": name}


def _role(text):
    """The title that heads a noun phrase, in lower case."""
    words = CUT.split(text or "", maxsplit=1)[0].split()
    return words[-1].lower() if words and words[-1].lower() in ROLES else None


def _is_person(text, pronoun):
    role = _role(text)
    return role is not None and GENDERED.get(role) in (None, PRONOUNS[pronoun.lower()])
