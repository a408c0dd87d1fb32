"""Who is told to be harmed, on which side, by whom, and in which form: tables of sentences of our own."""

import pandas as pd
import pytest

import mediaframes as mf

ACTORS = ("Israel", "Palestine", "Hamas", "Lebanon", "Hezbollah", "Ukraine", "Russia", "Iraq", "US", "Thailand",
          "Syria", "Islamic State")  # fmt: skip

# sentence (or title | sentence), its harms indented: word kind > victim = side way < doer = actor, form
HARMS = """
Russia killed nine farmers near the river.
    kill killing > nine farmers = Ukraine doer < Russia = Russia
Nine Ukrainians were killed by a rocket.
    kill killing > Nine Ukrainians = Ukraine nationality < a rocket, event
Nine people were killed in Kharkiv.
    kill killing > Nine people = Ukraine place, passive
Ten people died in Gaza City.
    die death > Ten people = Palestine place, intransitive
An Israeli strike killed four men in Rafah.
    kill killing > four men = Palestine place < An Israeli strike = Israel
Israeli warplanes bombed a market in Khan Younis, killing six.
    kill killing > six = Palestine place < Israeli warplanes = Israel
Gunmen from Hamas murdered a family in Sderot.
    murder killing > a family = Israel place < Gunmen from Hamas = Hamas
Two Hamas fighters were killed.
    kill killing > Two Hamas fighters = Hamas affiliation, passive
The army said two of its soldiers were wounded. Iraq mourned.
    wound injury > two of its soldiers, passive
Hezbollah said that rockets had wounded three Lebanese nurses.
    wound injury > three Lebanese nurses = Lebanon nationality < rockets, event
The deaths of twelve Israelis shocked the town.
    death death > twelve Israelis = Israel nationality, nominal
The massacre of villagers in Bucha went on.
    massacre killing > villagers in Bucha = Ukraine place, nominal
The death toll in Gaza rose again.
    toll death > - = Palestine place, nominal
Thousands were displaced from Mosul after the battle.
    displace displacement > Thousands = Iraq place, passive
Hamas kidnapped two teachers in Ofakim.
    kidnap abduction > two teachers = Israel place < Hamas = Hamas
Russian missiles destroyed a school in Odesa.
    destroy destruction > a school in Odesa = Ukraine place < Russian missiles = Russia
Hundreds were killed on both sides when Israel fought Hamas.
    kill killing > Hundreds = Israel place, passive
    kill killing > Hundreds = Palestine place, passive
Four Thai workers were killed by Hamas in Israel.
    kill killing > Four Thai workers = Israel place < Hamas = Hamas
    kill killing > Four Thai workers = Thailand nationality < Hamas = Hamas
Nine were killed in Israel and at least two in Gaza.
    kill killing > Nine = Israel place, passive
    kill killing > at least two in Gaza = Palestine place, passive
Blast at a market in Gaza | Nine people died.
    die death > Nine people = Palestine context, intransitive
Hostages come home to Israel | A farmer was shot dead.
    shoot killing > A farmer = Israel context, passive
Four Americans were killed by the Islamic State in Syria.
    kill killing > Four Americans = US nationality < the Islamic State in Syria = Islamic State
The Islamic State killed a shepherd in Syria.
    kill killing > a shepherd in Syria = Syria place < The Islamic State = Islamic State
The victims of the blast in Baghdad were buried.
    victim death > The victims of the blast in Baghdad = Iraq place, nominal
News | Updates: more than 200 killed in Gaza in a day | Israel and Hamas news.
    kill killing > more than 200 = Palestine place, passive
US talks on trade, and US views of Syria | US officials told the US press that a man in Ohio was killed.
    kill killing > a man in Ohio = US context, passive
US officials killed a man in the town.
    kill killing > a man in the town < US officials = US
"""
# Told as no fact, or harming nobody: no row.
NONE = """
Israel did not kill the men in Gaza.
Russia may kill the envoy.
The deal with Iraq is dead in the water.
Nobody was killed in Gaza.
Iraq killed the bill on Monday.
The US has a death penalty.
Hamas threatened to murder the guards.
If Russia kills the envoy, Ukraine will answer.
Russian forces fear an attack, and the fighting in Ukraine died down.
The party said in Israel that it was the victim of a plot.
Victims of fraud sued a bank in Israel.
Prices in Israel had shot up.
Israel eliminated the tax on farmers.
The amendment died in the Iraqi parliament.
Ann Slaughter and Mary Lynch wrote to Israel.
The law protects workers in Israel from being deported.
Anyone who kills a farmer in Israel goes to prison.
The plan was dead on arrival in Israel.
Her mind is shot, a man in Israel said.
"""


