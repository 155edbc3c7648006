# Reports in a real browser: Debian's Chromium, driven by Playwright's Python client in an environment of its own.
BROWSER := .venv-browser

.PHONY: test-browser

$(BROWSER)/.installed: pyproject.toml
	test -x $(BROWSER)/bin/python || $(PYTHON) -m venv $(BROWSER)
	$(BROWSER)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BROWSER)/bin/python -m pip install --quiet --editable ".[batch]" --group browser
	touch $@

test-browser: $(BROWSER)/.installed ## the reports in Chromium, installed from Debian's packages where it is missing
	command -v chromium >/dev/null || (apt-get update -q && apt-get install -y -q --no-install-recommends chromium fonts-noto-cjk)
	$(BROWSER)/bin/python -m pytest -q tests/browser
