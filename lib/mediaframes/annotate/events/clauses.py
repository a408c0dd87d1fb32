"""Who does what to whom: one row a predicate and pair of participants, from a parsed sentence."""

from itertools import product

from mediaframes.annotate.coreference.pronouns import is_first_person, subject_above, suits
from mediaframes.annotate.events import headlines
from mediaframes.annotate.events import nominalisations as nominals
from mediaframes.annotate.events.classes import deed_class
from mediaframes.annotate.events.constructions import first
from mediaframes.annotate.events.dealings import dealing_of, dealt, is_dealing
from mediaframes.annotate.events.factuality import is_factual, is_negated, is_raising, is_to_come, modal
from mediaframes.annotate.events.targets import PARTNER, is_mutual, targets
from mediaframes.annotate.syntax.arguments import roles, subjects
from mediaframes.annotate.syntax.nounphrases import head_of_name, noun_phrase, path_of_name, tokens_between
from mediaframes.annotate.syntax.predicates import VERBAL, conjuncts, is_action, verb_lemma
from mediaframes.codebook.english import words

CLAUSE_TEXT = (
    "predicate predicate_start predicate_end agent agent_start agent_end agent_head_start agent_head_end patient "
    "patient_start patient_end patient_head_start patient_head_end target target_start target_end target_head_start "
    "target_head_end target_preposition negated factual modal passive agent_deleted nominal "
    "intransitive plover cause cause_start cause_end cause_head_start cause_head_end group"
)
CLAUSE_KEYS = tuple(CLAUSE_TEXT.split())


def find_clauses(doc, offset=0, *, headline=False):
    """Return who does what to whom in a sentence, active and passive alike.

    Parameters
    ----------
    doc : spacy.tokens.Doc
        One parsed sentence.
    offset : int
        Where the sentence starts in the article, added to every position.
    headline : bool
        Apply the rules for headlines: past forms without an object are passive ("Base hit by rockets"),
        "to" is future, a comma may mean "and".

    Returns
    -------
    list of dict
        In the order of the predicates. Two agents or patients joined by "and" give one dict each, with the same
        `group` (number of the predicate in the sentence), so that each participant counts; count a participant
        once a group. Missing is None.

        `predicate` : str, lemma of the verb, or the verb that a noun stands for ("killing" → "kill").
        `predicate_start`, `predicate_end` : int, the word as written.
        `agent`, `patient`, `target`, `cause` : str, the noun phrase without clauses and appositions behind it; each
        with `_start`, `_end` and, for its head noun, `_head_start`, `_head_end`. Agent = subject of an active verb or
        by-phrase of a passive; patient = object or passive subject; target = toward whom the deed goes, behind the
        `target_preposition` ("and" for partners, see `targets`); cause = the event that a passive or intransitive names
        in place of an agent ("killed in an A strike").
        `factual` : bool, told as done or being done (see `factuality.is_factual`).
        `negated` : bool (see `factuality.is_negated`). `modal` : str or None (see `factuality.modal`).
        `passive` : bool. `nominal` : bool, the predicate is a noun. `intransitive` : bool, harm without an agent
        ("ten people died", "were dead"): the subject is the patient.
        `plover` : str or None, the kind of deed (see `classes`).
        `agent_deleted` : bool, a passive or a noun of action with a patient and no agent.

    References
    ----------
    van Atteveldt, W., Sheafer, T., Shenhav, S. R., & Fogel-Dror, Y. (2017). Clause analysis: Using syntactic
    information to automatically extract source, subject, and predicate from texts. Political Analysis, 25(2).
    """
    found = []
    for token in doc:
        frame = _frame(token, headline)
        if frame and not _says_nothing(frame):
            found += _rows(frame, len({row["group"] for row in found}), offset)
    return found


def _says_nothing(frame):
    """Whether nobody takes part, or only an act that has a row of its own ("the bombing of A began")."""
    only_act = all(nominals.is_act(t) or is_dealing(t) for t in frame["agents"])
    return not frame["patients"] and "pairs" not in frame and only_act


def _frame(token, headline):
    """What a token says as a predicate, before its participants are paired, or None if it is none."""
    if headlines.is_hidden_verb(token, headline):
        agents, patients = headlines.hidden_roles(token)
        agents = headlines.joined_by_comma(agents, token) + agents
        return _as_frame(token, verb_lemma(token), agents, patients)
    if nominals.is_act(token):
        return _noun_frame(token, headline)
    if is_dealing(token):
        pairs = dealt(token)
        return _as_frame(token, dealing_of(token), [pairs[0][0]], [], nominal=True, pairs=pairs)
    dead, _ = first("dead", token) if headline else (None, {})
    if dead is not None:
        return _as_frame(token, "die", [], [dead], cause=first("cause", token)[0], intransitive=True)
    return _predicate_frame(token, headline)


