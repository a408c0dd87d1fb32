"""Estimates and evidence to pictures, tables and sentences.

`plots`, `networks` and `changes` draw, `tables` and `sentences` write; `style` has colours, axes and units.
"""
