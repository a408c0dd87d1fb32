"""Words: how often, how evenly, in whose company, and which of them set two groups apart."""
