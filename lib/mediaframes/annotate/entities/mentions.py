"""Where an article names an actor: one pass over the text for the whole codebook."""

import re
from collections import Counter
from datetime import timedelta
from typing import NamedTuple

import pandas as pd

from mediaframes.annotate.coreference.descriptions import stand_ins
from mediaframes.annotate.entities.disambiguation import holds, is_other, is_person, is_place
from mediaframes.annotate.entities.gazetteer import Claim, build_index
from mediaframes.annotate.entities.leaders import is_former, is_incumbent, is_leader, is_seeking, only_titles
from mediaframes.annotate.entities.recognition import Place, looks_like_headline
from mediaframes.annotate.segmentation.folding import fold, original_span
from mediaframes.annotate.syntax.speed import one_thread
from mediaframes.codebook.english.patterns import pattern

MENTION_COLUMNS = [
    "mention_id",
    "article_id",
    "sentence",
    "start",
    "end",
    "text",
    "actor",
    "kind",
    "voice",
    "source_actor",
    "member_of",
    "warnings",
]
UNDATED = "article without a date: the office may be of another time"
# Years in office are often known to the year or month only, and news follows a leader into and out of office.
GRACE = timedelta(days=30)
NAMED = ("name", "demonym")
SPACED = {
    "name": pattern(r" (?:regime|{} {}|{})\b", "portfolios", "portfolio_bodies", "bodies", flags=re.IGNORECASE),
    "leader": pattern(r" (?:regime|{})\b", "cabinets", flags=re.IGNORECASE),
    "capital": re.compile(r" regime\b", re.IGNORECASE),
}
# "The Bush administration" governed the country in its time, and is named for it ever after.
ADMINISTRATION = re.compile(r" administration\b", re.IGNORECASE)
WORD = re.compile(r"\w+")
REGIME_IN = re.compile(r"\b[Rr]egime in $")


class Hit(NamedTuple):
    """A form found in the folded text, within a sentence, and who may claim it."""

    start: int
    end: int
    sentence: int
    claims: tuple[Claim, ...]


def find_mentions(articles, sentences, actors):
    """Find each place at which one of the actors is named.

    Parameters
    ----------
    articles : DataFrame
        With `article_id`, `text` and, for leaders, `published` (missing: leaders of all years count, with a warning).
    sentences : DataFrame
        From `split_sentences`; those whose `part` is "boilerplate" are skipped.
    actors : list of Actor
        From `load_actors`. The whole built-in codebook takes part in the matching whichever actors are asked for, so
        that "South Korea" is never found as another Korea; mentions of the actors asked for are returned.

    Returns
    -------
    DataFrame
        One row a mention: `mention_id` (article_id:start; with the actor too for the second actor of a shared form such
        as "the two Koreas"), `article_id`, `sentence`, `start`, `end` (characters of the article's text), `text`,
        `actor`, `kind` (name / demonym / government / leader / label, or coreference: "the country"), `member_of` (the
        actor that this one belongs to on the article's day), `warnings` (of a leader in an article without a date), and
        `voice`, `source_actor`, both missing here. In the order of the articles and of the text.

    Notes
    -----
    The longest form wins. "Israeli officials", "Russian Foreign Ministry" and "Trump administration" are one
    mention each (government), "Iranian regime" too (label), and "the regime" alone in an article that calls an actor
    so in full. "The country" and "both countries" are the state or the two states that the sentence, or it and the
    one before, names, if it names no more (see `coreference.descriptions`). The article before is no part of a
    mention, nor is 's after it. A capital counts as the government, but not after "in" or "near", where it is a
    place. A leader counts from 30 days before the first day in office to 30 days after the last, but "the Bush
    administration" ever after. Who is called a candidate or president-elect before that first day, or in an article
    without a date, does not; nor does a name behind the title of another state ("South Korean President Kim").
    """
    actors = tuple(actors)
    index = build_index(actors)
    finder = _Finder(index, {actor.name for actor in actors})
    spans = _spans_by_article(sentences)
    published = articles["published"] if "published" in articles else [None] * len(articles)
    rows = []
    with one_thread():
        for article_id, text, day in zip(articles["article_id"], articles["text"], published, strict=True):
            if isinstance(text, str) and article_id in spans:
                rows += finder.rows(article_id, text, day, spans[article_id])
    return _table(rows)


