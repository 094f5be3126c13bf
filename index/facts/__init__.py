"""What an article says: from `Article` to `Facts`."""
