"""``python -m newsclean``: the command."""

from newsclean.cli import main

main()