def _table(rows):
    table = pd.DataFrame(rows, columns=[*MENTION_COLUMNS[:8], "member_of", "warnings"])
    for column in ("mention_id", "article_id", "text", "actor", "kind", "member_of", "warnings"):
        table[column] = table[column].astype("str")
    for column in ("sentence", "start", "end"):
        table[column] = table[column].astype("int64")
    return table.assign(
        voice=pd.Series(pd.NA, index=table.index, dtype="str"),
        source_actor=pd.Series(pd.NA, index=table.index, dtype="str"),
    )[MENTION_COLUMNS]


def _spans_by_article(sentences):
    spans, used = {}, sentences[sentences["part"] != "boilerplate"]
    for article_id, *span in used[["article_id", "sentence", "start", "end"]].itertuples(index=False):
        spans.setdefault(article_id, []).append(tuple(span))
    return spans


class _Finder:
    """The index, ready to run over texts."""

    def __init__(self, index, wanted):
        self.index, self.wanted = index, wanted

    def rows(self, article_id, text, day, spans):
        folded, offsets = fold(text)
        if offsets is not None:
            spans = [(n, *map(int, offsets.searchsorted((start, end)))) for n, start, end in spans]
        hits = [hit for span in spans for hit in self._hits(folded, *span)]
        found = [
            (hit.sentence, claim.actor, start, end, kind)
            for hit, claim, start, end, kind in _Reading(folded, hits, day, self.index).mentions()
        ]
        rows = []
        for sentence, actor, start, end, kind in found + stand_ins(folded, spans, found, self.index.states):
            if actor in self.wanted:
                a, b = original_span(text, offsets, start, end)
                # Of a form that names two actors, both are rows of the same span.
                twin = f":{actor}" if rows and rows[-1][3] == a else ""
                above = self._above(actor, day)
                row = (f"{article_id}:{a}{twin}", article_id, sentence[0], a, b, text[a:b], actor, kind, above)
                rows.append((*row, self._warning(actor, kind, day)))
        return sorted(rows, key=lambda row: row[3])

    def _above(self, actor, day):
        """The actor that another belonged to on a day, or None."""
        day = _as_date(day)
        for member in self.index.members.get(actor, ()):
            if day is None or (_begun(member, day) and not _over(member, day)):
                return member.actor
        return None

    def _warning(self, actor, kind, day):
        """What to know of a mention: without a date nobody can tell who is in office, or belongs to whom."""
        dated = kind == "leader" or any(m.start or m.end for m in self.index.members.get(actor, ()))
        return UNDATED if dated and _as_date(day) is None else None

    def _hits(self, folded, number, first, last):
        """The longest form at each word, left to right, never overlapping."""
        hits, position = [], first
        for match in WORD.finditer(folded, first, last):
            start = match.start()
            for form, claims in self.index.forms.get(match[0], ()) if start >= position else ():
                end = start + len(form)
                if end <= last and folded.startswith(form, start) and not folded[end : end + 1].isalnum():
                    hits.append(Hit(start, end, (number, first, last), claims))
                    position = end
                    break
        return hits


