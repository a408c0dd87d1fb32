"""The parsed sentence: the parser, and the one grammar of English that reads its dependency trees.

Each syntactic notion is defined once, here: what is a passive, an infinitive, a finite verb and a by-phrase
(`predicates`), a noun phrase, its head and its extent (`nounphrases`), whose deed a verb is through control, relative
clauses and lists (`subjects`), who takes part in it (`arguments`). `attribution` and `events` ask these
questions. `speed` holds what reaches into the insides of spaCy.
"""
