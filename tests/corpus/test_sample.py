"""Hold the teaching corpus to what its README promises, with plain regular expressions on the raw files."""

import datetime
import re
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
import yaml
from scipy.stats import t as student

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted((CORPUS / "sample").rglob("*.txt"))
FIELDS = {"title", "outlet", "published", "author", "section", "url", "event"}
LEDGER, STANDARD = "Calder City Ledger", "Eastquay Standard"
KAVIR, RAMPART = "Kavir Press Agency", "The Morning Rampart"
OUTLETS = {LEDGER, STANDARD, KAVIR, RAMPART}


def read(path):
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front) | {"text": text, "path": path}


ARTICLES = [read(path) for path in FILES]
BY_PATH = pytest.mark.parametrize("article", ARTICLES, ids=[path.stem for path in FILES])


def body(article):
    return article["text"].split("\n", 1)[1]


def shingles(article):
    words = re.findall(r"[a-z0-9]+", body(article).lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def jaccard(one, other):
    a, b = shingles(one), shingles(other)
    return len(a & b) / len(a | b)


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────


@BY_PATH
def test_file_is_well_formed(article):
    wire = {"wire"} if "wire" in article else set()
    assert set(article) - {"text", "path"} == FIELDS | wire
    assert article["outlet"] in OUTLETS
    assert type(article["published"]) is datetime.date
    assert article["path"].name.startswith(f"{article['published']}_")
    assert article["url"].startswith("https://example.org/")
    assert article["text"].split("\n\n")[0] == article["title"]
    assert 200 <= len(body(article).split()) <= 350


def test_size_of_the_corpus():
    assert len(ARTICLES) >= 60
    assert {a["outlet"] for a in ARTICLES} == OUTLETS
    assert all(sum(a["outlet"] == outlet for a in ARTICLES) >= 15 for outlet in OUTLETS)
    dates = [a["published"] for a in ARTICLES]
    assert datetime.date(2022, 1, 1) <= min(dates) and max(dates) <= datetime.date(2022, 6, 30)
    assert len({a["url"] for a in ARTICLES}) == len({a["title"] for a in ARTICLES}) == len(ARTICLES)


def test_every_event_is_told_by_at_least_three_outlets():
    events = {a["event"] for a in ARTICLES}
    outlets = {event: {a["outlet"] for a in ARTICLES if a["event"] == event} for event in events}
    assert len(events) == 15
    assert {event for event in events if len(outlets[event]) < 3} == set()


def test_readme_lists_every_event_and_outlet():
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    names = OUTLETS | {a["event"] for a in ARTICLES}
    assert {name for name in names if name not in readme} == set()


@pytest.mark.parametrize(
    "pattern",
    [
        r"Israeli\u00a0regime",
        r"United\u00a0States",
        r"Read more:\n\n",
        r"READ MORE:\n\n",
        r"newsletter",
        r"© 2022",
        r"TEHRAN \(KPA\) –",
        r"\(CW\)",
        r"“[^”]+\n\n“",  # a quotation that goes on in the next paragraph: opened twice, closed once
        r'"[^"\n]+\n\n"[^"\n]+"',
        r"did not attack",
        r"is shelling",
        r"was struck",
        r"the Leader's",
        r"The deputy minister",
    ],
)
def test_texture_that_readers_must_cope_with(pattern):
    assert any(re.search(pattern, a["text"]) for a in ARTICLES)


# ── wire copies ──────────────────────────────────────────────────────────────────────────────────────────

WIRE_EVENTS = {"water-deal": 3, "prisoner-exchange": 2, "port-cyber": 2, "pipeline": 2, "refugee-convoy": 3}


@pytest.mark.parametrize(("event", "n_copies"), WIRE_EVENTS.items())
def test_wire_copies_are_near_duplicates(event, n_copies):
    copies = [a for a in ARTICLES if a["event"] == event and "wire" in a]
    assert len(copies) == n_copies and len({a["title"] for a in copies}) == n_copies
    short = [a for a in copies if event == "refugee-convoy" and a["outlet"] == RAMPART]
    full = [a for a in copies if a not in short]
    assert all(jaccard(a, b) >= 0.8 for a, b in combinations(full, 2))
    for cut, whole in ((a, b) for a in short for b in full):
        assert 0.5 <= jaccard(cut, whole) < 0.8
        assert len(shingles(cut) & shingles(whole)) / len(shingles(cut)) >= 0.9


def test_no_named_person_speaks():
    titled = (
        r"\b(?:President|Prime Minister|Foreign Minister|Secretary|Ayatollah|General|Admiral|Mr|Mrs|Ms|Dr)\.? [A-Z]"
    )
    assert {a["path"].name for a in ARTICLES if re.search(titled, a["text"])} == set()


def test_own_articles_are_no_copies():
    own = [a for a in ARTICLES if "wire" not in a]
    assert max(jaccard(a, b) for a, b in combinations(own, 2)) < 0.05
    assert max(jaccard(a, b) for a in own for b in ARTICLES if "wire" in b) < 0.05


# ── planted contrasts ────────────────────────────────────────────────────────────────────────────────────

US = r"(?:U\.S\.|US\b|America(?:ns?)?\b|Washington|White\s+House|United\s+States|Pentagon|Treasury)"
ISRAEL = r"(?:Israel(?:i|is)?\b|Zionists?\b|Tel Aviv)"
IRAN = r"(?:Iran(?:ian|ians)?\b|Tehran|Islamic\s+Republic)"
IRAQ = r"(?:Iraq(?:i|is)?\b|Baghdad)"
REGIME = r"(?:Israeli\s+regime|Zionists?\b)"
ACTION = (
    r"(?:accused|arrested|attacked|blocked|boarded|bombed|broke|brought|closed|crossed|cut|delayed|demanded|destroyed|"
    r"fired|flew|froze|gave|grabbed|hid|hit|invited|jailed|keeps|kept|launched|locked|opened|overcharged|picks|pushed|put|"
    r"refused|rejected|seized|sent|shelled|shells|shipped|stole|stopped|struck|suspended|threatened|took|turned|uses|"
    r"violated|withdrew)\b"
)
IRREGULAR = (
    r"struck|hit|cut|found|taken|sent|held|shut|put|given|brought|told|left|paid|drawn|kept|seen|swept|met|read|led"
)
PASSIVE = (
    rf"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+|not\s+|also\s+|never\s+)?(?:\w+ed|\w+wn|{IRREGULAR})\b"
    r"(?!(?:[ ][\w-]+){0,5}?[ ]by\b)"
)
PERSON = (
    r"(?:[ ](?!and\b|said\b|told\b|that\b)[\w'’-]+){0,1}?[ ](?:officials?|officers?|sources?|spokesman|"
    r"spokeswoman|commander|captain|consul|diplomat|lawmaker|adviser|negotiator|delegate|delegation|engineers?|"
    r"guards?|minister|ministry)\b"
)
GOOD = (
    r"\b(?:best|brave|bright|brilliant|calm|careful|clean|cool|courage|fair|friends?|good|great|hero(?:es)?|"
    r"honest|perfect|praised?|proud|safe|strong|strongest|success|support|trust|welcomed|win)\b"
)
BAD = (
    r"\b(?:aggression|attack(?:s|ed)?|bull(?:y|ying)|coward(?:ly)?|crimes?|cruel|danger(?:ous)?|fear(?:s|ed)?|"
    r"fail(?:s|ed|ure)?|fraud|furious|hides?|hostile|illegal|insult|lie[ds]?|reckless|robbing|shame(?:ful|s)?|"
    r"stole|threat(?:s|en|ens|ened|ening)?|ugly)\b"
)


def count(pattern, article):
    return len(re.findall(pattern, article["text"]))


def share(part, rest, article):
    """Part in part + rest; missing where the article has neither."""
    n, others = count(part, article), count(rest, article)
    return n / (n + others) if n + others else np.nan


def tone_of_sentences_with(actor, article):
    """Good minus bad words per sentence that names the actor; missing where none does."""
    sentences = [s for s in re.split(r"(?<=[.!?])[\"”]?\s+|\n+", article["text"]) if re.search(actor, s)]
    scores = [len(re.findall(GOOD, s)) - len(re.findall(BAD, s)) for s in sentences]
    return float(np.mean(scores)) if scores else np.nan


MEASURES = {
    "Israel called a regime": lambda a: share(REGIME, rf"(?!Israeli\s+regime){ISRAEL}(?<!Zionist)(?<!Zionists)", a),
    "Iran called a regime": lambda a: share(r"(?:Tehran|Iran(?:ian|['’]s)?)\s+regime|regime in Tehran", IRAN, a),
    "passives without agent": lambda a: 100 * count(PASSIVE, a) / len(body(a).split()),
    "US and Israel act": lambda a: (
        count(rf"{US}(?:\s[\w-]+){{0,2}}?\s{ACTION}", a) + count(rf"{ISRAEL}(?:\s[\w-]+){{0,2}}?\s{ACTION}", a)
    ),
    "Iran and Iraq act": lambda a: count(rf"(?:{IRAN}|{IRAQ})(?:\s[\w-]+){{0,2}}?\s{ACTION}", a),
    "sources of US and Israel": lambda a: share(f"(?:{US}|{ISRAEL}){PERSON}", f"(?:{IRAN}|{IRAQ}){PERSON}", a),
    "claimed, alleged": lambda a: count(r"\b(?:claim|alleg)(?:ed|es|s)?\b", a),
    "confirmed, revealed": lambda a: count(r"\b(?:confirmed|revealed)\b", a),
    "tone, Israel": lambda a: tone_of_sentences_with(ISRAEL, a),
    "tone, US": lambda a: tone_of_sentences_with(US, a),
    "tone, Iran": lambda a: tone_of_sentences_with(IRAN, a),
    "operation": lambda a: count(r"\boperations?\b", a),
    "strike, fighters": lambda a: count(r"\b(?:strikes?|fighters?)\b", a),
    "aggression, resistance": lambda a: count(r"\b(?:aggression|resistance)\b", a),
    "militants, showdown": lambda a: count(r"\b(?:militants?|showdown)\b", a),
}


@pytest.mark.parametrize(
    ("actor", "cue"), [(f"(?:{US}|{ISRAEL})", "claimed|alleged"), (f"(?:{IRAN}|{IRAQ})", "confirmed|revealed")]
)
def test_the_rampart_believes_one_side(actor, cue):
    own = [a for a in ARTICLES if a["outlet"] == RAMPART and "wire" not in a]
    assert sum(count(rf"{actor}(?:\s[\w'’-]+){{0,3}}\s(?:{cue})", a) for a in own) == 0


def interval(measure, outlet):
    """Mean over an outlet's articles with its 95 % Student interval: the article is the unit."""
    values = np.array([MEASURES[measure](a) for a in ARTICLES if a["outlet"] == outlet], dtype=float)
    values = values[~np.isnan(values)]
    half = student.ppf(0.975, len(values) - 1) * values.std(ddof=1) / np.sqrt(len(values))
    return values.mean() - half, values.mean() + half


CONTRASTS = [  # in each row every outlet lies above the next one, with the intervals apart
    ("Israel called a regime", KAVIR, STANDARD),
    ("Israel called a regime", KAVIR, LEDGER),
    ("Israel called a regime", KAVIR, RAMPART),
    ("Iran called a regime", RAMPART, LEDGER),
    ("Iran called a regime", RAMPART, STANDARD),
    ("Iran called a regime", RAMPART, KAVIR),
    ("passives without agent", LEDGER, STANDARD),
    ("passives without agent", LEDGER, RAMPART),
    ("passives without agent", KAVIR, STANDARD),
    ("US and Israel act", KAVIR, STANDARD),
    ("US and Israel act", KAVIR, RAMPART, LEDGER),
    ("Iran and Iraq act", LEDGER, STANDARD),
    ("Iran and Iraq act", LEDGER, RAMPART),
    ("Iran and Iraq act", LEDGER, KAVIR),
    ("sources of US and Israel", LEDGER, KAVIR),
    ("sources of US and Israel", STANDARD, KAVIR),
    ("sources of US and Israel", RAMPART, KAVIR),
    ("claimed, alleged", RAMPART, KAVIR, STANDARD),
    ("claimed, alleged", RAMPART, KAVIR, LEDGER),
    ("confirmed, revealed", RAMPART, LEDGER),
    ("confirmed, revealed", RAMPART, STANDARD),
    ("confirmed, revealed", RAMPART, KAVIR),
    ("tone, Israel", RAMPART, STANDARD),
    ("tone, Israel", RAMPART, KAVIR),
    ("tone, Israel", LEDGER, KAVIR),
    ("tone, US", RAMPART, LEDGER, KAVIR),
    ("tone, Iran", KAVIR, STANDARD),
    ("tone, Iran", KAVIR, LEDGER),
    ("tone, Iran", KAVIR, RAMPART),
    ("operation", LEDGER, STANDARD),
    ("operation", LEDGER, RAMPART),
    ("operation", LEDGER, KAVIR),
    ("strike, fighters", STANDARD, KAVIR),
    ("strike, fighters", STANDARD, RAMPART),
    ("aggression, resistance", KAVIR, LEDGER),
    ("aggression, resistance", KAVIR, STANDARD),
    ("aggression, resistance", KAVIR, RAMPART),
    ("militants, showdown", RAMPART, LEDGER),
    ("militants, showdown", RAMPART, STANDARD),
    ("militants, showdown", RAMPART, KAVIR),
]


@pytest.mark.parametrize("contrast", CONTRASTS, ids=" > ".join)
def test_planted_contrast_separates_outlets(contrast):
    measure, *outlets = contrast
    for above, below in pairwise(outlets):
        assert interval(measure, above)[0] > interval(measure, below)[1]
