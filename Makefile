# Two commands set everything up: `make demo` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DEMO   := tests/fixtures/finance-2018--stock-spans/page.html

.PHONY: demo test lint types check corpus clean

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

check: test lint types

corpus: $(VENV)/.installed ## accuracy on ../shared/corpus, where it is there
	$(BIN)/python tools/corpus.py

clean:
	rm -rf $(VENV) .venv-* .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

-include engines.mk fetch.mk bench.mk
