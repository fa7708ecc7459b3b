"""The vocabulary: frozen values and date arithmetic, with no input, no output and no clock."""
