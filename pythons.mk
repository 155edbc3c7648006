# The tests under other versions of Python, with the lowest versions of what is required, and from the source
# distribution. Included by the Makefile.
VERSIONS ?= 3.12,3.13,3.14

.PHONY: test-pythons test-lowest test-sdist

test-pythons: $(VENV)/.installed ## the tests under other Pythons, as far as they are there: VERSIONS=3.13,3.14 TESTS=tests/test_parse.py
	$(BIN)/python tools/pythons.py $(VERSIONS) $(TESTS)

test-lowest: $(VENV)/.installed ## the tests with the lowest versions of what is required: TESTS=tests/test_cli.py
	$(BIN)/python tools/lowest.py $(TESTS)

test-sdist: $(VENV)/.installed ## build the source distribution, and run make demo and make test where it is unpacked: TESTS='…' for some
	$(BIN)/python tools/sdist.py $(TESTS)
