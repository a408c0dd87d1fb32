"""Who does what a verb says: its own subject, or the one that it shares, is controlled by, or describes."""

from mediaframes.annotate.syntax.predicates import (
    FINITE,
    VERBAL,
    by_phrase,
    can_act,
    has_object,
    has_subject,
    is_infinitive,
    is_passive,
    own_subjects,
)
from mediaframes.codebook.english import words

RELATIVES = ("WDT", "WP")
OBJECTS = ("dobj", "obj")


def subjects(verb, *, headline=False):
    """Head tokens of whoever does what a verb says; for a relative pronoun, the noun that it stands for."""
    return [antecedent(t) for t in written_subjects(verb, headline=headline)]


def written_subjects(verb, *, headline=False):
    """Head tokens of the subject as written: of "the envoy, who said", "who".

    A verb's own; else, by `RULES`, some noun around it, or the subject of the verb or adjective that it hangs on.
    """
    found = verb
    while not isinstance(found, list):
        found = _subject_or_above(found, headline)
    return found


def _subject_or_above(verb, headline):
    own = inverted(verb) or own_subjects(verb) or (_loose_subject(verb) if headline else [])
    if own or any(t.dep_ == "expl" for t in verb.children):
        return own
    rule = RULES.get(verb.dep_)
    return rule(verb, headline) if rule else []


def inverted(verb):
    """The noun behind a verb that a quotation stands before, which the parser makes its object: '"Why?" asked A'."""
    if verb.tag_ not in FINITE or verb.i < 2 or not verb.nbor(-1).is_quote:
        return []
    if verb.nbor(-2).text not in ("?", "!") and (verb.nbor(-2).text != "," or own_subjects(verb)):
        return []
    return [t for t in verb.rights if t.dep_ == "dobj" and t.left_edge.i == verb.i + 1][:1]


def _loose_subject(verb):
    """The subject of a headline's infinitive, to which the parser gives no role: "A to attack B"."""
    if verb.dep_ != "ROOT" or not is_infinitive(verb):
        return []
    loose = [t for t in verb.lefts if t.dep_ in ("dep", "npadvmod", "nmod", "dative")]
    return [t for t in loose if t.pos_ in ("NOUN", "PROPN")][:1]


def antecedent(token):
    """What a relative pronoun stands for: the noun before its clause, or the focus of "it was A that …"."""
    if token.tag_ not in RELATIVES and token.lower_ != "that":
        return token
    top = token.head.head if token.head.dep_ in ("aux", "auxpass") else token.head
    while top.dep_ in ("conj", "xcomp", "ccomp") and top.head.pos_ == "VERB" and top.head.i < top.i:
        top = top.head
    if top.dep_ == "relcl" and top.head.pos_ not in VERBAL:
        return top.head
    focus = [t for t in top.head.rights if t.dep_ == "attr" and t.i < token.i] if top.head.lemma_ == "be" else []
    return focus[0] if focus else token


def _of_list(verb, headline):
    return verb.head.head if is_misjoined(verb) else verb.head


def is_misjoined(verb):
    """Whether "and" joins a verb to one inside what was said that it cannot go with: "said it would close and left"."""
    said = verb.head
    if verb.dep_ != "conj" or said.dep_ != "ccomp" or verb.tag_ not in FINITE or said.tag_ != "VB":
        return False
    return not has_subject(verb) and not any(t.dep_ == "aux" for t in verb.lefts)


def _of_clause(verb, headline):
    """Who does a bare infinitive that the parser takes for a clause: "heard A say"."""
    bare = verb.tag_ == "VB" and not any(t.dep_ in ("aux", "mark") for t in verb.lefts)
    return _of_complement(verb, headline) if bare else []


def _of_complement(verb, headline):
    """Who is meant to do an infinitive or a gerund: the object of the governing verb, or its subject."""
    above = verb.head
    if above.pos_ not in VERBAL:
        return [] if is_tough(verb) else above
    controlled = [t for t in above.rights if t.dep_ in (*OBJECTS, "dative") and t.i < verb.i and not _is_means(t)]
    return controlled[:1] if controlled and above.lemma_ not in words("subject_control") else above


def _is_means(noun):
    """Whether a noun is the time or the means of what is done: "spent half of the week denouncing him"."""
    inside = next((t for of in noun.rights if of.lower_ == "of" for t in of.rights if t.dep_ == "pobj"), noun)
    return bool({noun.lower_, inside.lower_} & words("means"))


def is_tough(verb):
    """Whether an infinitive is done to the subject: "A is easy to reach"."""
    infinitive = verb.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(verb)
    return infinitive and verb.head.lemma_.lower() in words("tough") and not has_object(verb)


