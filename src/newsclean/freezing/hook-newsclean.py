"""For PyInstaller: the modules that newsclean loads by their names, its data files, and the versions of the packages
that it tells.

Left out are the engines: who freezes a program that uses one imports it by name, and PyInstaller sees that.
"""

from importlib.util import find_spec

from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

# Of the extras, what is loaded by name; those that are not installed are left out.
_BY_NAME = (
    "pebble",
    "rich.progress",
    "rich.console",
    "pyarrow.parquet",
    "fastwarc",
    "zstandard",
    "rensa",
    "feedparser",
    "hishel.httpx",
)

hiddenimports = [
    *collect_submodules("newsclean", filter=lambda name: not name.startswith("newsclean.engines.")),
    *[name for name in _BY_NAME if find_spec(name.partition(".")[0]) is not None],
]
datas = collect_data_files("newsclean")
for _package in (
    "newsclean",
    "httpx",
    "httpcore",
    "protego",
    "lxml",
):  # newsclean doctor tells their versions
    datas += copy_metadata(_package)
