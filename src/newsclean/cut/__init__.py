"""Which bytes of a page matter: the window around its body, and the tokenizer that proves it whole."""
