"""The command line: it picks a command, imports it, runs it and turns errors into lines and exit codes."""
