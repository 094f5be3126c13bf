"""The plain commands, one a room: each has `add_arguments` and `run`, which gives the exit code."""
