"""Verbs of a parsed sentence: which are predicates, which are passive, who follows "by", what governs them."""

import re

from mediaframes.codebook.english import words

DEPTH = 12  # a guard: no real sentence nests its predicates as deep
VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
# One vowel between consonants: such a verb doubles the last one before -ed and -ing ("planned").
DOUBLING = re.compile(r"[^aeiou]+[aeiou][bdgklmnprtvz]")
# No verb ends in an e behind these.
NEVER_E = re.compile(r"(?:[lmr][bdpktn]|[nl][dt]|[cfp]t|[cs]k|ll|rm|sh)e$")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
VERBAL = ("VERB", "AUX")
FINITE = ("VBD", "VBZ", "VBP")


def is_action(token):
    """Whether a token is the main verb of a predicate (no auxiliary, no "according", no bare adjective)."""
    if token.pos_ == "NOUN" and is_infinitive(token):
        return True
    told = token.pos_ == "VERB" and token.dep_ not in ("aux", "auxpass", "amod", "compound", "prep", "nmod", "mark")
    return told and _is_word(token)


def _is_word(token):
    """Whether a token can be a verb: not "'s", a prefix before a hyphen ("re-elected"), or letters without a vowel."""
    if not token.text[0].isalnum() or len(token) < 2 or not VOWEL.search(token.text):
        return False
    return len(token) > 3 or token.whitespace_ or token.i + 1 == len(token.doc) or token.nbor().text not in ("-", "–")


def is_infinitive(token):
    """Whether "to" makes a token an infinitive, whatever its tag: "plans to sanction A"."""
    return any(t.lower_ == "to" and t.dep_ == "aux" for t in token.lefts)


def is_gerund(verb):
    """Whether a verb in -ing stands without an auxiliary: "denied lying", not "is lying"."""
    return verb.tag_ == "VBG" and not any(t.dep_ in ("aux", "auxpass") for t in verb.lefts)


def is_finite(verb):
    """Whether a verb or its auxiliary has a tense; a bare participle that heads its sentence is a past form misread."""
    auxiliaries = [t for t in verb.lefts if t.dep_ in ("aux", "auxpass")]
    misread = verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not auxiliaries
    return misread or verb.tag_ in FINITE or any(t.dep_ == "aux" and t.tag_ in (*FINITE, "MD") for t in auxiliaries)


def verb_lemma(verb):
    """The lemma in lower case, with the final e that the parser forgets ("hat" for "hated") or adds ("surveille")."""
    lemma = verb.lemma_.lower()
    if DOUBLING.fullmatch(lemma) and verb.lower_ in (f"{lemma}ed", f"{lemma}es", f"{lemma}ing"):
        return f"{lemma}e"
    added = NEVER_E.search(lemma) and verb.lower_ in (f"{lemma}d", f"{lemma[:-1]}ing")
    return lemma[:-1] if added else lemma


def conjuncts(token):
    """The token and those joined to its right by "and", "or" and commas, without their own verbs."""
    joined = [c for c in token.rights if c.dep_ == "conj" and c.pos_ not in VERBAL]
    return [token, *(t for c in joined for t in conjuncts(c))]


def is_passive(verb, *, headline=False):
    """Whether a verb is passive; progressives ("is bombing") and perfects ("has bombed") are active."""
    if verb.tag_ == "VBG":
        return False
    auxiliaries = [t for t in verb.lefts if t.dep_ in ("aux", "auxpass")]
    if any(t.dep_ == "auxpass" or (t.lemma_ == "be" and verb.tag_ == "VBN") for t in auxiliaries):
        return not _has_done(verb)
    if auxiliaries or verb.tag_ not in ("VBN", "VBD"):
        return False
    return _bare_passive(verb, headline)


def _has_done(verb):
    """Whether "'s" before a participle is "has": "she's said that ...", not "it's said that ..."."""
    if not any(t.dep_ == "auxpass" and t.lower_ in ("'s", "’s") for t in verb.lefts):
        return False
    named = any(t.lower_ not in ("it", "what", "that", "this") for t in own_subjects(verb))
    return named and (_has_clause(verb) or has_object(verb))


def _bare_passive(verb, headline):
    """Passives without an auxiliary of their own: participles, lists of verbs, headlines."""
    fronted = any(t.dep_ in ("dobj", "obj") for t in verb.lefts)
    if fronted or has_object(verb) or _in_active_list(verb) or verb.lower_ in words("distinct_pasts"):
        return False
    always = verb.lemma_ in words("always_transitive") and _can_be_passive(verb)
    if always or _is_misread(verb):
        return True
    if not headline and _is_plain_past(verb):
        return False
    if _own_by_phrase(verb):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not own_subjects(verb):
        participle = verb.tag_ == "VBN" or (headline and _can_be_passive(verb))
        return participle and is_passive(verb.head, headline=headline)
    return verb.tag_ == "VBN" or (headline and _can_be_passive(verb))


