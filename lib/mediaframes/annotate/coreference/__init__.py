"""What stands for a name: pronouns, titles and common nouns, and the name that each of them carries.

"he said it had struck" (`pronouns`), "the Leader" (`titles`), "the country", "both sides" (`descriptions`), and the
fullest name of a source in its article (`sources`).
"""
