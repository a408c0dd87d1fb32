"""The parsed sentence: the parser, and the one grammar of English that reads its dependency trees.

Each syntactic notion is defined once, here: what is a passive, an infinitive, a subject, a by-phrase (`predicates`),
what is a noun phrase and its head (`nounphrases`), and who takes part in a predicate through passives, control,
relative clauses and lists (`arguments`). `attribution` and `events` ask these questions, and answer none of them anew.
"""
