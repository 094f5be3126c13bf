"""Where reports part: from `Facts` to `Question`."""