def _is_plain_past(verb):
    """Whether a past form is none of a passive: it has a subject, or a clause ("said that", not "told that") behind."""
    told = verb.lemma_ in words("telling")
    finite = is_finite(verb) or verb.dep_ == "relcl"
    return (finite and bool(own_subjects(verb))) or (_has_clause(verb) and not told)


def _has_clause(verb):
    return any(t.dep_ == "ccomp" for t in verb.rights)


def _in_active_list(verb):
    """Whether a participle heads an active verb with an object, to which "and" joins it: "trained and paid A"."""
    joined = [t for t in verb.rights if t.dep_ == "conj" and t.tag_ == "VBD" and not own_subjects(t)]
    return verb.dep_ == "advcl" and any(has_object(t) and t.nbor(-1).dep_ == "cc" for t in joined)


def _is_misread(verb):
    """Whether a past form is a participle of the subject of a second verb: "the shells fired at A fell"."""
    joined = [t for t in verb.rights if t.dep_ == "conj" and t.tag_ in FINITE and not own_subjects(t)]
    links = [t for t in verb.rights if t.dep_ in ("cc", "punct")]
    return bool(joined) and _can_be_passive(verb) and not any(t.i < joined[0].i for t in links)


def _can_be_passive(verb):
    """Whether a past form in a headline may be a participle: same form, no clause after it, transitive."""
    clause = any(t.dep_ in ("ccomp", "prt", "dative") for t in verb.rights)
    return not clause and verb.lower_ not in words("distinct_pasts") and verb.lemma_ not in words("intransitive")


def has_object(verb):
    """Whether a verb has an object of its own behind it."""
    return any(t.dep_ in ("dobj", "obj") for t in verb.rights)


def own_subjects(verb):
    """The subjects that the parser gives a verb, or its auxiliary."""
    own = [t for t in verb.children if t.dep_ in SUBJECTS]
    return own or [t for a in verb.lefts if a.dep_ in ("aux", "auxpass") for t in a.children if t.dep_ in SUBJECTS]


def has_subject(verb):
    """Whether a subject stands before a verb, be it a clause or "there"."""
    return any(t.dep_ in (*SUBJECTS, "expl") for t in verb.lefts)


def by_phrase(verb):
    """Head tokens of the by-phrase of a passive, its own or that of the last verb of its list."""
    later = [t for t in verb.rights if t.dep_ == "conj" and t.tag_ == "VBN" and not own_subjects(t)]
    shared = later and not any(t.dep_ in ("prep", "agent", "dobj", "xcomp") for t in verb.rights)
    return _own_by_phrase(verb) or (by_phrase(later[0]) if shared else [])


def _own_by_phrase(verb):
    """Head tokens of a by-phrase, those of time and manner left out."""
    direct = [p for p in verb.rights if p.lower_ == "by" and p.dep_ in ("agent", "prep")]
    found = [t for p in direct or _stray_by(verb) for t in p.rights if t.dep_ == "pobj"]
    return [t for t in found if can_act(t)]


def _stray_by(verb):
    """A by-phrase that the parser hung on a noun between: "was hit in the port by A"."""
    steps = [t for p in verb.rights if p.dep_ in ("prep", "dative", "oprd", "acomp") for t in p.subtree]
    nominals = words("nominals")
    return [
        t
        for t in steps
        if t.lower_ == "by"
        and t.nbor(-1).text != "-"
        and t.dep_ in ("prep", "agent")
        and t.head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
        and t.head.lemma_.lower() not in nominals
    ][:1]


def can_act(token):
    """Whether a noun behind "by" can be who does it, and not when or how; a share of some can: "6 in 10 of them"."""
    share = token.pos_ == "NUM" or token.lemma_.lower() in words("shares")
    if share and any(t.dep_ == "prep" and t.lower_ in ("of", "in") for t in token.rights):
        return True
    if {token.lower_, token.lemma_.lower()} & (words("times") | words("by_times")):
        return False
    if token.lemma_.lower() in words("by_means") and token.tag_ == "NN" and not list(token.lefts):
        return False
    number = token.pos_ == "NUM" and token.text[:1].isdigit()
    return token.pos_ in ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ") and not number


def governor(verb):
    """The verb or adjective that an infinitive, gerund or clause depends on, with the link, or (None, "")."""
    if verb.dep_ in ("xcomp", "ccomp"):
        infinitive = is_infinitive(verb)
        return verb.head, "xcomp" if infinitive else verb.dep_
    if verb.dep_ == "pcomp" and verb.head.dep_ in ("prep", "agent"):
        return verb.head.head, verb.head.lower_
    if verb.dep_ == "acl" and is_infinitive(verb):
        return verb.head, "acl"
    return None, ""
