"""Minimal pairs for who does what to whom: one list, one share of right answers, the wrong ones named."""

import pytest

from mediaframes.annotate.events.clauses import CLAUSE_KEYS, actors_of, find_clauses
from mediaframes.annotate.syntax.parser import parse

# kind | sentence | agent > predicate > patient, "-" for none | flags: neg, passive, deleted, nominal, harm, ~modal
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
agentless | Nine farmers were killed in the strike. | - > kill > Nine farmers | passive deleted
negated | Zorvia did not attack Keldia. | Zorvia > attack > Keldia | neg
negated | Zorvia never attacked Keldia. | Zorvia > attack > Keldia | neg
negated | Zorvia has not attacked Keldia. | Zorvia > attack > Keldia | neg
negated | Zorvia didn't attack Keldia. | Zorvia > attack > Keldia | neg
negated | Keldia was not attacked by Zorvia. | Zorvia > attack > Keldia | neg passive
negated | No soldiers attacked the village. | No soldiers > attack > the village | neg
negated | Nobody attacked the village. | Nobody > attack > the village | neg
negated | The soldiers attacked no villages. | The soldiers > attack > no villages | neg
negated | Zorvia no longer bombs the harbour. | Zorvia > bomb > the harbour | neg
negated | The army failed to protect the village. | The army > protect > the village | neg
negated | The army refused to leave the village. | The army > leave > the village | neg
negated | Zorvia denied attacking the ship. | Zorvia > attack > the ship | neg
negated | The soldiers left without searching the house. | The soldiers > search > the house | neg
negated | Neither Zorvia nor Keldia attacked the ship. | Keldia > attack > the ship | neg
negated | The police did not arrest or question the men. | The police > question > the men | neg
negated | The guards prevented the men from entering the camp. | the men > enter > the camp | neg
negated | Zorvia did not deny attacking the ship. | Zorvia > attack > the ship |
negated | The army did not leave but shelled the town. | The army > shell > the town |
modal | Zorvia could attack Keldia. | Zorvia > attack > Keldia | ~could
modal | Zorvia will attack Keldia. | Zorvia > attack > Keldia | ~will
modal | Zorvia won't attack Keldia. | Zorvia > attack > Keldia | neg ~will
modal | Keldia may have been attacked by Zorvia. | Zorvia > attack > Keldia | passive ~may
modal | Zorvia might invade and occupy Keldia. | Zorvia > occupy > Keldia | ~might
modal | The harbour should be rebuilt. | - > rebuild > The harbour | passive deleted ~should
modal | Zorvia allegedly bombed the harbour. | Zorvia > bomb > the harbour | ~allegedly
modal | If Zorvia attacks Keldia, prices will rise. | Zorvia > attack > Keldia | ~if
modal | Zorvia is going to attack Keldia. | Zorvia > attack > Keldia | ~going to
modal | Zorvia is likely to attack Keldia. | Zorvia > attack > Keldia | ~likely
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
raised | Zorvia is believed to have attacked the ship. | Zorvia > attack > the ship | ~believe
raised | The ship is believed to have been attacked by Zorvia. | Zorvia > attack > The ship | passive ~believe
raised | Zorvia is not believed to have attacked the ship. | Zorvia > attack > the ship | neg ~believe
raised | The army seems to have bombed the clinic. | The army > bomb > the clinic | ~seem
raised | Zorvia is accused of attacking the ship. | Zorvia > attack > the ship | ~accuse
raised | Keldia accused Zorvia of attacking the ship. | Zorvia > attack > the ship | ~accuse
raised | Zorvia wants to attack Keldia. | Zorvia > attack > Keldia | ~want
raised | The president ordered the army to shell the town. | the army > shell > the town | ~order
raised | The army was ordered to shell the town. | The army > shell > the town | ~order
raised | Zorvia threatened to attack Keldia. | Zorvia > attack > Keldia | ~threaten
raised | The rebels began shelling the town. | The rebels > shell > the town |
raised | Zorvia used drones to attack the ship. | Zorvia > attack > the ship |
nominal | Zorvia's killing of the mayor shocked the town. | Zorvia > kill > the mayor | nominal
nominal | The killing of the mayor shocked the town. | - > kill > the mayor | nominal deleted
nominal | The bombing of Keldia by Zorvia went on. | Zorvia > bomb > Keldia | nominal
nominal | Leaders condemned the Zorvian invasion of Keldia. | Zorvian > invade > Keldia | nominal
nominal | Zorvian airstrikes on Keldia went on. | Zorvian > strike > Keldia | nominal
nominal | Zorvia's attack on the harbour was condemned. | Zorvia > attack > the harbour | nominal
nominal | The mayor's murder by rebels shocked the town. | rebels > murder > The mayor | nominal
nominal | The mayor's murder shocked the town. | - > murder > The mayor | nominal deleted
nominal | Zorvia carried out an attack on the harbour. | Zorvia > attack > the harbour | nominal
nominal | Zorvia did not carry out an attack on the harbour. | Zorvia > attack > the harbour | neg nominal
intransitive | Ten people died. | - > die > Ten people | harm
intransitive | Ten people died in the strike. | - > die > Ten people | harm
intransitive | Ten people were dead by noon. | - > die > Ten people | harm
intransitive | Three children drowned near the coast. | - > drown > Three children | harm
intransitive | Ten people lost their lives. | - > lose > Ten people | harm
intransitive | No people died. | - > die > No people | neg harm
headline | Three killed in Zorvian strike | - > kill > Three | passive deleted
headline | Keldian base hit by rockets | rockets > hit > Keldian base | passive
headline | Zorvia accused of attacking hospital | Zorvia > attack > hospital | ~accuse
headline | Zorvia accused of attacking hospital | - > accuse > Zorvia | passive deleted
headline | Zorvia attacks Keldia | Zorvia > attack > Keldia |
headline | Zorvia to attack Keldia, officials say | Zorvia > attack > Keldia | ~to
headline | Keldian mayor shot dead in capital | - > shoot > Keldian mayor | passive deleted
headline | Zorvia, Keldia condemn attack | Zorvia > condemn > attack |
headline | Zorvian-led coalition bombs harbour | coalition > bomb > harbour |
headline | Nine dead in raid on camp | - > die > Nine | harm
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
negated | Israel has not yet struck Iran. | Israel > strike > Iran | neg
negated | The village was never captured by the rebels. | the rebels > capture > The village | neg passive
negated | Troops stopped short of storming the building. | Troops > storm > the building | neg
negated | None of the soldiers shot the prisoner. | None of the soldiers > shoot > the prisoner | neg
negated | Iraq cannot expel the troops. | Iraq > expel > the troops | neg ~can
negated | The hospital was hit by no rocket. | no rocket > hit > The hospital | neg passive
modal | Russia would have invaded Georgia. | Russia > invade > Georgia | ~would
modal | The sanctions can be lifted by Congress. | Congress > lift > The sanctions | passive ~can
modal | The US must arm the rebels, he argued. | The US > arm > the rebels | ~must
modal | Israel is planning to annex the valley. | Israel > annex > the valley | ~plan
progressive | Russian planes were pounding the eastern suburbs. | Russian planes > pound > the eastern suburbs |
progressive | The suburbs were being pounded by Russian planes. | Russian planes > pound > The suburbs | passive
progressive | Police are not beating the protesters. | Police > beat > the protesters | neg
progressive | Aid is being blocked at the crossing. | - > block > Aid | passive deleted
quoted | "They killed my brother," said a shopkeeper in the town. | They > kill > my brother |
quoted | 'Iraq will not attack its neighbours', the spokesman insisted. | Iraq > attack > its neighbours | neg ~will
quoted | The envoy called it a lie that Iran "armed and funded" the group. | Iran > arm > the group |
relative | The militia, whom Tehran has armed for years, shelled the base. | Tehran > arm > The militia |
relative | The pilot who bombed the wedding has been decorated. | The pilot > bomb > the wedding |
relative | Villages which were burned by the army stand empty. | the army > burn > Villages | passive
relative | Prisoners held without charge were beaten. | - > hold > Prisoners | passive deleted
conjoined | Russia, Iran and Turkey backed the deal. | Turkey > back > the deal |
conjoined | Israeli police arrested and later released the boy. | Israeli police > release > the boy |
conjoined | The rebels captured the town but lost the bridge. | The rebels > lose > the bridge |
conjoined | Two soldiers were killed and five were wounded by a mine. | - > kill > Two soldiers | passive deleted
raised | Hezbollah is said by officials to have fired the missile. | Hezbollah > fire > the missile | ~say
raised | The general appears to have been poisoned by rivals. | rivals > poison > The general | passive ~appear
raised | The militia was suspected of kidnapping the workers. | The militia > kidnap > the workers | ~suspect
raised | Iran continued to arm the rebels. | Iran > arm > the rebels |
nominal | The assassination of the scientist by Israel drew protests. | Israel > assassinate > the scientist | nominal
nominal | Turkey's shelling of Kurdish villages has displaced thousands. | Turkey > shell > Kurdish villages | nominal
intransitive | At least forty migrants drowned off the coast. | - > drown > At least forty migrants | harm
headline | Russia hit with fresh sanctions over poisoning | - > hit > Russia | passive deleted
headline | Dozens arrested as police storm campus | - > arrest > Dozens | passive deleted
headline | Dozens arrested as police storm campus | police > storm > campus |
headline | Israel-US strikes leave Iran reeling | Israel-US strikes > leave > Iran |
negated | Zorvia was not behind the attack on the base. | Zorvia > attack > the base | neg nominal
conjoined | Keldia and not Zorvia attacked the base. | Zorvia > attack > the base | neg
nominal | Zorvia claimed responsibility for the attack on the base. | Zorvia > attack > the base | nominal
raised | The village is hard to reach. | - > reach > The village | ~hard
"""
FLAGS = {
    "neg": "negated",
    "passive": "passive",
    "deleted": "agent_deleted",
    "nominal": "nominal",
    "harm": "intransitive",
}


def rows():
    return [[c.strip() for c in line.split("|")] for line in PAIRS.strip().splitlines()]


def wanted(roles, flags):
    """The clause that a row of the list asks for, as a dict."""
    agent, predicate, patient = (None if part == "-" else part for part in roles.split(" > "))
    flags, _, modal = flags.partition("~")
    marks = {column: name in flags.split() for name, column in FLAGS.items()}
    return {"agent": agent, "predicate": predicate, "patient": patient, "modal": modal or None, **marks}


def is_found(want, clauses):
    return any(all(clause[key] == value for key, value in want.items()) for clause in clauses)


def clauses_of(text, **options):
    (doc,) = parse([text])
    return find_clauses(doc, **options)


def test_minimal_pairs():
    table = rows()
    docs = parse([text for _, text, *_ in table])
    wrong = []
    for (kind, text, roles, flags), doc in zip(table, docs, strict=True):
        if not is_found(wanted(roles, flags), find_clauses(doc, headline=kind == "headline")):
            wrong.append(f"{kind}: {text} -> {roles} {flags}")
    assert len(table) >= 80
    assert 1 - len(wrong) / len(table) >= 0.9, "\n".join(wrong)


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
    assert [str(one[k]).lower() for k in ("agent", "predicate", "patient")] == [
        str(two[k]).lower() for k in ("agent", "predicate", "patient")
    ]
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
    return actors_of(doc, clause[f"{part}_head_start"], clause[f"{part}_head_end"], found)


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
        "𝕏 🚀 attacked 🚀",
    ],
)
@pytest.mark.parametrize("headline", [True, False])
def test_no_text_raises(text, headline):
    (doc,) = parse([text])
    assert isinstance(find_clauses(doc, headline=headline), list)
