"""How well the facts are found, against labelled articles.

`python -m tests.evaluation` measures the five sample articles; `python -m tests.evaluation FOLDER`
any folder of labelled articles, or a folder of such folders. A part of `tests.evaluation.parts`
measures one thing on one kind of corpus; dropping a module in there is all it takes to add one.
"""
