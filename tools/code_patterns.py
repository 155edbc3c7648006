"""The regular expressions that stand in code and not in the rule book: the grammar of HTML, CSS, YAML and Markdown.

They are found in the sources, each bound to a name of its module, and asked of the examples in pattern_examples.py
as the rows of the book are asked of theirs: whatever can be taken out of one without a change is a finding.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from pattern_cuts import Cut, cuts_of
from pattern_examples import EXAMPLES, Examples
from pattern_examples_io import INPUTS
from proof_findings import Finding

__all__ = ["unproven_patterns"]

SOURCES = Path(__file__).resolve().parent.parent / "src" / "newsclean"

_ASKING = frozenset("compile match fullmatch search split findall finditer sub subn".split())
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|.)", re.DOTALL)


class Written(NamedTuple):
    """A pattern as it is compiled: its source (latin-1 where it is of bytes), its flags, and whether it is of bytes."""

    source: str
    flags: int
    of_bytes: bool


def unproven_patterns(
    sources: Path = SOURCES, examples: Mapping[str, Examples] = {**EXAMPLES, **INPUTS}
) -> tuple[int, list[Finding]]:
    """How much can be taken out of the patterns of a package, and what of it no example needs; patterns without an
    example that they fit, examples without a pattern, and patterns without a name."""
    count, findings, known = 0, [], set()
    for path in sorted(sources.rglob("*.py")):
        module = ".".join(path.relative_to(sources).with_suffix("").parts)
        names, nameless = patterns_in(ast.parse(path.read_text("utf-8")))
        findings += [Finding(f"{module}:{line}", "", "a pattern without a name") for line in nameless]
        for name in names:
            known.add(key := f"{module}:{name}")
            if key not in examples:
                findings.append(
                    Finding(key, "", "a pattern in code without an example (pattern_examples.py)")
                )
                continue
            bound = vars(import_module(f"{sources.name}.{module}"))[name]
            number, found = _findings(key, bound, examples[key])
            count += number
            findings += found
    findings += [Finding(key, "", "there is no such pattern") for key in examples if key not in known]
    return count, findings


# --- finding patterns ------------------------------------------------------------------------------------


def patterns_in(source: ast.Module) -> tuple[list[str], list[int]]:
    """The names of a module's patterns, and the lines where one stands in code without a name.

    A name is bound to what is compiled, or to a text that is compiled or asked later.
    """
    bound = {name: node for node in source.body for name in _names_bound(node)}
    calls = [node for node in ast.walk(source) if isinstance(node, ast.Call) and _asks(node)]
    compiled = [name for name, node in bound.items() if any(call in calls for call in ast.walk(node))]
    within = {id(call) for name in compiled for call in ast.walk(bound[name])}
    later = [part for call in calls if id(call) not in within for part in _parts_of(call.args[0])]
    names = [part.id for part in later if isinstance(part, ast.Name) and part.id in bound]
    nameless = [part.lineno for part in later if isinstance(part, (ast.Constant, ast.JoinedStr))]
    return list(dict.fromkeys([*compiled, *[name for name in names if name not in compiled]])), nameless


def _names_bound(node: ast.stmt) -> Iterator[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    yield from (target.id for target in targets if isinstance(target, ast.Name))


def _asks(call: ast.Call) -> bool:
    """Whether a call compiles a pattern or asks one by its source."""
    func = call.func
    if isinstance(func, ast.Attribute):
        return isinstance(func.value, ast.Name) and func.value.id == "re" and func.attr in _ASKING
    return isinstance(func, ast.Name) and func.id in ("Deferred", "DeferredBytes")


def _parts_of(node: ast.expr) -> Iterator[ast.expr]:
    """What a pattern's source is put together from."""
    if isinstance(node, ast.BinOp):
        yield from _parts_of(node.left)
        if isinstance(node.op, ast.Add):
            yield from _parts_of(node.right)
    elif isinstance(node, ast.IfExp):
        yield from _parts_of(node.body)
        yield from _parts_of(node.orelse)
    else:
        yield node


# --- asking examples -------------------------------------------------------------------------------------


def _findings(key: str, bound: Any, examples: Examples) -> tuple[int, list[Finding]]:
    count, findings = 0, []
    for written in _written(bound, examples):
        answers = _answers(written, written.source, examples)
        if not any(answers):
            findings.append(Finding(key, written.source, "no example fits it"))
        cuts = list(cuts_of(written.source))
        count += len(cuts)
        unneeded = [cut for cut in cuts if not _is_needed(written, cut, examples, answers)]
        why = f"nothing changes without it in {written.source}"
        findings += [Finding(key, cut.gone, why) for cut in unneeded]
    return count, findings


def _written(bound: Any, examples: Examples) -> Iterator[Written]:
    """The patterns that a name is bound to: one, or those of a table. Texts get what ``filled`` has for their holes."""
    if isinstance(bound, Mapping):
        for value in bound.values():
            yield from _written(value, examples)
        return
    if isinstance(bound, (str, bytes)):
        source, flags = (bound % dict(examples.filled) if examples.filled else bound), examples.flags
    elif isinstance(bound, re.Pattern):
        source, flags = bound.pattern, bound.flags
    else:  # a Deferred
        source, flags = bound._source, bound._flags
    of_bytes = isinstance(source, bytes)
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    yield Written(_ESCAPE.sub(_unescaped, text), flags, of_bytes)


def _unescaped(found: re.Match[str]) -> str:
    """The character that a number stands for, so that no digit of it is taken for a letter of the pattern."""
    number = found[1] or found[2]
    return re.escape(chr(int(number, 16))) if number else found[0]


def _is_needed(written: Written, cut: Cut, examples: Examples, answers: list[Any]) -> bool:
    try:
        return _answers(written, cut.pattern, examples) != answers
    except re.error:
        return True  # what does not compile without a part needs it


def _answers(written: Written, source: str, examples: Examples) -> list[Any]:
    """What a pattern fits and catches in each example."""
    asked: Any = re.compile(source.encode("latin-1") if written.of_bytes else source, written.flags)
    return [list(map(_said, _matches(asked, examples.how, text))) for text in examples.texts]


def _matches(asked: Any, how: str, text: str | bytes) -> Iterable[Any]:
    found = getattr(asked, how)(text)
    return found if how == "finditer" else [] if found is None else [found]


def _said(match: Any) -> tuple[Any, ...]:
    return match.span(), tuple(group for group in match.groups() if group is not None)
