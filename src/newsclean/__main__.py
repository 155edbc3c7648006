"""``python -m newsclean``: the command."""

from newsclean.entry import main

main()
