"""Who does what to whom: clauses with agent and patient, and how they are told.

`clauses` reads verbs, `nominalisations` nouns of action ("the killing of"), `headlines` their short forms, `factuality`
negation and modality, `modifiers` the words attached to a name. The forms themselves are rows of
`codebook/english/constructions/`, which `constructions` matches.
"""