def _of_gerund(verb, headline):
    """Who does a gerund behind a preposition: "accused A of attacking", "A left after attacking"."""
    link = verb.head
    above = link.head if link.dep_ in ("prep", "agent", "pcomp", "dep") else link
    above = above.head if above.pos_ == "ADV" or (above.dep_ == "prep" and above.lower_ == "out") else above
    if link.i and link.nbor(-1).lower_ == "far" and above.pos_ in ("NOUN", "PROPN"):
        return [above]
    if link.lower_ == "for" and (felt := _felt_toward(above)):
        return [felt]
    if above.pos_ not in VERBAL:
        return above if above.pos_ == "ADJ" and above.dep_ not in OBJECTS else _owner(above)
    blamed = above.lemma_ in words("blaming") and link.lower_ in ("of", "for", "with", "from")
    objects = [t for t in above.rights if t.dep_ in OBJECTS and t.i < verb.i]
    if link.lower_ == "for" and (punished := _punished(above, objects)):
        return [punished]
    if objects and (blamed or link.lower_ == "as" or (link.lower_ == "by" and _is_blame(above, link))):
        return objects[:1]
    return [] if is_passive(above, headline=headline) and link.lower_ == "by" else above


def _felt_toward(above):
    """Whom anger or thanks go to: "irritated at A"."""
    links = [t for t in above.rights if t.lower_ in ("at", "with", "to", "toward")]
    feeling = above.lemma_.lower() in words("feelings")
    return next((t for link in links for t in link.rights if t.dep_ == "pobj"), None) if feeling else None


def _punished(above, objects):
    """Whom a penalty is laid on: "imposed sanctions on A"."""
    penalties = [t for t in objects if t.lemma_.lower() in words("penalties")]
    links = [t for noun in (above, *penalties) for t in noun.rights if t.lower_ in ("on", "upon", "against")]
    return next((t for link in links for t in link.rights if t.dep_ == "pobj"), None) if penalties else None


def _is_blame(above, link):
    """Whether "by" says how that was done of which somebody is accused: "accused A of ruining B by arming C"."""
    charges = (t for t in above.rights if t.dep_ == "prep" and t.lower_ in ("of", "for", "with") and t.i < link.i)
    return above.lemma_ in words("blaming") and any(charges)


def _of_adverbial(verb, headline):
    """ "A entered, killing ten": the subject; where the main verb is passive, its agent is the one who kills."""
    above = verb.head
    if above.pos_ not in VERBAL:
        return []
    marks = [t for t in verb.lefts if t.dep_ in ("mark", "advmod")]
    apart = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    if apart and not marks and verb.tag_ == "VBG" and verb.i > above.i and is_passive(above, headline=headline):
        return by_phrase(above)
    shares = all(t.lower_ in words("conjunctions") for t in marks if t.dep_ == "mark")
    return above if shares else []


def _of_noun(verb, headline):
    """A participle describes its noun ("rockets fired by A"); an infinitive has the noun's owner as subject."""
    noun = verb.head
    if is_infinitive(verb) and not headline:
        return _owner(noun)
    carries = noun.lower_ in words("carriers") or (noun.dep_ == "dobj" and _is_means(noun))
    if verb.tag_ == "VBG" and carries:
        return _owner(noun) or [noun]
    return [noun] if noun.pos_ not in VERBAL else []


def _owner(noun):
    """Whose plan or threat a noun is: its possessive or adjective, or the subject of the verb that it serves."""
    owners = [t for t in noun.lefts if t.dep_ == "poss" or (t.dep_ in ("amod", "compound") and t.text[:1].isupper())]
    owners += [t for by in noun.rights if by.lower_ == "by" for t in by.rights if t.dep_ == "pobj" and can_act(t)]
    if owners:
        return owners[:1]
    while noun.dep_ == "conj":
        noun = noun.head
    verb = noun.head
    if noun.dep_ == "pobj":
        verb = noun.head.head if noun.head.head.lemma_ == "be" or noun.head.i < noun.head.head.i else noun
    elif noun.dep_ not in (*OBJECTS, "attr"):
        return []
    given = [t for t in verb.rights if t.dep_ in (*OBJECTS, "dative") and t.i < noun.i]
    return given[:1] or (verb if verb.pos_ in VERBAL else [])


def _of_loose(verb, headline):
    """Who does a verb that the parser hangs loosely on another: "the cleric is shown lecturing"."""
    return verb.head if verb.pos_ in VERBAL and verb.head.pos_ in VERBAL else []


def _of_relative(verb, headline):
    """A relative clause without a subject: reduced, or an infinitive misread as one."""
    return [verb.head] if verb.head.pos_ not in VERBAL else []


def _of_predicative(word, headline):
    """Of whom a predicative is said: of "kept the letters hidden", the letters."""
    objects = [t for t in word.head.rights if t.dep_ in OBJECTS] if word.dep_ == "oprd" else []
    return objects[:1] or word.head


RULES = {
    "conj": _of_list,
    "xcomp": _of_complement,
    "ccomp": _of_clause,
    "pcomp": _of_gerund,
    "pobj": _of_gerund,
    "advcl": _of_adverbial,
    "acl": _of_noun,
    "relcl": _of_relative,
    "dep": _of_loose,
    "dobj": _of_loose,
    "parataxis": _of_loose,
} | dict.fromkeys(("acomp", "attr", "oprd"), _of_predicative)
