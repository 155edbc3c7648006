"""Which layout a page has, where its body and its headline are; and whether it is an article at all."""
