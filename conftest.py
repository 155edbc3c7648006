"""The tests read what is told to people in English, whatever the locale of who runs them; and Ctrl-C ends what they
start, also where they run as a job in the background, which shells make deaf to it."""

import os
import signal

os.environ["NEWSCLEAN_LANG"] = "en"
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
