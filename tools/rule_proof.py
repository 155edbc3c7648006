"""The proof of the rule book: what no example needs does not stand in it.

    rule_proof.py [NAME …] [--write] [--file rules/lines.py] [--no-fixtures]

Each alternative of each pattern is taken away in turn, at any depth, and so is each optional part that holds a
letter, each letter of a set, each form, each row and each member of a word class. Where no example of the rows that
the pattern serves changes its answer, the fixtures are asked; where none of these does either, the alternative is
unproven and the command fails. Patterns are taken apart in their source, not in the tree that Python's parser
makes of it: the parser joins equal beginnings of alternatives, and what a reader sees as one word would be two.

Members of word classes are put in each other's place in the examples of the forms that name the class: this shows
that they work, not that they are wanted, so they are counted apart.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.metadata.bylines import authors_of
from newsclean.metadata.info_line import channels_in
from newsclean.metadata.keywords import listed, tags
from newsclean.rules import Rules, default_rules
from newsclean.rules.examples import (
    Answer,
    Group,
    comment_row,
    element_row,
    first_element,
    groups_of,
    wrong_examples,
)
from newsclean.rules.forms import captured, expand, joined, names_in
from newsclean.rules.needs import checksum, work_out
from newsclean.rules.rows import (
    Comment,
    Element,
    Form,
    Line,
    Part,
    Words,
)

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "newsclean"
MOST_PATTERN = 120
"""Characters of a form's pattern, names in braces counted as they are written."""

# --- taking a pattern apart ------------------------------------------------------------------------------


class Cut(NamedTuple):
    """One thing that can be taken out of a pattern: the pattern without it, and the words that went."""

    pattern: str
    gone: str


_LETTER = re.compile(r"[^\W_]")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_PREFIX = re.compile(r"\?(?::|=|!|>|<=|<!|P<\w+>|[a-z]+:)")
_REFERENCE = re.compile(r"\{[A-Z][A-Z0-9_]+\}")


def cuts_of(pattern: str) -> Iterator[Cut]:
    """Every alternative, optional part with a letter in it, and letter of a set that can be taken away."""
    yield from _Splitter(pattern).cuts()


class _Splitter:
    """Reads a pattern once, from left to right, and notes the spans of what can be taken away."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.spans: list[tuple[int, int]] = []

    def cuts(self) -> Iterator[Cut]:
        end = self.alternatives(0)
        assert end == len(self.pattern), self.pattern
        for start, end in dict.fromkeys(self.spans):
            yield Cut(self.pattern[:start] + self.pattern[end:], self.pattern[start:end])

    def alternatives(self, at: int) -> int:
        """The alternatives from a place to the end of their group; the place of its bracket, or the pattern's end."""
        starts = [at]
        while at < len(self.pattern) and self.pattern[at] != ")":
            if self.pattern[at] == "|":
                starts.append(at + 1)
                at += 1
            else:
                at = self.atom(at)
        if len(starts) > 1:
            for number, start in enumerate(starts):
                last = number == len(starts) - 1
                stop = at if last else starts[number + 1]
                self.spans.append((start - 1 if last else start, stop))  # with one of its bars
        return at

    def atom(self, at: int) -> int:
        """One thing and its quantifier."""
        start, sign = at, self.pattern[at]
        if sign == "(":
            prefix = _PREFIX.match(self.pattern, at + 1)
            at = self.alternatives(prefix.end() if prefix else at + 1) + 1
        elif sign == "[":
            at = self.set(at)
        elif sign == "\\":
            at += 2
        elif sign == "{" and (reference := _REFERENCE.match(self.pattern, at)):
            at = reference.end()
        else:
            at += 1
        thing = self.pattern[start:at]
        quantifier = _QUANTIFIER.match(self.pattern, at)
        if quantifier:
            at = quantifier.end()
            if quantifier[0][0] in "?*" or quantifier[0].startswith(("{0", "{,")):
                if _LETTER.search(re.sub(r"\\.|\[\^[^\]]*\]|\?P<\w+>|\{\d*,?\d*\}", "", thing)):
                    self.spans.append((start, at))
        return at

    def set(self, at: int) -> int:
        """A set: its letters can go, where it is no set of what may not stand there, and no range."""
        start = at
        at += 2 if self.pattern.startswith("[^", at) else 1
        first, letters = at, []
        while self.pattern[at] != "]" or at == first:
            if self.pattern[at] == "\\":
                at += 2
                continue
            ranged = self.pattern[at + 1] == "-" and self.pattern[at + 2] != "]"
            if ranged:
                at += 3
                continue
            if _LETTER.match(self.pattern[at]):
                letters.append(at)
            at += 1
        if self.pattern[start + 1] != "^" and at - first > 1:
            self.spans.extend((letter, letter + 1) for letter in letters)
        return at + 1


