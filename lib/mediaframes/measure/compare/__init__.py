"""Two groups, or one group over time: differences with intervals of their own, and trends with their gaps."""
