"""Events: who does what to whom, how often each actor acts, and in how many passives nobody is named who did it."""
