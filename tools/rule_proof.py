"""The proof of the rule book: what no example needs does not stand in it.

    rule_proof.py [NAME …] [--tables lines_notices,links] [--no-fixtures] [--write]

Each alternative of each pattern is taken away in turn, at any depth, and so is each optional part that holds a
letter, each letter of a set, each form, each row and each member of a word class. Where no example of the rows that
the pattern serves changes its answer, the fixtures are asked; where none of these does either, the alternative is
unproven and the command fails. Patterns are taken apart in their source, not in the tree that Python's parser
makes of it: the parser joins equal beginnings of alternatives, and what a reader sees as one word would be two.

Each example is asked in traditional script too, as a book's twin is asked (proof_scripts.py).

Members of word classes are put in each other's place in the examples of the forms that name the class: this shows
that they work, not that they are wanted, so they are counted apart.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from importlib import import_module, reload
from pathlib import Path
from typing import Any

from code_patterns import unproven_patterns
from newsclean.clean.lookup import patterns_of
from newsclean.rules import Element, Form, Line, Part, Picture, Refusal, Rules, default_rules, derived
from newsclean.rules.digest import digest_of
from newsclean.rules.examples import Group, groups_of, wrong_examples
from newsclean.rules.forms import written
from newsclean.rules.needs import checksum, form_words, work_out
from pattern_cuts import Cut, cuts_of
from proof_findings import Finding, changes, uses
from proof_markup import (
    changes_a_fixture,
    layout_selectors,
    selectors_of,
    unneeded_layouts,
    wrong_comments,
    wrong_elements,
)
from proof_members import ASKED, by_substitution, in_two_classes, unproven_members
from proof_scripts import wrong_in_traditional

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "newsclean"
MOST_PATTERN = 120
"""Characters of a form's pattern, names in braces counted as they are written."""


def wrong_forms(groups: Iterable[Group]) -> Iterator[Finding]:
    """Examples that are not as their form says, and forms that lack an example or are too long to be read."""
    for wrong in wrong_examples(groups):
        yield Finding(wrong.group.name, wrong.text, wrong.why)
    for group in groups:
        for form in group.forms:
            if not form.takes:
                yield Finding(group.name, form.pattern, "it has no sentence that it takes")
            if len(form.pattern) > MOST_PATTERN and form.pattern not in LONG:
                why = f"{len(form.pattern)} characters, {MOST_PATTERN} are allowed"
                yield Finding(group.name, form.pattern, why)


LONG: dict[str, str] = {}
"""Patterns that are longer than a form should be, each with the reason."""


def unproven(group: Group) -> Iterator[tuple[int, Form, Cut]]:
    """The alternatives of a group's forms that no example of the group needs, each with its form's number."""
    for number, form in enumerate(group.forms):
        without = [*group.forms[:number], *group.forms[number + 1 :]]
        if len(group.forms) > 1 and not changes(group, without):
            yield number, form, Cut("", "(the whole form)")
            continue
        for cut in cuts_of(form.pattern):
            mutated = form._replace(pattern=cut.pattern)
            if not changes(group, [*group.forms[:number], mutated, *group.forms[number + 1 :]]):
                yield number, form, cut


def unproven_alternatives(rules: Rules, groups: Iterable[Group], *, fixtures: bool) -> Iterator[Finding]:
    """The alternatives that neither an example nor, where these are asked, a fixture needs."""
    for group in groups:
        for _, form, cut in unproven(group):
            if not (fixtures and changes_a_fixture(rules, _mutated(rules, group, form, cut))):
                yield Finding(group.name, cut.gone, f"nothing changes without it in {form.pattern}")


def _mutated(rules: Rules, group: Group, form: Form, cut: Cut) -> Rules:
    """The book with one thing taken out of one form; the form goes as a whole where that is what was taken."""
    rows: list[Any] = list(rules)
    for number, row in enumerate(rows):
        if row in group.rows:
            less = {field: _without(value, form, cut) for field, value in _form_fields(row)}
            rows[number] = row._replace(**less)
    return Rules(rows, rules.questions.values())


def _form_fields(row: Any) -> Iterator[tuple[str, Any]]:
    for field, value in zip(row._fields, row, strict=True):
        if isinstance(value, tuple) and value and isinstance(value[0], Form):
            yield field, value


