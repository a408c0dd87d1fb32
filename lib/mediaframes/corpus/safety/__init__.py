"""What keeps one file from harming the rest: bounds on size, and a process of its own for readers that may hang."""
