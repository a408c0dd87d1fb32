"""Minimal pairs for who does what to whom, and what else a clause carries; constructions are tested by their rows."""

import pytest

from mediaframes.annotate.events.clauses import CLAUSE_KEYS, actors_at, find_clauses, names_in
from mediaframes.annotate.syntax.parser import parse

ROLES = ("agent", "predicate", "patient")
# kind | sentence | one of its clauses, in the notation of the constructions' examples (`told`)
PAIRS = """
active | Zorvia attacked Keldia. | Zorvia > attack > Keldia |
active | Zorvian jets bombed the harbour. | Zorvian jets > bomb > the harbour |
active | Rebels shot down a plane near the border. | Rebels > shoot > a plane |
active | The police have arrested two journalists. | The police > arrest > two journalists |
active | On Monday the navy of Zorvia seized a tanker. | the navy of Zorvia > seize > a tanker |
active | Zorvia gave Keldia weapons. | Zorvia > give > weapons |
active | Troops fired on the crowd. | Troops > fire > the crowd |
passive | Keldia was attacked by Zorvia. | Zorvia > attack > Keldia | passive
passive | The harbour was bombed by Zorvian jets. | Zorvian jets > bomb > The harbour | passive
passive | A plane was shot down near the border by rebels. | rebels > shoot > A plane | passive
passive | Two journalists have been arrested by the police. | the police > arrest > Two journalists | passive
passive | A tanker was seized on Monday by the navy of Zorvia. | the navy of Zorvia > seize > A tanker | passive
passive | Keldia was given weapons by Zorvia. | Zorvia > give > Keldia | passive
passive | The villagers got beaten by soldiers. | soldiers > beat > The villagers | passive
agentless | Keldia was attacked. | - > attack > Keldia | passive deleted
agentless | The harbour was bombed on Friday. | - > bomb > The harbour | passive deleted
agentless | A plane was shot down near the border. | - > shoot > A plane | passive deleted
agentless | Two journalists were arrested by Monday. | - > arrest > Two journalists | passive deleted
agentless | Dozens of civilians have been killed. | - > kill > Dozens of civilians | passive deleted
agentless | The bridge was destroyed by mistake. | - > destroy > The bridge | passive deleted
progressive | Zorvia is bombing Keldia. | Zorvia > bomb > Keldia |
progressive | Zorvia was bombing the harbour at night. | Zorvia > bomb > the harbour |
progressive | Zorvia has been bombing the harbour for weeks. | Zorvia > bomb > the harbour |
progressive | Keldia is being bombed. | - > bomb > Keldia | passive deleted
progressive | Keldia is being bombed by Zorvia. | Zorvia > bomb > Keldia | passive
progressive | The settlers are burning the fields. | The settlers > burn > the fields |
progressive | Soldiers kept shelling the town. | Soldiers > shell > the town |
quoted | "Zorvia attacked our ships," the minister said. | Zorvia > attack > our ships |
quoted | "Our ships were attacked by Zorvia," the minister said. | Zorvia > attack > Our ships | passive
quoted | The minister said: "Zorvia did not attack the ships." | Zorvia > attack > the ships | neg
quoted | “Keldia was bombed,” an official told reporters. | - > bomb > Keldia | passive deleted
quoted | An official said that Zorvia had bombed the harbour. | Zorvia > bomb > the harbour |
quoted | According to the ministry, Zorvia bombed the harbour. | Zorvia > bomb > the harbour |
quoted | "Zorvia could attack us, the minister said. | Zorvia > attack > us | ~could
relative | Zorvia, which attacked Keldia, denied it. | Zorvia > attack > Keldia |
relative | Zorvia, which attacked Keldia, denied it. | Zorvia > deny > it |
relative | Keldia, which was attacked by Zorvia, asked for help. | Zorvia > attack > Keldia | passive
relative | The town that the army shelled is empty. | the army > shell > The town |
relative | The town the army shelled is empty. | the army > shell > The town |
relative | The rebels who shelled the town fled. | The rebels > shell > the town |
relative | Rockets fired by rebels hit the school. | rebels > fire > Rockets | passive
relative | Rockets fired by rebels hit the school. | Rockets > hit > the school |
relative | The men arrested on Sunday were freed. | - > arrest > The men | passive deleted
relative | The soldiers guarding the bridge fled. | The soldiers > guard > the bridge |
relative | It was Zorvia that attacked the ship. | Zorvia > attack > the ship |
relative | The minister whose troops shelled the town resigned. | whose troops > shell > the town |
conjoined | Zorvia and Keldia condemned the plan. | Zorvia > condemn > the plan |
conjoined | Zorvia and Keldia condemned the plan. | Keldia > condemn > the plan |
conjoined | Zorvia attacked Keldia and Marunia. | Zorvia > attack > Marunia |
conjoined | The army shelled the town and killed two farmers. | The army > kill > two farmers |
conjoined | The army shelled and burned the town. | The army > shell > the town |
conjoined | The town was shelled and burned by the army. | the army > shell > The town | passive
conjoined | The town was shelled and burned by the army. | the army > burn > The town | passive
conjoined | Keldia was attacked by Zorvia and Marunia. | Marunia > attack > Keldia | passive
conjoined | The army entered the town, killing ten people. | The army > kill > ten people |
conjoined | Zorvia attacked the ship, and Keldia condemned the attack. | Keldia > condemn > the attack |
conjoined | The rebels, the police and the army attacked the camp. | the army > attack > the camp |
raised | Zorvia used drones to attack the ship. | Zorvia > attack > the ship |
headline | Three killed in Zorvian strike | - > kill > Three | passive deleted ^Zorvian strike
headline | Keldian base hit by rockets | rockets > hit > Keldian base | passive
headline | Zorvia accused of attacking hospital | Zorvia > attack > hospital | ~accuse
headline | Zorvia accused of attacking hospital | - > accuse > Zorvia | passive deleted
headline | Zorvia attacks Keldia | Zorvia > attack > Keldia |
headline | Keldian mayor shot dead in capital | - > shoot > Keldian mayor | passive deleted
headline | Aid convoy attacked near border | - > attack > Aid convoy | passive deleted
headline | Mayor resigned after protests | Mayor > resign > - |
active | Iranian drones struck an oil depot outside the city late on Tuesday. | Iranian drones > strike > an oil depot |
active | The coalition quietly lifted its blockade of the port. | The coalition > lift > its blockade of the port |
active | Gunmen stormed a police station, officials said. | Gunmen > storm > a police station |
active | In a surprise move, Washington expelled three diplomats. | Washington > expel > three diplomats |
passive | The convoy was ambushed by fighters loyal to the general. | fighters > ambush > The convoy | passive
passive | Three diplomats were expelled by Washington last week. | Washington > expel > Three diplomats | passive
passive | The ceasefire was broken within hours by both sides. | both sides > break > The ceasefire | passive
passive | By Sunday the airport had been seized by militiamen. | militiamen > seize > the airport | passive
agentless | Hundreds of homes have been flattened since March. | - > flatten > Hundreds of homes | passive deleted
agentless | A medic was wounded when the ambulance was hit. | - > wound > A medic | passive deleted
agentless | A medic was wounded when the ambulance was hit. | - > hit > the ambulance | passive deleted
agentless | The men were taken away by night. | - > take > The men | passive deleted
progressive | Russian planes were pounding the eastern suburbs. | Russian planes > pound > the eastern suburbs |
progressive | The suburbs were being pounded by Russian planes. | Russian planes > pound > The suburbs | passive
progressive | Police are not beating the protesters. | Police > beat > the protesters | neg
progressive | Aid is being blocked at the crossing. | - > block > Aid | passive deleted
quoted | "They killed my brother," said a shopkeeper in the town. | They > kill > my brother |
quoted | 'Iraq will not attack its neighbours', the spokesman insisted. | Iraq > attack > its neighbours | neg ~will
relative | The militia, whom Tehran has armed for years, shelled the base. | Tehran > arm > The militia |
relative | The pilot who bombed the wedding has been decorated. | The pilot > bomb > the wedding |
relative | Villages which were burned by the army stand empty. | the army > burn > Villages | passive
relative | Prisoners held without charge were beaten. | - > hold > Prisoners | passive deleted
conjoined | Russia, Iran and Turkey backed the deal. | Turkey > back > the deal |
conjoined | Israeli police arrested and later released the boy. | Israeli police > release > the boy |
conjoined | The rebels captured the town but lost the bridge. | The rebels > lose > the bridge |
conjoined | Two soldiers were killed and five were wounded by a mine. | - > kill > Two soldiers | passive deleted
headline | Russia hit with fresh sanctions over poisoning | - > hit > Russia | passive deleted
headline | Dozens arrested as police storm campus | - > arrest > Dozens | passive deleted
headline | Israel-US strikes leave Iran reeling | Israel-US strikes > leave > Iran |
conjoined | Keldia and not Zorvia attacked the base. | Zorvia > attack > the base | neg
"""
# Lines that are known to be read wrong, and why.
PARSER = "the parser takes the verb for something else"
MISREAD = {
    'quoted | The envoy called it a lie that Iran "armed and funded" the group. | Iran > arm > the group |': PARSER,
    "headline | Dozens arrested as police storm campus | police > storm > campus |": PARSER,
    "negated | Zorvia attacked not Keldia but Marunia. | Zorvia > attack > Marunia |": "both objects count as denied",
}


