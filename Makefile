# Two commands matter: `make demo` and `make test`. Both set up everything they need in .venv first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
OPEN := $(shell command -v xdg-open || command -v open)

.PHONY: demo test setup check-format check-types check-tests fuzz poison quality parts speed compiled check-compiled lock pages gold clean help

help:  ## what each target does
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 16

demo: $(VENV)/run.stamp  ## set up, then build the bundled sample stories into demo/
	$(BIN)/semeja demo -o demo

test: $(VENV)/test.stamp check-format check-types check-tests quality  ## set up, then every check

setup: $(VENV)/test.stamp  ## set up for work on semeja

$(BIN)/pip:
	$(PYTHON) -m venv $(VENV) || (apt-get update && apt-get install -y python3-venv && $(PYTHON) -m venv --clear $(VENV))

$(VENV)/run.stamp: pyproject.toml requirements/build.txt requirements/run.txt | $(BIN)/pip
	$(PIP) install --require-hashes -r requirements/build.txt
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements/test.txt
	$(PIP) install --require-hashes -r requirements/test.txt
	@command -v chromium >/dev/null || [ "$$(id -u)" != 0 ] || (apt-get update -qq && apt-get install -y -qq chromium)
	@touch $@

$(VENV)/speed.stamp: $(VENV)/test.stamp requirements/speed.txt
	-$(PIP) install --require-hashes -r requirements/speed.txt
	@touch $@

$(VENV)/baselines.stamp: $(VENV)/test.stamp requirements/baselines.txt
	$(PIP) install --require-hashes -r requirements/baselines.txt
	@touch $@

check-format:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check-types:
	$(BIN)/mypy

check-tests:
	$(BIN)/pytest -n auto --hypothesis-seed=0

fuzz: $(VENV)/test.stamp  ## look for counter-examples of the properties: new random examples, many of them (minutes)
	$(BIN)/pytest -n auto --hypothesis-profile=search -m hypothesis

poison: $(VENV)/test.stamp  ## a thousand spam articles of each kind against the sample stories (minutes)
	$(BIN)/pytest tests/properties/test_poison.py --spam 1000

quality: $(VENV)/test.stamp  ## the quality gate: floors on the sample stories
	$(BIN)/python -m benchmarks.quality.gate
	$(BIN)/python -m benchmarks.quality.parts --check

parts: $(VENV)/baselines.stamp  ## measure the parts of the reading beside other libraries, and write their tables
	$(BIN)/python -m benchmarks.quality.parts --baselines
	$(BIN)/python -m benchmarks.quality.write_docs --parts

speed: $(VENV)/speed.stamp  ## the speed tables (minutes); SPEED="--articles 2000" for short ones
	$(BIN)/python -m benchmarks.speed.table $(SPEED)

pages: $(VENV)/test.stamp  ## write every page that a script writes (the picture needs Chromium)
	$(BIN)/python data/write_sources.py
	$(BIN)/python -m semeja.dossier.write_schema docs/dossier.schema.json
	$(BIN)/python -m benchmarks.quality.write_docs
	$(BIN)/python docs/write_transcript.py
	$(BIN)/python docs/write_screenshots.py

gold: $(VENV)/test.stamp  ## write gold.json of the sample stories from gold.toml
	$(BIN)/python -m benchmarks.quality.make_gold

COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header

WHEEL := build/wheel
COMPILED := build/compiled

compiled: $(VENV)/test.stamp  ## a wheel with the reading compiled, in build/wheel/ (minutes; needs a C compiler)
	@command -v cc >/dev/null || [ "$$(id -u)" != 0 ] || (apt-get update -qq && apt-get install -y -qq gcc libc6-dev python3-dev)
	rm -rf $(WHEEL) $(COMPILED)
	SEMEJA_COMPILE=1 $(PIP) wheel --no-deps --no-build-isolation --wheel-dir $(WHEEL) .
	$(PIP) install --no-deps --target $(COMPILED) $(WHEEL)/*.whl

check-compiled: compiled  ## the compiled reading gives the same bytes, and what it costs
	$(BIN)/python -m semeja build src/semeja/samples -o build/plain-out
	PYTHONPATH=$(COMPILED) $(BIN)/python -m semeja build src/semeja/samples -o build/compiled-out
	diff -r -x .semeja build/plain-out build/compiled-out
	PYTHONPATH=$(COMPILED) $(BIN)/python -m benchmarks.speed.table --only stages --write docs/speed.md --name compiled

lock:  ## renew the locked requirements (needs uv)
	$(COMPILE) --allow-unsafe requirements/build.in -o requirements/build.txt
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) pyproject.toml requirements/test.in -o requirements/test.txt
	$(COMPILE) requirements/speed.in -o requirements/speed.txt
	$(COMPILE) requirements/baselines.in -o requirements/baselines.txt
	$(COMPILE) requirements/train.in -o requirements/train.txt

clean:  ## remove what the targets made
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis src/*.egg-info
