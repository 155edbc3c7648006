# Speed, memory and start-up, beside the peers; in an environment of its own. Included by the Makefile.
BENCH_VENV := .venv-bench
BENCH      := $(BENCH_VENV)/bin/python

.PHONY: bench bench-quick bench-pipeline bench-stages bench-instructions bench-memory bench-startup

$(BENCH_VENV)/.installed: pyproject.toml
	test -x $(BENCH) || $(PYTHON) -m venv $(BENCH_VENV)
	$(BENCH) -m pip install --quiet --upgrade "pip>=25.1"
	$(BENCH) -m pip install --quiet --editable . --group bench
	touch $@

bench: $(BENCH_VENV)/.installed bench-fetch ## cost and accuracy beside other extractors; throughput of the fetcher
	$(BENCH) bench/run.py

bench-quick: $(BENCH_VENV)/.installed ## the same in two minutes: fewer rounds, without the slowest extractors and the batch
	$(BENCH) bench/run.py --quick

bench-stages: $(BENCH_VENV)/.installed ## where the time of a parse goes
	$(BENCH) bench/run.py --stages

bench-instructions: $(BENCH_VENV)/.installed ## instructions of pages and documents, counted by valgrind
	$(BENCH) bench/instructions.py

bench-pipeline: $(BENCH_VENV)/.installed ## what the parse costs beside reading WARC and writing JSON and Parquet
	$(BENCH) bench/pipeline.py

bench-memory: $(BENCH_VENV)/.installed ## peak of a parse; memory over 100,000 pages
	$(BENCH) bench/memory.py

bench-startup: $(BENCH_VENV)/.installed ## import and one-shot command
	$(BENCH) bench/startup.py
