# Rows into PostgreSQL and MariaDB, which the tests start on loopback, each in a folder and by a user of its own.
.PHONY: test-databases

INSTALL := apt-get install -y -q --no-install-recommends

test-databases: $(VENV)/.installed ## rows into PostgreSQL and MariaDB, installed from Debian's packages where they are missing
	ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || (apt-get update -q && $(INSTALL) postgresql)
	test -x /usr/sbin/mariadbd || (apt-get update -q && $(INSTALL) mariadb-server)
	NEWSCLEAN_SERVERS=1 $(BIN)/python -m pytest -q -k "postgresql or mariadb" tests/databases # make test runs the others