def _predicate_frame(token, headline):
    """What a verb says, or a copula with an adjective of harm ("were dead")."""
    word, harm = first("harm", token) if token.pos_ in VERBAL else (None, {})
    if harm.get("says"):
        return _harm_frame(token, word, harm["says"], headline)
    if (
        not is_action(token)
        or headlines.is_mistaken(token, headline)
        or is_raising(token, headline=headline)
        or _only_carries(token, headline)
    ):
        return None
    return _harm_frame(token, token, verb_lemma(token), headline) if harm else _verb_frame(token, headline)


def _harm_frame(verb, word, predicate, headline):
    """Harm without an agent: its subject is the patient."""
    heads = [t for s in subjects(verb, headline=headline) for t in conjuncts(s)]
    frame = _as_frame(verb, predicate, [], heads, cause=first("cause", verb)[0], intransitive=True)
    return frame | {"token": word}


def _verb_frame(verb, headline):
    agents, patients, passive = roles(verb, headline=headline)
    if headline and not passive:
        agents = headlines.joined_by_comma(agents, verb) + agents
    aims = [pair for pair in targets(verb) if pair[0] not in (*agents, *patients)]
    if verb_lemma(verb) in words("blaming_on") and any(preposition == "on" for _, preposition in aims):
        patients = []  # "blamed the famine in A on B" is done to B alone
    return _as_frame(verb, verb_lemma(verb), agents, patients, passive=passive, targets=aims)


def _as_frame(token, predicate, agents, patients, *, passive=False, **more):
    frame = {
        "token": token,
        "predicate": predicate,
        "agents": agents,
        "patients": patients,
        "passive": passive,
        "negated": is_negated(token, [*agents, *patients]),
        "modal": modal(token),
        "nominal": False,
        "intransitive": False,
        "cause": first("cause", token)[0] if passive and not agents else None,
        "targets": [],
    }
    return frame | more


def _noun_frame(noun, headline):
    agents, patients = nominals.nominal_roles(noun, headline=headline)
    return _as_frame(
        noun,
        nominals.act_of(noun),
        agents,
        patients,
        passive=nominals.nominal_passive(noun),
        negated=nominals.nominal_negated(noun),
        modal=nominals.nominal_modal(noun),
        nominal=True,
    )


def _only_carries(verb, headline):
    """Whether a verb only carries a noun of action that has a row of its own ("carried out an attack")."""
    acts = [t for t in verb.children if nominals.is_act(t) and nominals.light_verb(t) is not None]
    return any(nominals.nominal_roles(t, headline=headline) != ([], []) for t in acts)


def _rows(frame, group, offset):
    """One dict a pair of agent and patient."""
    shared = {k: frame[k] for k in ("predicate", "modal", "passive", "nominal", "intransitive")}
    shared |= _span("predicate", frame["token"], offset, whole=False)
    shared["plover"] = deed_class(frame["token"], frame["predicate"], frame["patients"], nominal=frame["nominal"])
    certain = frame["modal"] is None or frame["modal"] in words("factive")
    certain = certain and is_factual(frame["token"]) and not (frame["nominal"] and is_to_come(frame["token"]))
    shared["agent_deleted"] = bool(frame["patients"]) and not frame["agents"] and (frame["passive"] or frame["nominal"])
    rows = [
        shared
        | _span("agent", agent, offset)
        | _span("patient", patient, offset)
        | _span("target", target, offset)
        | _span("cause", frame["cause"], offset)
        | {"group": group, "target_preposition": preposition}
        | {"negated": frame["negated"] != any(_is_excepted(t) for t in (agent, patient))}
        for agent, patient, (target, preposition) in _participants(frame)
    ]
    rows = [row | {"factual": certain and not row["negated"]} for row in rows]
    return [{key: row[key] for key in CLAUSE_KEYS} for row in rows]


def _participants(frame):
    """Yield who takes part in each row: agent, patient, (target, preposition)."""
    if "pairs" in frame:
        yield from frame["pairs"]
        return
    agents, patients = frame["agents"] or [None], frame["patients"] or [None]
    apart = frame["targets"] or frame["nominal"] or frame["passive"] or not frame["agents"]
    if not apart and is_mutual(frame["token"], agents, frame["patients"]):
        for agent, patient, other in product(agents, patients, agents):
            if agent is not other or len(agents) == 1:
                yield agent, patient, (other, PARTNER)
        return
    yield from product(agents, patients, frame["targets"] or [(None, None)])


