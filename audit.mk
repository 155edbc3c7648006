# Known advisories against what is installed, asked of PyPI by pip-audit; in an environment of its own.
AUDIT := .venv-audit

.PHONY: audit

audit: $(VENV)/.installed ## packages with known advisories; skipped, with the reason, where the data can't be had
	$(BIN)/python tools/audit.py $(AUDIT)