def clauses_of(text, **options):
    (doc,) = parse([text])
    return find_clauses(doc, **options)


def as_parameter(line):
    kind, text, clause = (cell.strip() for cell in line.split("|", 2))
    marks = pytest.mark.xfail(strict=True, reason=MISREAD[line]) if line in MISREAD else ()
    return pytest.param(text, kind == "headline", clause.removesuffix(" |"), marks=marks, id=line)


@pytest.mark.parametrize(
    ("text", "headline", "clause"), [as_parameter(line) for line in (*PAIRS.strip().splitlines(), *MISREAD)]
)
def test_minimal_pairs(text, headline, clause, told):
    assert clause in told(clauses_of(text, headline=headline))


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("Zorvia attacked Keldia.", "Keldia was attacked by Zorvia."),
        ("Rebels have taken the town.", "The town has been taken by rebels."),
        ("Zorvia will bomb the harbour.", "The harbour will be bombed by Zorvia."),
    ],
)
def test_active_and_passive_give_the_same_roles(active, passive):
    one, two = (clauses_of(text)[0] for text in (active, passive))
    assert [one[k].lower() for k in ROLES] == [two[k].lower() for k in ROLES]
    assert (one["passive"], two["passive"]) == (False, True)


def test_positions_are_those_of_the_article():
    text = "Zorvian troops, who were tired, attacked the old harbour."
    article = "First sentence. " + text
    for clause in clauses_of(text, offset=16):
        assert list(clause) == list(CLAUSE_KEYS)
        for part in ("agent", "patient"):
            if clause[part] is not None:
                assert article[clause[f"{part}_start"] : clause[f"{part}_end"]] == clause[part]
    assert article[clause["predicate_start"] : clause["predicate_end"]] == "attacked"
    assert article[clause["agent_head_start"] : clause["agent_head_end"]] == "troops"
    assert clause["agent"] == "Zorvian troops"


