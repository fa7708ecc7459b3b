"""The cues, one file each; a clause has the first one that matches where it begins."""
