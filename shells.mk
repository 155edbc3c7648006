# The command in other shells than bash.
.PHONY: test-completion

test-completion: $(VENV)/.installed ## TAB in bash, zsh and fish, installed from Debian's packages where they are missing
	command -v zsh >/dev/null && command -v fish >/dev/null || \
	  (apt-get update -q && apt-get install -y -q --no-install-recommends zsh fish)
	$(BIN)/python -m pytest -q tests/test_completion.py
