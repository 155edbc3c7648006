"""What the figures depend on besides the code: the interpreter, how it was built, and the parsers."""

from __future__ import annotations

import platform
import sysconfig
from importlib.metadata import version

__all__ = ["build"]


def build() -> str:
    """One line on the interpreter and the libraries, as "CPython 3.11.7 (plain build), lxml 6.1.3, newsclean 0.1.0"."""
    options = str(sysconfig.get_config_var("CONFIG_ARGS") or "")
    optimized = "--enable-optimizations" in options or "-fprofile-use" in str(
        sysconfig.get_config_var("PY_CORE_CFLAGS")
    )
    kind = "profile-guided build" if optimized else "plain build"
    libraries = ", ".join([f"{name} {version(name)}" for name in ("lxml", "newsclean")])
    return f"{platform.python_implementation()} {platform.python_version()} ({kind}), {libraries}"
