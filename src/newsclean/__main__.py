"""``python -m newsclean``: the command."""

from newsclean.cli.main import main

main()
