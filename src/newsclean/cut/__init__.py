"""Which characters of a page matter: window.py cuts the article's stretch out of them, and tokenizer.py proves that
what was left out could not have changed it.
"""
