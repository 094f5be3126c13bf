"""Takes articles into a library: pages, feeds, lists of feeds, files. The only room that fetches.

model        what came of it
names        names of files that any disk can hold
folder       the library's folder: one plain Markdown file for each version of an article
document     an article as such a file
feed_list    feeds.toml, the person's own list of feeds
items        the entries of a feed, and how each is known again
ledger       what has been taken already, and what failed
discovery    the feed that a front page offers
kinds        what some bytes are: a page, a feed, a list of feeds, a mail, a text
taking       one article from bytes or from an address into the folder
run          what the parts of one `add` or `refresh` share; feeds and their items
adding       what a person names: addresses, files, standard input
place        which folder of a library articles are taken into
intake       `add` and `refresh`
"""
