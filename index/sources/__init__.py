"""Reading articles in: from files to `Article`."""
