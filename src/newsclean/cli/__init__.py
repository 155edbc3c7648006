"""The command ``newsclean``: one file a command, loaded when it is called."""
