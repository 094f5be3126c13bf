"""From text and marks to rows of styled cells."""
