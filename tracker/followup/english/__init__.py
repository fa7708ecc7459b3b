"""English as it speaks of deeds: word stems, verbs that mean the same, and what says done, moved or dropped."""
