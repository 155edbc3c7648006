"""Rows into a table of a database, through SQLAlchemy. Each commit of a run is one transaction that holds the rows and
what the run has done, so that a run that was killed goes on exactly where the table stands.
"""
