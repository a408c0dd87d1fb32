"""What to look for: actors and the words that name them."""

from mediaframes.codebook.actors import Actor, Condition, Leader, load_actors

__all__ = ["Actor", "Condition", "Leader", "load_actors"]
