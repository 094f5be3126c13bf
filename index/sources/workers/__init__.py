"""What runs in a worker process, and only there: the parsers for pages, mail and feeds.

Nothing outside this package imports from it. A worker loads the one parser that it is for.
"""
