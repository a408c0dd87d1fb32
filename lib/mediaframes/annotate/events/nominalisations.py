"""Nouns that stand for an act ("the killing of A by B", "B's attack on A"), with who does it and to whom."""

from mediaframes.annotate.events.factuality import is_negated, modal
from mediaframes.annotate.syntax.arguments import roles
from mediaframes.annotate.syntax.nounphrases import is_bare_place, is_hyphenated, path_of_name
from mediaframes.annotate.syntax.predicates import can_act, conjuncts, is_infinitive, is_passive
from mediaframes.codebook.actors import demonyms
from mediaframes.codebook.english import words

__all__ = ["act_of", "is_act", "light_verb", "nominal_negated", "nominal_roles"]


def is_act(token):
    """Whether a token is a noun of action of the word list, used as a noun."""
    noun = token.lemma_.lower() in words("nominals") and _is_noun(token) and not is_infinitive(token)
    return noun or _is_gerund(token)


def _is_noun(token):
    return token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod", "amod")


def _is_gerund(token):
    """A gerund with an article, an owner or "of": "the shelling of A" is a noun whatever its tag says."""
    if token.lower_ not in words("nominals") or token.tag_ != "VBG" or token.dep_ == "amod":
        return False
    owned = any(t.dep_ in ("det", "poss") or (t.dep_ == "amod" and t.text[:1].isupper()) for t in token.lefts)
    return owned or any(t.lower_ == "of" for t in token.rights)


def act_of(noun):
    """The verb that a noun of action stands for: "killing" → "kill"."""
    nominals = words("nominals")
    return nominals.get(noun.lemma_.lower()) or nominals[noun.lower_]


def light_verb(noun):
    """The verb of "carried out an attack" or "was behind the attack", or None."""
    verb = noun.head
    light = verb.pos_ == "VERB" and verb.lemma_ in words("light_verbs")
    if light and noun.dep_ in ("dobj", "obj", "nsubjpass"):
        return verb
    return _answering_verb(verb) if noun.dep_ == "pobj" else None


def _answering_verb(preposition):
    """The verb of "was behind A", "is responsible for A", "claimed responsibility for A", or None."""
    above = preposition.head
    if preposition.lower_ == "behind" and above.lemma_ == "be":
        return above
    if preposition.lower_ != "for" or above.lower_ not in ("responsible", "responsibility"):
        return None
    return above.head if above.dep_ in ("acomp", "dobj") and above.head.pos_ in ("VERB", "AUX") else None


def nominal_roles(noun, *, headline=False):
    """Return (agents, patients), head tokens, for a noun of action.

    Agents: by-phrase, possessive or adjective before the noun, or the subject of "carried out". Patients:
    "of" or "on" behind it; a possessive if there is no "of" and the noun is one like "murder"; a bare place
    name before it ("Gaza strike").
    """
    light = light_verb(noun)
    before_agents, before_patients = _before(noun)
    behind_agents, behind_patients = _behind(noun, light)
    agents = _light_agents(light, noun, headline) or behind_agents or before_agents
    patients = behind_patients or before_patients
    if behind_agents and not patients:
        patients = before_agents  # "A's murder by B"
    if behind_patients and not agents:
        agents = before_patients  # "A attacks on B"
    return _each(agents), _each(patients)


def _each(heads):
    return list(dict.fromkeys(t for head in heads for t in conjuncts(head)))


def _light_agents(light, noun, headline):
    if light is None:
        return []
    agents, _, _ = roles(light, headline=headline)
    return [t for t in agents if t.i != noun.i]


def _before(noun):
    """Agents and patients among the words before the noun."""
    agents, patients = [], []
    for word in _words_before(noun):
        side = _side(word, noun)
        if side:
            (agents if side == "agent" else patients).append(word)
    return agents, patients


