"""mediaframes: how news frames its actors."""
