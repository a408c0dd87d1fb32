"""Who is he? What stands for a name: pronouns, titles, shorter names and common nouns, and the name that each carries.

Three questions are answered here: `sources` says who speaks (for attribution and reading), `pronouns.subject_above`
whom "it" means in "A said it had struck" (for events), and `descriptions.stand_ins` which state "the country" is (for
entities). They share `titles` (offices, gender, names without titles) and `persons` (who is named, in full); the words
are in `codebook/english/coreference.yaml`.
"""
