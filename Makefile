# Two commands set everything up: `make demo` and `make test`. `make help` lists the others.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DEMO   := tests/fixtures/finance-2018--stock-spans/page.html

.PHONY: help demo test lint types check rules fixture schema corpus scale clean
.DEFAULT_GOAL := help

help: ## what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-22s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q src # as an ordinary installation does
	touch $@

demo: $(VENV)/.installed ## the main job on a bundled page
	$(BIN)/python tools/demo.py $(DEMO)

test: $(VENV)/.installed ## set up, then run every test
	$(BIN)/python -m pytest -q

lint: $(VENV)/.installed ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed ## types
	$(BIN)/mypy
	$(BIN)/mypy bench # by itself: it and fuzz each have a run.py

check: test lint types rules ## everything but the corpus

rules: $(VENV)/.installed ## the proof of the rule book; of a part of it: ROW=name or TABLES=elements,links; WRITE=1 writes derived.py
	$(BIN)/python tools/rule_proof.py $(if $(TABLES),--tables $(TABLES)) $(if $(WRITE),--write) $(ROW)

fixture: $(VENV)/.installed ## draft a fixture: PAGE=saved.html NAME=layout--what [ADDRESS=https://…]
	$(BIN)/python tools/draft_fixture.py $(if $(ADDRESS),--address '$(ADDRESS)') '$(PAGE)' '$(NAME)'

schema: $(VENV)/.installed ## the JSON Schema of an article, from its types
	$(BIN)/python tools/schema.py

corpus: $(VENV)/.installed ## accuracy on the sets of pages in ../shared, where they are there; of some: SETS=corpus-2 PAGES=1
	$(BIN)/python tools/corpus.py $(if $(PAGES),--pages) $(SETS)

scale: $(VENV)/.installed ## how cost grows with a page, for each kind of shape; of some: WORDS='tables lists'
	$(BIN)/python tools/growth.py $(WORDS)

clean: ## remove what was made: environments, caches
	rm -rf $(VENV) .venv-* .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

-include $(sort $(wildcard *.mk))
