# The fetcher against a second real server, its throughput, and a batch in bad weather.
.PHONY: test-nginx bench-fetch soak

test-nginx: $(VENV)/.installed ## the fetcher against nginx, installed from Debian's packages where it is missing
	command -v nginx >/dev/null || (apt-get update -q && apt-get install -y -q --no-install-recommends nginx-light)
	$(BIN)/python -m pytest -q tests/fetch/nginx_check.py

bench-fetch: $(VENV)/.installed ## pages a second through fetch and parse, against httpx alone
	$(BIN)/python tools/bench_fetch.py

PAGES ?= 300
SEED  ?= 1

soak: $(VENV)/.installed ## a batch in bad weather, killed again and again, on a disk that fills: PAGES=300 SEED=1
	$(BIN)/python tools/soak.py $(PAGES) $(SEED)
