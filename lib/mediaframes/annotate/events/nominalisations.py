"""Nouns that stand for an act ("the killing of A by B", "B's attack on A"), with who does it and to whom."""

from mediaframes.annotate.events.constructions import find, first, matches
from mediaframes.annotate.events.factuality import is_negated, modal
from mediaframes.annotate.syntax.arguments import roles
from mediaframes.annotate.syntax.predicates import conjuncts, is_passive
from mediaframes.codebook.english import words


def is_act(token):
    """Whether a token is a noun of action of the word list, used as a noun."""
    listed = token.lemma_.lower() in words("nominals") or token.lower_ in words("nominals")
    return listed and matches("act", token)


def act_of(noun):
    """The verb that a noun of action stands for: "killing" → "kill"."""
    nominals = words("nominals")
    return nominals.get(noun.lemma_.lower()) or nominals[noun.lower_]


def light_verb(noun):
    """The verb of "carried out an attack" or "was behind the attack", or None."""
    return first("light", noun)[0]


def nominal_roles(noun, *, headline=False):
    """Return (agents, patients), head tokens, for a noun of action.

    Agents: the subject of "carried out", else who stands behind the noun ("by"), else before it. Patients: who stands
    behind it ("of", "on"), else before it, else on whose land it was ("airstrikes in A").
    """
    before_agents, before_patients = find("agent_before", noun), find("patient_before", noun)
    behind_agents, behind_patients = find("agent_behind", noun)[:1], find("patient_behind", noun)[:1]
    agents = _light_agents(noun, headline) or behind_agents or before_agents
    patients = behind_patients or before_patients or find("patient_at", noun)
    if behind_agents and not patients:
        patients = before_agents  # "A's murder by B"
    if behind_patients and not agents:
        agents = before_patients  # "A attacks on B"
    drawn = first("drawn", noun)[0]
    patients = patients if drawn is None else roles(drawn, headline=headline)[0]
    return _each(agents), _each(patients)


def _each(heads):
    return list(dict.fromkeys(t for head in heads for t in conjuncts(head)))


def _light_agents(noun, headline):
    light = light_verb(noun)
    return [] if light is None else [t for t in roles(light, headline=headline)[0] if t.i != noun.i]


def nominal_negated(noun):
    """Whether there was no such act: "no attack on A", "did not carry out an attack"."""
    if matches("none", noun):
        return True
    carrier = light_verb(noun) or first("said_to_be", noun)[0]
    return carrier is not None and is_negated(carrier)


def nominal_modal(noun):
    """The modality of a light verb ("could launch an attack"), or a doubt before the noun ("alleged")."""
    light = light_verb(noun)
    doubt, _ = first("doubted", noun)
    return modal(light) if light is not None else doubt and doubt.lower_


def nominal_passive(noun):
    """Whether a light verb over the noun is passive ("an attack was carried out")."""
    light = light_verb(noun)
    return light is not None and is_passive(light)
