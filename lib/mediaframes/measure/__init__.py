"""Tables to estimates: each with its interval, its denominator and the way back to what it counts.

A measure is a declaration and the rows that it counts (`declaration`, `counting`); `groups` has the filters that mean
the same everywhere, `evidence_for` and `explain` lead back from a number. The measures are in `words`, `actors`,
`events` and `voices`, what compares them in `compare`, and the statistics in `inference`.
"""
