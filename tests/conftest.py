"""How the tests search: new examples on every run at a desk, the same ones on every run of the checks.

Here live hypothesis' profiles. Here never lives a fixture of one room.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("desk", deadline=None)  # a noisy machine is no failure
settings.register_profile("checks", deadline=None, derandomize=True, database=None)
settings.load_profile("checks" if os.environ.get("CI") else "desk")