# --- asking examples -------------------------------------------------------------------------------------


def answer(pattern: str, how: str, flags: int, text: str) -> Answer:
    """What a pattern says of a text: None, or what it fitted and caught."""
    match = getattr(re.compile(pattern, flags), how)(text)
    return None if match is None else (match.span(), tuple(sorted(captured(match).items())))


def changes(group: Group, forms: Iterable[Form], book: Any | None = None) -> bool:
    """Whether any example's answer changes with other forms, or another book."""
    try:
        return group.ask(forms, group.book if book is None else book) != group.answers
    except re.error:
        return True  # what does not compile without a part needs it


def uses(group: Group, name: str) -> bool:
    """Whether a form of a group names a class or a part, itself or within a part."""
    return any(name in names_in(form.pattern, group.book) for form in group.forms)


class Finding(NamedTuple):
    """Something wrong: the row, what of it, and why."""

    row: str
    what: str
    why: str


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


def unproven(group: Group) -> Iterator[tuple[Form, Cut]]:
    """The alternatives of a group's forms that no example of the group needs."""
    for number, form in enumerate(group.forms):
        without = [*group.forms[:number], *group.forms[number + 1 :]]
        if len(group.forms) > 1 and not changes(group, without):
            yield form, Cut("", "(the whole form)")
            continue
        for cut in cuts_of(form.pattern):
            mutated = form._replace(pattern=cut.pattern)
            if not changes(group, [*group.forms[:number], mutated, *group.forms[number + 1 :]]):
                yield form, cut


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


# --- word classes ----------------------------------------------------------------------------------------


def unproven_members(
    rules: Rules, groups: list[Group], asked: dict[str, Callable[[Rules, str], Any]]
) -> Iterator[Finding]:
    """The members of word classes that do not work in the place of another, or that nothing needs."""
    for words in rules.of_kind(Words):
        if words.within or words.name in asked:
            yield from _members_asked(rules, words, asked)
            continue
        users = [group for group in groups if uses(group, words.name)]
        sparing = [
            group for group in groups if any(words.name in getattr(row, "unless", ()) for row in group.rows)
        ]
        if sparing:
            yield from _members_sparing(sparing, words)
            continue
        places = [(group, form, text) for group in users for form, text in _examples_with(group, words)]
        if not places:
            yield Finding(
                words.name, "", "no example holds one of its words" if users else "nothing names it"
            )
            continue
        for member in words.members:
            if not any(_works(group, form, text, words, member) for group, form, text in places):
                yield Finding(
                    words.name, member, "it does not work in any example, or nothing changes without it"
                )


def _members_sparing(groups: list[Group], words: Words) -> Iterator[Finding]:
    """The members of a class that spares lines: each is put in the place of another in a spared sentence that the
    row's pattern fits."""
    for member in words.members:
        if not any(_spares(group, words, member) for group in groups):
            yield Finding(words.name, member, "no spared sentence would be taken without it")


def _spares(group: Group, words: Words, member: str) -> bool:
    row = group.rows[0]
    pattern = re.compile(joined(group.forms, group.book), group.flags)
    for text in (text for form in group.forms for text in form.spares):
        for other in [word for word in words.members if word in text]:
            said = text.replace(other, member)
            rest = [w for name in row.unless for w in getattr(group.book[name], "members", ()) if w != member]
            if len(said) <= row.most and pattern.fullmatch(said) and not any(map(said.__contains__, rest)):
                return True
    return False


def _examples_with(group: Group, words: Words) -> Iterator[tuple[Form, str]]:
    for form in group.forms:
        if words.name in names_in(form.pattern, group.book):
            for text in form.takes:
                if any(member in text for member in words.members):
                    yield form, text


def _works(group: Group, form: Form, text: str, words: Words, member: str) -> bool:
    """Whether an example with ``member`` in the place of another word of the class is taken, and is not (or is
    otherwise) without that member."""
    less = words._replace(members=tuple(word for word in words.members if word != member))
    book = {**group.book, words.name: less}
    for other in sorted((word for word in words.members if word in text), key=len, reverse=True):
        for found in re.finditer(re.escape(other), text):
            said = text[: found.start()] + member + text[found.end() :]
            with_it = _asked_as(group, form, group.book, said)
            if with_it is not None and with_it != (
                _asked_as(group, form, book, said) if less.members else None
            ):
                return True
    return False


def _asked_as(group: Group, form: Form, book: Any, text: str) -> Answer:
    return answer(expand(form.pattern, book), group.how, group.flags, text)


