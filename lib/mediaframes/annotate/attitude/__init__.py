"""In what tone: the trained instruments, the masking that hides names from them, and the word list beside them.

`instruments` reads bare sentences (`mf.tone`, `mf.relations`), `readings` runs them over a corpus, `grounds` lets
relations stand on deeds, `masking` hides the name that is judged, `lexicon` is the word list; `weights/` has the
network with its README.
"""
