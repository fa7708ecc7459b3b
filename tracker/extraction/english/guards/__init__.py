"""The guards, one file each: why a clause with a cue is no commitment."""
