"""newsclean inside frozen programs: what PyInstaller has to be told, since much is loaded only when it is needed.

PyInstaller finds this by the entry point ``pyinstaller40`` of the installed package; nobody has to name it.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["hook_folders"]


def hook_folders() -> list[str]:
    """The folders with hooks for PyInstaller."""
    return [str(Path(__file__).parent)]
