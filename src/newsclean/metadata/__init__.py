"""What a page says about its article: info line, credit lines, bylines, names, keywords, each from its place."""
