"""English: its cues and guards, and how its sentences say who, what and by when."""