def _is_excepted(head):
    """Whether one participant alone is denied: "A and not B", "not A but B"."""
    return head is not None and any(t.lower_ in ("not", "n't") and t.i < head.i for t in head.lefts)


def _span(part, head, offset, *, whole=True):
    """The columns of one participant, or of the predicate's word (`whole=False`)."""
    if head is None:
        names = (part, f"{part}_start", f"{part}_end", f"{part}_head_start", f"{part}_head_end")
        return dict.fromkeys(names)
    at, to = head.idx, head.idx + len(head)
    if not whole:
        return {f"{part}_start": offset + at, f"{part}_end": offset + to}
    start, end = noun_phrase(head)
    return {
        part: _text(head.doc)[start:end],
        f"{part}_start": offset + start,
        f"{part}_end": offset + end,
        f"{part}_head_start": offset + at,
        f"{part}_head_end": offset + to,
    }


def _text(doc):
    """The text of a Doc, put together once: spaCy does so each time that it is asked."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    return doc.user_data["text"]


def names_in(doc, mentions, offset=0):
    """Return the mentions of a sentence as `actors_at` takes them: (path to what it modifies, tokens, actor, kind)."""
    named = [(tokens_between(doc, m[0] - offset, m[1] - offset), *m[2:], None) for m in mentions]
    return [(path_of_name(head_of_name(tokens)), tokens, actor, kind[0]) for tokens, actor, *kind in named if tokens]


def actors_at(doc, start, end, names):
    """Return the actors that a noun phrase stands for, given its head noun.

    The head itself ("Israel"), or a name that modifies it so that the phrase stands for the name: "Israeli
    forces", "Israel's army", "the army of Israel", "US-Israeli strikes" (two). Not "critics of Israel",
    "Israel's enemies", "the war on Iran", "anti-Israel protesters", "US-backed rebels", "pro-Iran militia".
    Where the phrase itself names none, its apposition ("X, an Israeli minister,"), what it is said to be ("Israel is
    the state that"), "whose", and for "it", "he" and "they" in reported speech the speaker are asked.

    Parameters
    ----------
    doc : spacy.tokens.Doc
        One parsed sentence.
    start, end : int
        Characters of the head noun in `doc`.
    names : list of tuple
        What `names_in` gives for the sentence.

    Returns
    -------
    list of str
        Without repeats, the head's own name first.
    """
    heads = tokens_between(doc, start, end) if names else []
    if not heads:
        return []
    found = (_named_by(head, names) for head in _stand_ins(heads[-1]))
    return next(filter(None, found), None) or _meant_by_pronoun(heads[-1], names)


def is_speaker(doc, start, end):
    """Whether a noun phrase, given its head noun, is whoever speaks: "we", "our forces", not "our allies"."""
    heads = tokens_between(doc, start, end)
    return bool(heads) and heads[-1].lemma_.lower() not in words("others") and is_first_person(heads[-1])


def _meant_by_pronoun(head, names):
    """The actor that "it", "he" or "their" stands for: who speaks, or does what is told besides."""
    pronoun = pronoun_of(head)
    subject = subject_above(pronoun) if pronoun is not None else None
    suiting = [name for name in names if subject is not None and suits(pronoun, subject, name[1], name[3])]
    return _named_by(subject, suiting) if suiting else []


def pronoun_of(head):
    """Return the head, or the pronoun that owns it; None for others: "its forces" are its own, not "its allies"."""
    if head.lemma_.lower() in words("others"):
        return None
    return next((t for t in head.lefts if t.tag_ == "PRP$"), head)


def _named_by(head, names):
    """The actors of the names that the phrase of a head noun holds, the head's own first."""
    found = [(path.index(head), path[0].i, actor) for path, _, actor, _ in names if head in path]
    found += [(0, tokens[0].i, actor) for _, tokens, actor, _ in names if head in tokens]
    return list(dict.fromkeys(actor for *_, actor in sorted(found)))


def _stand_ins(head):
    """The head, then what it is said to be, then whose it is in "A, whose troops"."""
    yield head
    yield from (t for t in head.rights if t.dep_ == "appos" and t.lemma_.lower() not in words("others"))
    if head.dep_ == "attr" and head.head.lemma_ == "be":
        yield from (t for t in head.head.lefts if t.dep_ == "nsubj")
    if any(t.tag_ == "WP$" for t in head.lefts):
        yield from (t.head for t in head.ancestors if t.dep_ == "relcl")
