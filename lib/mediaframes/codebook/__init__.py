"""What to look for: actors and the words that name them."""

from mediaframes.codebook.actors import Actor, Condition, Leader, Membership
from mediaframes.codebook.load import load_actors

__all__ = ["Actor", "Condition", "Leader", "Membership", "load_actors"]