def _members_asked(
    rules: Rules, words: Words, asked: dict[str, Callable[[Rules, str], Any]]
) -> Iterator[Finding]:
    ask = asked.get(words.name)
    if ask is None:
        yield Finding(words.name, "", "it has sentences, and the tool does not know whom to ask (ASKED)")
        return
    for member in words.members:
        less = Rules(
            [
                row._replace(members=tuple(m for m in row.members if m != member)) if row is words else row
                for row in rules
            ],
            rules.questions.values(),
        )
        sentences = [text.replace("＿", member) for text in words.within or ("＿",)]
        if all(ask(rules, text) == ask(less, text) for text in sentences):
            yield Finding(words.name, member, "nothing changes without it")


def in_two_classes(rules: Rules) -> Iterator[Finding]:
    """Words that stand in two classes without a reason."""
    homes: dict[str, list[Words]] = defaultdict(list)
    for words in rules.of_kind(Words):
        for member in words.members:
            homes[member].append(words)
    for member, classes in homes.items():
        if len(classes) > 1 and not any(member in dict(words.also) for words in classes):
            yield Finding(
                member, " ".join(words.name for words in classes), "in two classes, without a reason"
            )


# --- elements and comments -------------------------------------------------------------------------------


_SELECTORS: dict[str, Callable[[Any], tuple[str, list[tuple[str, str]]]]] = {
    "tags": lambda value: (value, []),
    "ids": lambda value: ("div", [("id", value)]),
    "id_starts": lambda value: ("div", [("id", f"{value}77")]),
    "classes": lambda value: ("div", [("class", f"left {value}")]),
    "class_starts": lambda value: ("div", [("class", f"{value}_77 left")]),
    "class_holds": lambda value: ("div", [("class", f"x-{value}-y")]),
    "attrs": lambda value: ("div", [(value[0], value[1] or "1")]),
}
"""By field, the element that stands in the place of an example's: nothing but this one word tells it."""


def selectors_of(row: Element) -> Iterator[tuple[str, Any]]:
    """Each tag, id, class, beginning, part and attribute of a row, with its field."""
    for field in _SELECTORS:
        for value in getattr(row, field):
            yield field, value


def wrong_elements(rules: Rules) -> Iterator[Finding]:
    """Examples of element rows that another row takes or none, spared ones that any takes, rows that no example
    needs, and words of a row that do not work in the place of its example's."""
    rows = rules.of_kind(Element)
    for row in rows:
        if not row.takes or not row.spares:
            yield Finding(row.name, "", "it lacks an example that it takes, or one that it spares")
        for markup in row.takes:
            found = element_row(rows, *first_element(markup))
            if found is not row:
                yield Finding(row.name, markup, f"taken by {found.name if found else 'no row'}")
        for markup in row.spares:
            found = element_row(rows, *first_element(markup))
            if found is not None:
                yield Finding(row.name, markup, f"to be spared, and taken by {found.name}")
        others = [other for other in rows if other is not row]
        if row.takes and all(element_row(others, *first_element(markup)) for markup in row.takes):
            yield Finding(row.name, "(the whole row)", "other rows take its examples too")
        for field, value in selectors_of(row):
            tag, items = _SELECTORS[field](value)
            kept = tuple(other for other in getattr(row, field) if other != value)
            changed: Any = {field: kept}
            less = [other._replace(**changed) if other is row else other for other in rows]
            if element_row(rows, tag, items) is not row:
                yield Finding(
                    row.name, str(value), f"{field}: it does not work in the place of the example's"
                )
            elif (left := element_row(less, tag, items)) is not None and left.name == row.name:
                yield Finding(row.name, str(value), f"{field}: nothing changes without it")


def wrong_comments(rules: Rules) -> Iterator[Finding]:
    """Examples of comment rows that another row takes or none, spared ones that any takes, and openings that no
    example needs."""
    rows = rules.of_kind(Comment)

    def asked(text: str, rows: Iterable[Comment]) -> str | None:
        found = comment_row(rows, text)
        return None if found is None else found.name

    for row in rows:
        for text in row.takes:
            if asked(text, rows) != row.name:
                yield Finding(row.name, text, f"taken by {asked(text, rows) or 'no row'}")
        for text in row.spares:
            if asked(text, rows) is not None:
                yield Finding(row.name, text, f"to be spared, and taken by {asked(text, rows)}")
        for opening in row.opens:
            less = row._replace(opens=tuple(other for other in row.opens if other != opening))
            rest = [less if other is row else other for other in rows]
            if all(asked(text, rest) == row.name for text in row.takes):
                yield Finding(row.name, opening, "nothing changes without it")


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
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
                if _HAN.search(node.value):
                    where = f"{path.relative_to(SOURCES)}:{node.lineno}"
                    yield Finding(where, node.value[:60], "Han outside the rule book")


