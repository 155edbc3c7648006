# The engines' tests need Spark, Ray, Scrapy and datatrove: an environment of their own, built here.
ENGINES := .venv-engines

.PHONY: test-engines

$(ENGINES)/.installed: pyproject.toml
	test -x $(ENGINES)/bin/python || $(PYTHON) -m venv $(ENGINES)
	$(ENGINES)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(ENGINES)/bin/python -m pip install --quiet --editable ".[batch,arrow,dedup,warc,zstd,spark,ray,scrapy,datatrove]" polars --group dev
	ldconfig -p | grep -q libmagic || (apt-get update -q && apt-get install -y -q --no-install-recommends libmagic1)
	touch $@

test-engines: $(ENGINES)/.installed ## set up the engines (Java 17 must be there), then run their tests
	$(ENGINES)/bin/python -m pytest -q tests/engines tests/test_typing.py
