# The command as a frozen program. PyInstaller needs an environment that holds newsclean as its users install it.
FROZEN := .venv-frozen

.PHONY: test-frozen

$(FROZEN)/.installed: pyproject.toml
	test -x $(FROZEN)/bin/python || $(PYTHON) -m venv $(FROZEN)
	$(FROZEN)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(FROZEN)/bin/python -m pip install --quiet pyinstaller pytest
	touch $@

test-frozen: $(FROZEN)/.installed ## freeze the command with PyInstaller (two minutes), then run it
	$(FROZEN)/bin/python -m pip install --quiet --force-reinstall ".[batch]"
	$(FROZEN)/bin/python -m pytest -q tests/frozen_check.py
