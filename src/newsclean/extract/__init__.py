"""Which layout is this, where is the body, what is the metadata; and whether it is an article at all.

Each module is small and pure: bytes and trees in, values out. The cleaner is next door and never called here.
"""
