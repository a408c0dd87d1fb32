"""Estimates and evidence to pictures, tables and sentences.

`points`, `trends`, `plots`, `changes` and `networks` draw, `tables`, `findings` and `sentences` write; `palette` gives
each group one colour and mark, `style`, `periods` and `wording` have axes, dates and units.
"""