def _lines(table):
    """The lines of a table, those that are indented joined to the one above."""
    return table.strip().replace("\n    ", " ; ").splitlines()


def _article(number, line):
    title, _, text = line.partition(" | ") if " | " in line.split(" ; ")[0] else ("", "", line)
    return {
        "article_id": str(number),
        "outlet": "A",
        "published": pd.Timestamp("2023-11-05"),
        "title": title,
        "text": text.split(" ; ")[0],
    }


@pytest.fixture(scope="module")
def evidence():
    rows = [_article(number, line) for number, line in enumerate(_lines(HARMS) + _lines(NONE))]
    return mf.annotate(pd.DataFrame(rows), mf.load_actors(*ACTORS), cache=False, attitudes=False)


def _told(row):
    side = f" = {row['victim_actor']} {row['victim_known_by']}" if pd.notna(row["victim_actor"]) else ""
    doer = f" < {row['doer']}" if pd.notna(row["doer"]) else ""
    doer += f" = {row['doer_actor']}" if pd.notna(row["doer_actor"]) else ""
    left_out = f", {row['doer_left_out']}" if pd.notna(row["doer_left_out"]) else ""
    victim = row["victim"] if pd.notna(row["victim"]) else "-"
    return f"{row['word']} {row['kind']} > {victim}{side}{doer}{left_out}"


def _rows_of(evidence, number):
    return evidence.harms[evidence.harms["article_id"] == str(number)]


@pytest.mark.parametrize(("number", "line"), list(enumerate(_lines(HARMS))), ids=_lines(HARMS))
def test_harms(number, line, evidence):
    _, *expected = line.split(" ; ")
    assert sorted(_told(row) for _, row in _rows_of(evidence, number).iterrows()) == sorted(expected)


@pytest.mark.parametrize(("number", "line"), list(enumerate(_lines(NONE), len(_lines(HARMS)))), ids=_lines(NONE))
def test_no_harm(number, line, evidence):
    assert [_told(row) for _, row in _rows_of(evidence, number).iterrows()] == []


def test_places_are_quoted_and_ids_differ(evidence, tmp_path):
    texts = dict(zip(evidence.articles["article_id"], evidence.articles["text"], strict=True))
    for part in ("victim", "doer"):
        some = evidence.harms.dropna(subset=part)
        assert len(some) > 5
        assert [texts[r["article_id"]][r[f"{part}_start"] : r[f"{part}_end"]] for _, r in some.iterrows()] == list(
            some[part]
        )
    assert evidence.harms["harm_id"].is_unique
    read = mf.read_evidence(evidence.write(tmp_path))
    pd.testing.assert_frame_equal(read.harms, evidence.harms)
    assert set(evidence.of_articles(["0"]).harms["article_id"]) == {"0"}


# sentence ; number, named, who they are
VICTIMS = """
At least 1,400 people were killed in Gaza. ; 1400, False, -
Two dozen Israeli children were wounded. ; 24, False, children
Six Ukrainian soldiers died. ; 6, False, combatants
The reporter Ana Orlova was killed in Odesa. ; -, True, journalists
Several Iraqi civilians were killed. ; -, False, civilians
Half a million Iraqi villagers were displaced. ; 500000, False, civilians
Several dozen Iraqi villagers were wounded. ; -, False, civilians
Dozens of Iraqi villagers were wounded. ; -, False, civilians
"""


@pytest.mark.parametrize("line", _lines(VICTIMS))
def test_how_many_and_who_they_are(line):
    text, expected = line.split(" ; ")
    articles = pd.DataFrame([_article(0, text)])
    harms = mf.annotate(articles, mf.load_actors(*ACTORS), cache=False, attitudes=False).harms
    told = [f"{'-' if pd.isna(n) else n}, {named}, {'-' if pd.isna(kind) else kind}"
            for n, named, kind in zip(harms["number"], harms["named"], harms["victim_kind"], strict=True)]  # fmt: skip
    assert told == [expected]


def test_an_article_that_names_no_actor_asked_for_has_none():
    articles = pd.DataFrame([_article(0, "Nine people were killed in a storm in Peru.")])
    assert mf.annotate(articles, mf.load_actors("Israel"), cache=False, attitudes=False).harms.empty


def test_victims_told_of_before_keep_their_side():
    text = "Russia shelled a village near Kharkiv. A teacher was killed there. It snowed. Two boys died too."
    articles = pd.DataFrame([_article(0, text)])
    harms = mf.annotate(articles, mf.load_actors("Ukraine", "Russia"), cache=False, attitudes=False).harms
    assert harms["victim_actor"].tolist() == ["Ukraine", "Ukraine"]
