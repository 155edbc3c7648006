# Coverage-guided fuzzing of what docs/promises.md promises; in an environment of its own, since atheris is built for
# some interpreters only. Included by the Makefile.
FUZZ    := .venv-fuzz
SECONDS ?= 120
SEED    ?= 1

.PHONY: fuzz memory

$(FUZZ)/.installed: pyproject.toml
	test -x $(FUZZ)/bin/python || $(PYTHON) -m venv $(FUZZ)
	$(FUZZ)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(FUZZ)/bin/python -m pip install --quiet --editable ".[warc]" --group fuzz
	$(FUZZ)/bin/python -m pip install --quiet --only-binary atheris atheris || echo "no atheris for this interpreter"
	touch $@

memory: $(VENV)/.installed ## the memory that a page takes, for each kind of shape; of some: WORDS='tables lists'
	$(BIN)/python tools/page_memory.py $(WORDS)

fuzz: $(FUZZ)/.installed ## fuzz every target, SECONDS=120 in all, SEED=1; some of them: TARGETS='parse warc'
	$(FUZZ)/bin/python fuzz/run.py $(SECONDS) $(SEED) $(TARGETS)