def test_participants_of_one_predicate_share_a_group():
    found = clauses_of("Zorvia and Keldia condemned the plan, and Marunia praised it.")
    assert [(c["agent"], c["group"]) for c in found] == [("Zorvia", 0), ("Keldia", 0), ("Marunia", 1)]


def test_the_event_in_an_adjunct_is_the_cause():
    found = clauses_of("Nine farmers were killed in a Zorvian airstrike.")
    assert found[0]["cause"] == "a Zorvian airstrike"
    assert found[0]["agent"] is None


def actors(text, part, names):
    (doc,) = parse([text])
    clause = find_clauses(doc)[-1]
    found = [(text.index(name), text.index(name) + len(name), actor) for name, actor in names.items()]
    return actors_at(doc, clause[f"{part}_head_start"], clause[f"{part}_head_end"], names_in(doc, found))


@pytest.mark.parametrize(
    ("text", "part", "names", "expected"),
    [
        ("Israel attacked the town.", "agent", {"Israel": "Israel"}, ["Israel"]),
        ("Israeli forces attacked the town.", "agent", {"Israeli": "Israel"}, ["Israel"]),
        ("Israel's army attacked the town.", "agent", {"Israel": "Israel"}, ["Israel"]),
        ("The army of Israel attacked the town.", "agent", {"Israel": "Israel"}, ["Israel"]),
        ("The Iraqi prime minister left the town.", "agent", {"Iraqi": "Iraq"}, ["Iraq"]),
        ("The town was shelled by Iraqi troops.", "agent", {"Iraqi": "Iraq"}, ["Iraq"]),
        ("Rebels attacked Iraqi soldiers.", "patient", {"Iraqi": "Iraq"}, ["Iraq"]),
        ("US-Israeli strikes hit the town.", "agent", {"US": "US", "Israeli": "Israel"}, ["US", "Israel"]),
        ("A US-led coalition took the town.", "agent", {"US": "US"}, ["US"]),
        ("Iran, whose troops shelled the town.", "agent", {"Iran": "Iran"}, ["Iran"]),
        ("A commander, an Iraqi officer, shelled the town.", "agent", {"Iraqi": "Iraq"}, ["Iraq"]),
        ("Critics of Israel attacked the plan.", "agent", {"Israel": "Israel"}, []),
        ("Israel's enemies attacked the plan.", "agent", {"Israel": "Israel"}, []),
        ("The war on Iran shocked the town.", "agent", {"Iran": "Iran"}, []),
        ("Anti-Israel protesters attacked the plan.", "agent", {"Israel": "Israel"}, []),
        ("US-backed rebels attacked the town.", "agent", {"US": "US"}, []),
        ("A pro-Iran militia attacked the town.", "agent", {"Iran": "Iran"}, []),
        ("Rebels attacked the town.", "agent", {}, []),
    ],
)
def test_actors_of_a_noun_phrase(text, part, names, expected):
    assert actors(text, part, names) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        '"',
        "“”’ — …",
        "attacked by by by",
        "to to to and and",
        "Zorvia " * 400,
        "\u00a0\u200b",
        "<b>&",
    ],
)
@pytest.mark.parametrize("headline", [True, False])
def test_text_without_a_predicate_has_no_clauses(text, headline):
    assert clauses_of(text, headline=headline) == []


def test_signs_are_read_like_words(told):
    assert told(clauses_of("𝕏 🚀 attacked 🚀")) == ["𝕏 🚀 > attack > -"]
