# Two commands do all the set-up: `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed

# The tests start many processes: Python compiles each file once for all of them, not in each anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test coverage test-all lint types format evaluate benchmark slow clean

run: $(STAMP)
	$(BIN)/newsreader seeds

# Everything that must hold before a change goes in. Much of it waits for terminals and workers:
# three processes keep two cores at work.
test: lint types
	$(BIN)/python -m pytest -n 3

# Which lines the tests never run; takes half as long again as the tests alone.
coverage: $(STAMP)
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(STAMP)
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The tests under each Python from 3.11 to 3.13 that this machine has, pyenv's among them.
test-all:
	@for version in 3.11 3.12 3.13; do \
	  for python in python$$version "$$HOME"/.pyenv/versions/$$version.*/bin/python none; do \
	    "$$python" -c 'import ensurepip' 2>/dev/null && break; \
	  done; \
	  echo "== Python $$version: $$python"; \
	  [ "$$python" = none ] || \
	    $(MAKE) --no-print-directory VENV=.venv-$$version PYTHON="$$python" pytest || exit 1; \
	done

.PHONY: pytest
pytest: $(STAMP)
	$(BIN)/python -m pytest -n 2 -q

# How well the facts are found, against labelled articles: `make evaluate DATA=folder`.
evaluate: $(STAMP)
	$(BIN)/python -m tests.evaluation $(DATA)

benchmark: $(STAMP)
	$(BIN)/python -m tests.benchmarks

# The longer rounds: kills, soak, large libraries, and many more examples of what holds for any text.
slow: $(STAMP)
	$(BIN)/python -m pytest -m "slow or hypothesis" --hypothesis-profile=thorough

clean:
	rm -rf .venv .venv-* dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf .import_linter_cache .grimp_cache .coverage htmlcov

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "newsreader needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV), once; this takes a minute or two."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
