"""One article read: phrases around names, attributions, clauses, and whose voice each stands in."""

from bisect import bisect_right
from itertools import product

from mediaframes.annotate.attribution.attributions import find_attributions
from mediaframes.annotate.coreference.antecedents import actors_meant
from mediaframes.annotate.coreference.sources import carried
from mediaframes.annotate.entities.parties import doers, is_topic, parties
from mediaframes.annotate.entities.places import PLACE, free_places
from mediaframes.annotate.events.clauses import actors_at, find_clauses, is_speaker, names_in, pronoun_of
from mediaframes.annotate.events.harms import harm_sentences
from mediaframes.annotate.events.modifiers import mention_phrase
from mediaframes.annotate.events.sides import About, read_harms
from mediaframes.annotate.schema import COLUMNS
from mediaframes.annotate.syntax.nounphrases import tokens_between
from mediaframes.codebook.deeds import intended
from mediaframes.codebook.english import words

PARTS = ("agent", "patient", "target")
# What a source is made to want, do or seem ("wants to ...", "praised the deal") is told in the newsroom's words.
SPEECH = ("clause", "according", "label")


def read_article(article_id, text, sentences, docs, mentions, about=None):
    """Read the parsed sentences of one article.

    Parameters
    ----------
    article_id, text : str
    sentences : list of (start, end, part)
        All sentences of the article, in order.
    docs : dict of int to spacy.tokens.Doc
        Those that were parsed, by number.
    mentions : list of dict
        `sentence`, `start`, `end`, `text`, `kind`, and `actor`: None where it was not asked for. These are not
        returned; they keep a title from being taken for another's. `known` may hold who it is all the same.
    about : About, optional
        What the sides of those harmed are known by besides: day, title, types of actors.

    Returns
    -------
    mentions, attributions, clauses, harms : list of dict
        Rows of the tables of `Evidence`.
    """
    inside = {}
    for mention in mentions:
        if mention["actor"] is not None:
            inside.setdefault(mention["sentence"], []).append(mention)
    attributions = find_attributions(text, sentences, docs)
    speakers = _Speakers(sentences, docs, inside)
    for number, row in enumerate(attributions):
        row |= {"attribution_id": f"{article_id}:a{number}", "article_id": article_id}
        row["source_actor"] = speakers.actor_of_source(row)
        if row["source_actor"] is None and not row.get("source_name"):
            row |= carried(row, attributions[:number], mentions)
    voices = _Voices(attributions)
    found, clauses, told, before = [], [], {}, {}
    harmed, about = harm_sentences(text, sentences), about or About()
    for number, doc in docs.items():
        here = inside.get(number, [])
        if not here and number not in harmed:
            continue
        start, _, part = sentences[number]
        own = find_clauses(doc, headline=part == "headline")
        if number in harmed:
            told[number] = (doc, own)
        for mention in here:
            phrase = mention_phrase(doc, mention["start"] - start, mention["end"] - start, clauses=own)
            found.append(_mention_row(article_id, mention, phrase, voices))
        if not here:
            continue
        names = _parties(doc, here, start)
        before[number] = (doc, names)
        parts = _taking_part(names, names + _lands(doc, text, sentences[number], here, about))
        for row in own:
            clauses += _clause_rows(article_id, number, start, doc, row, parts(row), voices, before.get(number - 1))
    for number, row in enumerate(clauses):
        row["clause_id"] = f"{article_id}:c{number}"
    return found, attributions, clauses, read_harms(article_id, text, sentences, told, mentions, clauses, voices, about)


def _taking_part(names, reached):
    """Return a function from a clause to the names that may be its agent, its patient and its target."""
    doing = doers(names)

    def of(clause):
        if clause["predicate"] in words("speaking_of"):
            return doing, [], reached
        return doing, names if clause["plover"] is None else reached, reached

    return of


def _parties(doc, mentions, start):
    """The names of a parsed sentence that begins at `start` that may take part in what it tells."""
    names = names_in(doc, [(m["start"], m["end"], m["actor"], m["kind"]) for m in mentions], start)
    return parties(names, {m["actor"] for m in mentions if isinstance(m.get("member_of"), str)})


def _lands(doc, text, sentence, mentions, about):
    """The places of a sentence that no mention holds, as names of whose land they are on: "shelled Kharkiv"."""
    start, end, _ = sentence
    free = free_places(text, start, end, [(m["start"], m["end"]) for m in mentions])
    free = [(*place, PLACE) for place in free if about.wanted is None or place[-1] in about.wanted]
    named = names_in(doc, free, start) if free else []
    return parties([name for name in named if not _is_surname(name[1])])


def _is_surname(tokens):
    """Whether a place is the last word of a longer name: "Ana Santiago"."""
    return any(t.dep_ == "compound" and t.pos_ == "PROPN" and t not in tokens for t in tokens[-1].lefts)


