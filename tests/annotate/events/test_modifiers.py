import pytest

from mediaframes.annotate.events.modifiers import mention_phrase
from mediaframes.annotate.syntax.parser import parse


def phrase(text, name):
    (doc,) = parse([text])
    start = text.index(name)
    return mention_phrase(doc, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name", "head"),
    [
        ("Israeli forces entered the town.", "Israeli", "force"),
        ("Israel entered the town.", "Israel", "israel"),
        ("The brutal Israeli regime entered the town.", "Israeli", "regime"),
        ("Israel's army entered the town.", "Israel", "army"),
        ("The army of Israel entered the town.", "Israel", "army"),
        ("Critics of Israel were arrested.", "Israel", "israel"),
        ("Israel's enemies were arrested.", "Israel", "israel"),
        ("The police arrested anti-Israel protesters.", "Israel", "israel"),
        ("US-backed rebels took the town.", "US", "us"),
        ("A US-led coalition took the town.", "US", "coalition"),
        ("The Islamic Republic refused.", "Islamic Republic", "republic"),
        ("The Iraq war lasted for years.", "Iraq", "iraq"),
    ],
)
def test_head(text, name, head):
    assert phrase(text, name)["head"] == head


@pytest.mark.parametrize(
    ("text", "name", "modifiers"),
    [
        ("The brutal Israeli regime entered the town.", "Israeli", ["brutal"]),
        ("Israel is ruthless.", "Israel", ["ruthless"]),
        ("Israel is not ruthless.", "Israel", ["not ruthless"]),
        ("Israel is ruthless and cruel.", "Israel", ["ruthless", "cruel"]),
        ("A weak and divided Iraq asked for help.", "Iraq", ["weak", "divided"]),
        ("A nuclear-armed Iran would change the region.", "Iran", ["nuclear-armed"]),
        ("Iraq asked for help.", "Iraq", []),
        ("Iran remains hostile.", "Iran", ["hostile"]),
    ],
)
def test_modifiers(text, name, modifiers):
    assert phrase(text, name)["modifiers"] == modifiers


@pytest.mark.parametrize(
    ("text", "name", "appositions"),
    [
        ("Israel, a close ally of the US, left the talks.", "Israel", ["close ally"]),
        ("US senator Ann Doe (R-Ohio) left the talks.", "US", []),
        ("US Senate leader Ann Doe, R-Ky., left the talks.", "US", []),
        ("The United States (USA) left the talks.", "United States", []),
        ("Iraq is a sovereign country.", "Iraq", ["sovereign country"]),
        ("Iraq left the talks.", "Iraq", []),
    ],
)
def test_appositions(text, name, appositions):
    assert phrase(text, name)["appositions"] == appositions


@pytest.mark.parametrize(
    ("text", "name", "predicates", "role"),
    [
        ("Iran attacked the ship.", "Iran", ["attack"], "agent"),
        ("Iran did not attack the ship.", "Iran", ["not attack"], "agent"),
        ("Iranian troops attacked the ship.", "Iranian", ["attack"], "agent"),
        ("The ship was attacked by Iran.", "Iran", ["attack"], "agent"),
        ("The army attacked Iran.", "Iran", ["attack"], "patient"),
        ("Iran was attacked.", "Iran", ["attack"], "patient"),
        ("Talks about Iran went on.", "Iran", [], "other"),
        ("Critics of Iran attacked the ship.", "Iran", [], "other"),
        ("The army shelled and besieged Iraq.", "Iraq", ["shell", "besiege"], "patient"),
        ("Iran shelled the town and took it.", "Iran", ["shell", "take"], "agent"),
        ("Iran and Iraq attacked the ship.", "Iraq", ["attack"], "agent"),
    ],
)
def test_predicates(text, name, predicates, role):
    found = phrase(text, name)
    assert (found["predicates"], found["role"]) == (predicates, role)


NOTHING = {"modifiers": [], "appositions": [], "predicates": [], "role": "other"}


@pytest.mark.parametrize(
    ("text", "head"), [("", None), (" ", None), ("Iran", "iran"), ('" “ —', '"'), ("A" * 5000, "a" * 5000)]
)
def test_a_name_of_which_nothing_is_said(text, head):
    (doc,) = parse([text])
    assert mention_phrase(doc, 0, 4) == {"head": head, **NOTHING}


def test_offsets_outside_give_an_empty_phrase():
    (doc,) = parse(["Iran left."])
    assert mention_phrase(doc, 50, 60) == {"head": None, **NOTHING}
