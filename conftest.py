"""The tests read what is told to people in English, whatever the locale of who runs them."""

import os

os.environ["NEWSCLEAN_LANG"] = "en"
