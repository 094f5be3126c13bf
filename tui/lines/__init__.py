"""The reader line by line, for those who listen and for terminals that only take lines.

Nothing here moves a cursor, draws a box or has a colour, and nothing imports Textual.
"""
