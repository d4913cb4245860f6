# make run: set up and start the bot. make test: set up and run the tests. Everything lands in .venv and data/.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help setup run talk check test torture train format lock clean

help:
	@echo "make run      set up what is needed and start the bot"
	@echo "make talk     talk with the bot in this terminal"
	@echo "make setup    set up all that developers need"
	@echo "make check    style, types, architecture, dependencies, migrations"
	@echo "make test     all tests"
	@echo "make torture  1,000 kills, 100,000 moments, and more faults; KILLS=50 makes it shorter"
	@echo "make train    learn anew how messages are understood, and keep it unless it is worse"
	@echo "make format   write the code in the house style"
	@echo "make lock     choose the newest versions that requirements/*.in allow"
	@echo "make clean    remove what make has made (not data/)"

setup: $(VENV)/dev-is-ready node_modules/is-ready

run: $(VENV)/is-ready
	@$(BIN)/straatbot run

talk: $(VENV)/is-ready
	@$(BIN)/straatbot talk

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest tests/test_architecture.py
	$(BIN)/deptry .
	$(BIN)/python -m tests.check_migrations

test: setup
	$(BIN)/pytest -n 2

# What these tests found is printed at the end.
KILLS ?= 1000
OCCURRENCES ?= 100000

torture: setup
	TORTURE_KILLS=$(KILLS) TORTURE_OCCURRENCES=$(OCCURRENCES) TORTURE_CLOCK_KILLS=20 TORTURE_FAULTS=2000 \
	  $(BIN)/pytest -n 1 -rP tests/faults

train: setup
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.train
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.urgent

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# What is tested is what runs: the second follows the first.
LOCK := $(BIN)/uv pip compile --upgrade --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header

lock: setup
	$(LOCK) requirements/dev.in -o requirements/dev.lock
	$(LOCK) requirements/run.in -c requirements/dev.lock -o requirements/run.lock

clean:
	rm -rf $(VENV) node_modules build *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Straatbot needs Python 3.11 or newer: " + sys.version) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/is-ready: requirements/run.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/run.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev-is-ready: requirements/dev.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/dev.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/is-ready

# Twilio's own description of its interface, and a server that holds us to it; only for tests.
node_modules/is-ready: package.json
	@if command -v npm >/dev/null; then npm install --no-audit --no-fund --loglevel=error; \
	else echo "npm is not installed: the tests against Twilio's description will be skipped"; mkdir -p node_modules; fi
	@touch $@