def _mention_row(article_id, mention, phrase, voices):
    said = {"modifiers": phrase["modifiers"] + phrase["appositions"]}
    row = mention | phrase | said | voices.of(mention["start"], mention["end"]) | {"article_id": article_id}
    return _declared(row, "mentions")


def _declared(row, table):
    return {column: row[column] for column in COLUMNS[table] if column in row}


def _clause_rows(article_id, number, start, doc, clause, names, voices, before):
    """One row for each pair of actors that agent and patient stand for ("US-Israeli strikes" are of two).

    `names` are those that may be agent, patient and target, `before` the sentence before and its names.
    """
    row = _declared(clause, "clauses")
    row |= {k: start + v for k, v in row.items() if k.endswith(("_start", "_end")) and v is not None}
    row |= {"article_id": article_id, "sentence": number}
    row |= voices.of(row["predicate_start"], row["predicate_end"])
    heads = [(clause[f"{p}_head_start"], clause[f"{p}_head_end"]) for p in PARTS]
    speaker = row["source_actor"]
    found = [
        _actors_of(doc, head, known, speaker) if head[0] is not None else []
        for head, known in zip(heads, names, strict=True)
    ]
    found = _with_pronouns(doc, heads, names, found, before, PARTS if clause["plover"] is not None else PARTS[2:])
    actors = [who or [None] for who in found]
    named = [f"{p}_actor" for p in PARTS]
    rows = [_as_told(row | dict(zip(named, who, strict=True))) for who in product(*actors)]
    if heads[2][0] is None or heads[2] != heads[0]:
        return rows
    both = [r for r in rows if r["agent_actor"] != r["target_actor"]]
    nobody = {c: None for c in COLUMNS["clauses"] if c.startswith("target")}
    return both or [r | nobody for r in rows]


def _with_pronouns(doc, heads, names, found, before, asked):
    """The actors of each part, in the parts asked for with those that "it", "they", "its ..." and "their ..." mean."""
    for part, head in enumerate(heads):
        if head[0] is None or found[part] or PARTS[part] not in asked:
            continue
        pronoun = pronoun_of(tokens_between(doc, *head)[-1])
        if pronoun is not None:
            apart = [actor for who in found for actor in who]
            found[part] = actors_meant(pronoun, names[part], before, apart=apart)
    return found


def _actors_of(doc, head, names, speaker):
    """The actors that take part: those named, or in a quotation who speaks ("we", "our forces")."""
    found = actors_at(doc, *head, names)
    return found or ([speaker] if speaker is not None and is_speaker(doc, *head) else [])


def _as_told(row):
    """A clause with the class of its deed as its modality tells it, unless somebody else foretells it."""
    by_other = row["voice"] == "quoted" and row["source_actor"] != row["agent_actor"]
    return row | {"plover": intended(row["plover"], row["modal"], by_other=by_other)}


class _Voices:
    """Who speaks at a place of the text: the innermost reported speech that holds it, or the newsroom."""

    def __init__(self, attributions):
        self.spans = [
            (start, end, row["source_actor"])
            for row in attributions
            if row["form"] in SPEECH
            for start, end in row["content_spans"]
        ]

    def of(self, start, end):
        holding = [(b - a, actor) for a, b, actor in self.spans if a <= start and end <= b]
        if not holding:
            return {"voice": "newsroom", "source_actor": None}
        return {"voice": "quoted", "source_actor": min(holding, key=lambda h: h[0])[1]}


class _Speakers:
    """Which actor a source is: by the noun that heads it, or by the name that a pronoun or title stands for."""

    def __init__(self, sentences, docs, inside):
        self.sentences, self.docs, self.inside = sentences, docs, inside
        self.by_name = {" ".join(m["text"].split()): m["actor"] for here in inside.values() for m in here}

    def actor_of_source(self, row):
        if row["form"] == "label" and self._is_topic(row["source_text"], row["source_start"], row["source_end"]):
            return None
        return self._by_head(row["source_start"], row["source_end"]) or self._by_name(row.get("source_name"))

    def _is_topic(self, label, start, end):
        inside = [m for here in self.inside.values() for m in here if start <= m["start"] and m["end"] <= end]
        return is_topic(label, inside)

    def _by_head(self, start, end):
        if start is None:
            return None
        number = bisect_right(self.sentences, start, key=lambda s: s[0]) - 1
        here = self.inside.get(number, [])
        if number not in self.docs or not here:
            return None
        offset, doc = self.sentences[number][0], self.docs[number]
        tokens = tokens_between(doc, start - offset, end - offset)
        heads = [t for t in tokens if t.head not in tokens or t.head is t]
        names = doers(_parties(doc, here, offset))
        found = [actor for t in heads for actor in actors_at(doc, t.idx, t.idx + len(t), names)]
        return found[0] if found else None

    def _by_name(self, name):
        if not name:
            return None
        name = " ".join(name.split())
        if name in self.by_name:
            return self.by_name[name]
        return next((actor for text, actor in self.by_name.items() if f" {text} " in f" {name} "), None)