def _words_before(noun):
    """The words before a noun, names joined by a hyphen ("US-Israeli") and by "and" apart."""
    words_before = [w for t in noun.lefts for w in conjuncts(t)]
    for word in list(words_before):
        joined = [t for t in word.lefts if t.i == word.i - 2 and word.nbor(-1).text in "-–"]
        words_before += [t for t in joined if t.text[:1].isupper() and t.pos_ in ("PROPN", "ADJ", "NOUN")]
    return sorted(words_before)


def _side(word, noun):
    """Whether a word before a noun of action names who acts or who suffers, or neither (None)."""
    first = word if word.head == noun else word.head
    if first.dep_ == "poss":
        return "patient" if _suffers(noun) else "agent"
    if first.dep_ not in ("amod", "compound", "nmod", "npadvmod"):
        return None
    if word.lemma_.lower() in words("doers") and word.dep_ == "compound":
        return "agent"
    if not word.text[:1].isupper() or _opens_as_adjective(word) or word.pos_ == "NUM":
        return None
    if is_hyphenated(word) and noun not in path_of_name(word):
        return None  # "anti-A attacks", "A-backed raid"
    if first.dep_ in ("compound", "nmod") and is_bare_place(word):
        return "patient"
    return "patient" if noun.lemma_.lower() == "genocide" else "agent"


def _opens_as_adjective(word):
    """A capital at the start of a sentence is no name: "Deadly attack on A"."""
    return word.i == 0 and word.pos_ != "PROPN" and word.lower_ not in demonyms()


def _suffers(noun):
    own_of = any(t.lower_ in ("of", *words("patient_prepositions")) for t in noun.rights if t.dep_ == "prep")
    return noun.lemma_.lower() in words("possessed_patients") and not own_of


def _behind(noun, light):
    """Agents and patients in the prepositional phrases behind the noun, or behind its light verb."""
    phrases = [t for t in noun.rights if t.dep_ in ("prep", "agent")]
    phrases += [t for p in phrases for t in _nested(p)]
    if light is not None:
        phrases += [t for t in light.rights if t.dep_ in ("prep", "dative") and t.i > noun.i]
    agents, patients = [], []
    for phrase in phrases:
        named = [t for t in phrase.rights if t.dep_ == "pobj"]
        side = _preposition_side(phrase, noun)
        if side:
            (agents if side == "agent" else patients).extend(named)
    return agents[:1], patients[:1]


def _nested(phrase):
    """A by-phrase or target that the parser hung on the noun before: "the bombing of A by B"."""
    nouns = [t for t in phrase.rights if t.dep_ == "pobj"]
    return [t for n in nouns for t in n.rights if t.dep_ in ("prep", "agent") and t.lower_ in ("by", "on", "against")]


def _preposition_side(phrase, noun):
    word, act = phrase.lower_, noun.lemma_.lower()
    if word == "by":
        named = [t for t in phrase.rights if t.dep_ == "pobj"]
        return "agent" if named and can_act(named[0]) else None
    if word == "of":
        return "agent" if act in words("of_agents") else "patient"
    if word not in words("patient_prepositions"):
        return None
    named = [t for t in phrase.rights if t.dep_ == "pobj"]
    return None if not named or not can_act(named[0]) else "patient"


def nominal_negated(noun):
    """Whether there was no such act: "no attack on A", "did not carry out an attack"."""
    if any(t.lower_ in ("no", "neither") for t in noun.lefts):
        return True
    light = light_verb(noun)
    if light is not None:
        return is_negated(light)
    return noun.dep_ == "attr" and noun.head.lemma_ == "be" and is_negated(noun.head)


def nominal_modal(noun):
    """The modality of a light verb ("could launch an attack"), or a doubt before the noun ("alleged")."""
    light = light_verb(noun)
    if light is not None:
        return modal(light)
    doubts = ("alleged", "suspected", "reported", "possible", "planned", "purported", "potential", "threatened")
    return next((t.lower_ for t in noun.lefts if t.lower_ in doubts), None)


def nominal_passive(noun):
    """Whether a light verb over the noun is passive ("an attack was carried out")."""
    light = light_verb(noun)
    return light is not None and is_passive(light)
