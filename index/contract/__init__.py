"""The JSON of the plain commands, as pydantic models, and what makes them from the core's data.

The names are a promise to other programs: a key may be added, but not renamed or dropped. All
offsets are Unicode code points into `article.body`, `start` included and `end` not.
"""
