# The fetcher against a second real server, and its throughput.
.PHONY: test-nginx bench-fetch

test-nginx: $(VENV)/.installed ## the fetcher against nginx, installed from Debian's packages where it is missing
	command -v nginx >/dev/null || (apt-get update -q && apt-get install -y -q --no-install-recommends nginx-light)
	$(BIN)/python -m pytest -q tests/fetch/nginx_check.py

bench-fetch: $(VENV)/.installed ## pages a second through fetch and parse, against httpx alone
	$(BIN)/python tools/bench_fetch.py