class _Reading:
    """One article's hits, read in the light of the whole article and its date."""

    def __init__(self, folded, hits, day, index):
        self.text, self.ranks, self.states = folded, index.ranks, index.states
        self.day = _as_date(day)
        self.all_hits = hits
        self.starts = {hit.start for hit in hits if any(not claim.surname for claim in hit.claims)}
        self.hits = [hit for hit in hits if any(claim.actor for claim in hit.claims)]
        firm = [c for h in self.hits for c in h.claims if not c.surname and not c.conditions]
        self.full_names = {c.leader.name for c in firm if c.leader}
        self.present = Counter(c.actor for c in firm)
        self.bearers, self.seekers = {}, {}
        self.before = dict(zip((h.start for h in self.hits[1:]), self.hits, strict=False))
        self.behind = dict(zip((h.start for h in self.hits), self.hits[1:], strict=False))

    def mentions(self):
        """Each hit that counts: (hit, claim, start, end, kind)."""
        for hit in self.hits:
            claims = [claim for claim in hit.claims if claim.actor and self._counts(hit, claim)]
            if claims:
                most = max(claims, key=lambda c: (self.ranks[c.actor], self.present[c.actor]))
                shared = [c for c in claims if c is not most and any(rule.shared for rule in c.conditions)]
                for claim in [most, *shared]:
                    yield hit, claim, *self._extent(hit, claim)

    def _counts(self, hit, claim):
        joined = hit.end + 1 in self.starts
        place = Place(self.text, hit.start, hit.end, *hit.sentence[1:], joined)
        if claim.is_person:
            return self._names_person(place, claim)
        leader, present = claim.leader, self.present[claim.actor] > 0
        if leader and leader.role == "president" and ADMINISTRATION.match(self.text, hit.end, place.last):
            return self._has_begun(leader)
        if leader and (not self._in_office(leader) or is_former(place) or self._is_anothers(hit, claim)):
            return False
        if claim.surname and not is_leader(place, claim, leader.name in self.full_names):
            return False
        if (claim.is_capital and is_place(place)) or self._is_of_another(hit, claim):
            return False
        if claim.conditions and not any(holds(place, condition, present) for condition in claim.conditions):
            return False
        return bool(self._body(hit, claim)) or not (is_other(place, claim) or self._is_person(hit, claim))

    def _names_person(self, place, claim):
        """Whether a form is the person's: "the Trump administration" is the government's."""
        if SPACED["leader"].match(self.text, place.end, place.last):
            return False
        return not claim.surname or is_leader(place, claim, claim.leader.name in self.full_names)

    def _is_person(self, hit, claim):
        """Whether the first to bear a name is a person ("Steve Israel"), and the actor is named by no other form."""
        form = self.text[hit.start : hit.end]
        if form not in self.bearers:
            self.bearers[form] = (claim.kind in NAMED or claim.is_capital) and is_person(next(self._places(form), None))
        return self.bearers[form] and not any(
            self.text[h.start : h.end] != form and c.actor == claim.actor for h in self.hits for c in h.claims
        )

    def _places(self, form):
        """Where a form stands, headlines apart; within names that are known to be something else, too."""
        for hit in self.all_hits:
            start, (_, first, last) = self.text.find(form, hit.start, hit.end), hit.sentence
            if start >= 0 and not looks_like_headline(self.text[first:last]):
                yield Place(self.text, start, start + len(form), first, last)

    def _in_office(self, leader):
        if self.day is None or (leader.start and self.day < leader.start):
            return self._has_begun(leader) and not self._seeks(leader.name)
        return not _over(leader, self.day)

    def _seeks(self, name):
        """Whether the article tells of a leader as one who runs for the office, or is elected to it and waits."""
        if name not in self.seekers:
            own = [h for h in self.hits if any(c.leader and c.leader.name == name for c in h.claims)]
            places = [Place(self.text, h.start, h.end, *h.sentence[1:]) for h in own]
            self.seekers[name] = any(map(is_seeking, places)) and not any(map(is_incumbent, places))
        return self.seekers[name]

    def _is_anothers(self, hit, claim):
        """Whether the title before a leader's name is that of another state: "South Korean President Kim"."""
        before = self.before.get(hit.start)
        if before is None or claim.actor not in self.states or before.end + 30 < hit.start:
            return False
        between = self.text[before.end : hit.start]
        theirs = [c.actor for c in before.claims if c.kind == "demonym" or between.startswith("'")]
        of_state = bool(theirs) and set(theirs) <= self.states and claim.actor not in theirs
        return of_state and only_titles(between)

    def _is_of_another(self, hit, claim):
        """Whether an office in small letters is of something else: "the administration of vaccines"."""
        if claim.kind != "government" or not self.text[hit.start].islower():
            return False
        if not self.text.startswith(" of ", hit.end):
            return False
        owner = self.behind.get(hit.start)
        near = owner is not None and owner.start < hit.end + 30
        return not (near and any(c.actor == claim.actor for c in owner.claims))

    def _has_begun(self, leader):
        return self.day is None or _begun(leader, self.day)

    def _body(self, hit, claim):
        """The match of the body or "regime" behind a name, or None."""
        group = "capital" if claim.is_capital else "name" if claim.kind in NAMED else claim.kind
        return SPACED[group].match(self.text, hit.end, hit.sentence[2]) if group in SPACED else None

    def _extent(self, hit, claim):
        """The span and kind, with the body or "regime" that follows the name."""
        start, end, body = hit.start, hit.end, self._body(hit, claim)
        if body:
            return start, body.end(), "label" if body[0].lower() == " regime" else "government"
        regime = REGIME_IN.search(self.text, max(hit.sentence[1], start - 10), start)
        return (regime.start(), end, "label") if claim.is_capital and regime else (start, end, claim.kind)


def _as_date(day):
    return None if day is None or pd.isna(day) else pd.Timestamp(day).date()


def _begun(office, day):
    return office.start is None or day >= office.start - GRACE


def _over(office, day):
    return office.end is not None and day > office.end + GRACE
