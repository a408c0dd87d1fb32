"""Who is named: the codebook's forms found in a text, told from what only looks like them, and names that it lacks.

`gazetteer` is the codebook as one index of forms, `mentions` finds them in one pass, `disambiguation` tells the country
from the person, paper or company of that name, for which `recognition` asks an entity recogniser, `leaders` tells a
leader from others of that surname, `discovery` proposes names that no actor has. The words are in
`codebook/english/entities.yaml`.
"""
