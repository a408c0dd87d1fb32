"""Whether a verb stands in the passive, and its subject there."""

from mediaframes.annotate.attribution.sources import SUBJECTS, subtree

__all__ = ["is_passive", "passive_subject"]

HAVING = frozenset("has have had having ’ve 've ’d 'd ’s 's".split())
# With these a clause behind the participle does not make it active: "voters told that ...".
TOLD = frozenset("told informed assured convinced persuaded reminded warned advised notified asked taught".split())


def is_passive(token):
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in token.children):
        return not _has_said(token)
    if token.tag_ != "VBN" or token.dep_ not in ("acl", "advcl") or any(c.lower_ in HAVING for c in token.lefts):
        return False
    if token.lower_ not in TOLD and any(c.dep_ == "ccomp" for c in token.rights):
        return False
    return not any(c.dep_ == "dobj" for c in token.rights)


def _has_said(token):
    """Whether "'s" before a participle is "has": "she's said that ...", not "it's said that ..."."""
    clitic = any(c.dep_ == "auxpass" and c.lower_ in ("'s", "’s") for c in token.lefts)
    subject = next((c for c in token.lefts if c.dep_ in SUBJECTS), None)
    named = subject is not None and subject.lower_ not in ("it", "what", "that", "this")
    return clitic and named and any(c.dep_ in ("ccomp", "dobj") for c in token.rights)


def passive_subject(token):
    return [subtree(c) for c in token.lefts if c.dep_ == "nsubjpass"]
