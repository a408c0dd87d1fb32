"""Who is said to have said what: direct, mixed and indirect speech, with source, cue and content.

`triage` chooses the sentences that must be parsed, `frames` reads what each cue governs (`verbs`, `nouns`,
`complements`), `owners` and `labels` give quotations to their speakers, `attributions` puts it together.
"""
