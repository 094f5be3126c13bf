"""Takes articles into a library: pages, feeds, lists of feeds, files. The only room that fetches.

model        what came of it
names        names of files that any disk can hold
folder       the library's folder: one plain Markdown file for each version of an article
document     an article as such a file
feed_list    feeds.toml, the person's own list of feeds
items        the entries of a feed, and how each is known again
ledger       what has been taken already, and what failed
kinds        what some bytes are: a page, a feed, a list of feeds, a mail, a text
taking       one article from bytes or from an address into the folder
intake       `add` and `refresh`
"""