def _of_tables(names: list[str]) -> Rules:
    """A book of some files, and of the words that all share."""
    from importlib import import_module

    tables = [import_module(f"newsclean.rules.{name}") for name in dict.fromkeys(["words", *names])]
    named = [row for table in tables[1:] for row in table.ROWS]
    asked = [question for table in tables for question in getattr(table, "QUESTIONS", ())]
    used = " ".join(repr(row) for row in named)
    shared = [row for row in tables[0].ROWS if re.search(rf"\b{row.name}\b", used)]
    return Rules([*shared, *named], asked)


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
    rules = _of_tables(given.tables.split(",")) if given.tables else default_rules()
    if given.write:
        write_derived(rules)
    groups = list(groups_of(rules, rules))
    if given.names:
        groups = [
            group
            for group in groups
            if {group.name.partition(".")[0], group.name, *[row.name for row in group.rows]}
            & set(given.names)
        ]
    findings = [*wrong_forms(groups)]
    count = forms = 0
    for group in groups:
        forms += len(group.forms)
        count += sum(1 for form in group.forms for _ in cuts_of(form.pattern))
        for form, cut in unproven(group):
            findings.append(Finding(group.name, cut.gone, f"nothing changes without it in {form.pattern}"))
    if not given.names:
        findings += [
            *unproven_parts(rules, groups),
            *unproven_members(rules, groups, ASKED),
            *in_two_classes(rules),
            *wrong_elements(rules),
            *wrong_comments(rules),
        ]
        findings += [] if given.tables else [*han_outside()]
    for finding in findings:
        print(f"{finding.row}: {finding.what!r}: {finding.why}")
    seconds = time.perf_counter() - began
    substituted = sum(1 for row in rules.of_kind(Element) for _ in selectors_of(row))
    print(
        f"rows={len(rules)} forms={forms} alternatives={count} selectors={substituted} "
        f"findings={len(findings)} seconds={seconds:.0f}"
    )
    return 1 if findings else 0


def _says_chrome(rules: Rules, markup: str) -> bool:
    tag, items = first_element(markup)
    names = [value for name, value in items if name in ("class", "id")]
    return tag not in rules.sets.NEVER_CHROME and any(map(rules.asks.chrome_name.search, names))


def _picture_attribute(rules: Rules, markup: str) -> str | None:
    written = dict(first_element(markup)[1])
    return next((written[name] for name in rules.words.PICTURE_ATTRIBUTES if name in written), None)


def _authors(rules: Rules, text: str) -> Answer:
    """Whom a text of one line names as its authors."""
    return authors_of(rules, [text])


def _channels(rules: Rules, text: str) -> Answer:
    """The channels of a breadcrumb."""
    return channels_in(rules, text.split(" > "))


ASKED: dict[str, Callable[[Rules, str], Any]] = {
    **dict.fromkeys("PATH_ENDS HOMES".split(), _channels),
    **dict.fromkeys("NO_KEYWORDS SITE_NAMES".split(), tags),
    "LIST_ENDS": listed,
    **dict.fromkeys("SURNAMES COMPOUND_SURNAMES TITLED PLACES NO_NAME".split(), _authors),
    **dict.fromkeys("BYLINE_WORDS BYLINE_OPENINGS SIGNED_BY".split(), _authors),
    "BACKGROUND": lambda rules, text: any(map(text.__contains__, rules.words.BACKGROUND)),
    "LEADS": lambda rules, text: text.startswith(rules.words.LEADS),
    "NEVER_CHROME": _says_chrome,
    "PICTURE_ATTRIBUTES": _picture_attribute,
}
"""Whom to ask about the members of classes that no pattern names."""


def write_derived(rules: Rules) -> None:
    """Write what lines must hold for each row, so that a start does not work it out."""
    lines = [
        '"""Worked out from the rows by ``make rules``; never edited by hand. See needs.py."""',
        "",
        "from __future__ import annotations",
        "",
        "DERIVED: dict[str, tuple[int, str, tuple[str, ...]]] = {",
    ]
    for row in rules.of_kind(Line):
        pattern = joined(row.forms, rules.book)
        opens, words = work_out(pattern)
        lines.append(f"    {row.name!r}: ({checksum(pattern)}, {opens!r}, {words!r}),")
    text = "\n".join([*lines, "}"]) + "\n"
    (SOURCES / "rules" / "derived.py").write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