def _without(forms: tuple[Form, ...], form: Form, cut: Cut) -> tuple[Form, ...]:
    mutated = form._replace(pattern=cut.pattern)
    return tuple([mutated if other == form else other for other in forms if other != form or cut.pattern])


def unproven_parts(rules: Rules, groups: list[Group]) -> Iterator[Finding]:
    """The alternatives of the parts of patterns that no example of any form naming them needs."""
    for part in rules.of_kind(Part):
        users = [group for group in groups if uses(group, part.name)]
        if not users:
            yield Finding(part.name, part.pattern, "no form names it")
        for cut in cuts_of(part.pattern):
            book = {**rules.book, part.name: part._replace(pattern=cut.pattern)}
            if not any(changes(group, group.forms, book) for group in users):
                yield Finding(part.name, cut.gone, "nothing changes without it")


# --- Han outside the book --------------------------------------------------------------------------------

_HAN = re.compile(r"[\u3400-\u9fff]")


def han_outside() -> Iterator[Finding]:
    """Han characters in string literals outside the rule book; docstrings aside."""
    for path in sorted(SOURCES.rglob("*.py")):
        if path.relative_to(SOURCES).parts[0] == "rules":
            continue
        tree = ast.parse(path.read_text("utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            text = getattr(node, "value", None) if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and id(node) not in said and _HAN.search(text):
                where = f"{path.relative_to(SOURCES)}:{getattr(node, 'lineno', 0)}"
                yield Finding(where, text[:60], "Han outside the rule book")


def _rows_of(tables: str) -> list[str]:
    """The names of the rows that some files of the book hold. Exits where there is no such file."""
    names: list[str] = []
    for table in tables.split(","):
        if not (SOURCES / "rules" / f"{table}.py").is_file():
            raise SystemExit(f"there is no table {table}: files of src/newsclean/rules are named without .py")
        names += [row.name for row in getattr(import_module(f"newsclean.rules.{table}"), "ROWS", ())]
    return names


def findings_of(rules: Rules, *, fixtures: bool = True) -> Iterator[Finding]:
    """All that is wrong with a book, or unproven in it."""
    groups = list(groups_of(rules, rules))
    yield from wrong_forms(groups)
    yield from wrong_in_traditional(groups)
    yield from unproven_alternatives(rules, groups, fixtures=fixtures)
    yield from unproven_parts(rules, groups)
    yield from unproven_members(rules, groups, ASKED)
    yield from in_two_classes(rules)
    yield from wrong_elements(rules)
    yield from wrong_comments(rules)
    if fixtures:
        yield from unneeded_layouts(rules)


def figures_of(rules: Rules, *, fixtures: bool) -> dict[str, int]:
    """How much there is, and how much of it is shown by substitution or not at all."""
    groups = list(groups_of(rules, rules))
    patterns = [form.pattern for group in groups for form in group.forms]
    patterns += [part.pattern for part in rules.of_kind(Part)]
    members, substituted = by_substitution(rules, groups, ASKED)
    figures = {
        "rows": len(rules),
        "forms": sum(len(group.forms) for group in groups),
        "alternatives": sum(1 for pattern in patterns for _ in cuts_of(pattern)),
        "members": members,
        "members_by_substitution_alone": substituted,
        "element_selectors_by_substitution": sum(
            1 for row in rules.of_kind(Element) for _ in selectors_of(row)
        ),
    }
    if fixtures:
        figures["layout_selectors"], figures["layout_selectors_no_fixture_needs"] = layout_selectors(rules)
    return figures


def main() -> int:
    """Run the proof; exit code 1 where anything is unproven or wrong."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("names", nargs="*", help="rows, questions or classes to look at (none: all)")
    options.add_argument("--no-fixtures", action="store_true", help="examples alone")
    options.add_argument("--write", action="store_true", help="write derived.py")
    options.add_argument("--tables", help="files of the book to look at alone, with commas between")
    given = options.parse_args()
    began = time.perf_counter()
    names = [*given.names, *(_rows_of(given.tables) if given.tables else [])]
    rules = default_rules()
    if given.write:
        write_derived(rules)
    whole = not names
    fixtures = whole and not given.no_fixtures
    findings = [*findings_of(rules, fixtures=fixtures)]
    in_code = 0
    if whole:
        findings += han_outside()
        findings += stale_needs(rules)
        in_code, unproven_in_code = unproven_patterns()
        findings += unproven_in_code
    if not whole:
        asked = _named(rules, names)
        findings = [finding for finding in findings if finding.row.partition(".")[0] in asked]
    for finding in findings:
        print(f"{finding.row}: {finding.what!r}: {finding.why}")
    said = figures_of(rules, fixtures=fixtures) if whole else {}
    said |= {"alternatives_in_code": in_code} if whole else {}
    said |= {"unproven_or_wrong": len(findings), "seconds": round(time.perf_counter() - began)}
    print(" ".join(f"{name}={value}" for name, value in said.items()))
    return 1 if findings else 0


def _named(rules: Rules, names: list[str]) -> set[str]:
    """Names of rows, and of the questions that these rows answer."""
    unknown = [name for name in names if name not in rules.by_name and name not in rules.questions]
    if unknown:
        raise SystemExit(f"there is no row and no question {', '.join(unknown)}")
    return {*names, *[row.asks for row in rules.wordings if row.name in names]}


# --- what is worked out from the rows --------------------------------------------------------------------


def stale_needs(rules: Rules) -> Iterator[Finding]:
    """Rows whose needs are not those that derived.py holds."""
    for pattern, forms in forms_of(rules):
        if derived.FORM_WORDS.get(checksum(pattern)) != (len(pattern), tuple(map(form_words, forms))):
            yield Finding(forms[0], "", "derived.py does not know its words: make rules WRITE=1")
    for name, pattern in patterns_of(rules):
        needs = work_out(pattern)
        if derived.DERIVED.get(name) != (checksum(pattern), needs.opens, needs.words, needs.ends):
            yield Finding(name, "", "derived.py does not know its pattern: make rules WRITE=1")
    if digest_of(rules) != derived.DIGEST:
        yield Finding("derived.py", derived.DIGEST, "it is not the digest of the book: make rules WRITE=1")


def forms_of(rules: Rules) -> Iterator[tuple[str, list[str]]]:
    """The patterns whose forms are compiled by themselves (rules/forms.py), each with its forms. What is asked without
    regard to capitals is none of them."""
    named = [*[row.forms for row in rules.of_kind(Line)], *[row.forms for row in rules.of_kind(Picture)]]
    named += [forms for row in rules.of_kind(Refusal) for forms in (row.title, row.text, row.url)]
    texts = [written(forms, rules.book) for forms in named]
    texts += [rules.forms_of(name) for name, question in rules.questions.items() if not question.ignore_case]
    known = {"|".join(forms): forms for forms in texts if any(map(form_words, forms))}
    yield from known.items()


def write_derived(rules: Rules) -> None:
    """Write what lines must hold for each row, so that a start does not work it out."""
    lines = [
        '"""Worked out from the rows by ``make rules``; never edited by hand. See needs.py."""',
        "",
        "from __future__ import annotations",
        "",
        f'DIGEST = "{digest_of(rules)}"',
        '"""The digest of the book: working it out takes a tenth of a start."""',
        "",
        "DERIVED: dict[str, tuple[int, str, tuple[str, ...], bool]] = {",
    ]
    for name, pattern in patterns_of(rules):
        needs = work_out(pattern)
        lines += [f"    {name!r}: (", f"        {checksum(pattern)},", f"        {needs.opens!r},"]
        lines += [
            "        (",
            *[f"            {word!r}," for word in needs.words],
            "        ),",
            f"        {needs.ends},",
            "    ),",
        ]
    lines += ["}", "", "FORM_WORDS: dict[int, tuple[int, tuple[str, ...]]] = {"]
    for pattern, forms in forms_of(rules):
        lines += [f"    {checksum(pattern)}: (", f"        {len(pattern)},", "        ("]
        lines += [*[f"            {form_words(form)!r}," for form in forms], "        ),", "    ),"]
    text = "\n".join([*lines, "}"]) + "\n"
    path = SOURCES / "rules" / "derived.py"
    path.write_text(text, "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)
    reload(derived)


if __name__ == "__main__":
    sys.exit(main())
