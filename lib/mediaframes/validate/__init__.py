"""How good instruments and statistics are: measured, not believed.

`accuracy` has the shipped figures (`figures/*.csv`), `calibration` tries the statistics where the truth is known,
`name_swap` asks whether names sway the tone.
"""
