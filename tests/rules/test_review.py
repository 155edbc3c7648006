"""A user's rows are looked over: each mistake and each doubt is said once, with the row and the key."""

from __future__ import annotations

import pytest

from newsclean.rules import default_rules
from newsclean.rules.load import loads
from newsclean.rules.review import Finding, examples_in, review

GOOD = """
[[line]]
name = "boat-group"
why = "Groups."
where = "end"
forms = [{pattern = "船工读者群.{0,9}", takes = ["船工读者群开张"], spares = ["船工读者群里一个人也没有，只有船灯。"]}]
"""


def found(toml: str) -> list[Finding]:
    return review(loads(toml), default_rules())


def said(toml: str, *, wrong: bool | None = None) -> list[str]:
    return [str(finding) for finding in found(toml) if wrong in (None, finding.wrong)]


def test_a_row_with_sound_examples_gives_nothing_to_say() -> None:
    assert found(GOOD) == []
    (row,) = loads(GOOD)
    assert examples_in(row) == 2


def line(form: str, **more: str) -> str:
    keys = {"name": '"boat"', "why": '"x"', "where": '"end"', "forms": f"[{form}]", **more}
    return "[[line]]\n" + "\n".join(f"{name} = {value}" for name, value in keys.items()) + "\n"


def form(pattern: str, takes: str = "船灯", spares: str = "灯船靠岸，没有人。") -> str:
    return f"{{pattern = '{pattern}', takes = ['{takes}'], spares = ['{spares}']}}"


WRONG = [
    (line(form("船灯", takes="灯")), "line 'boat', takes: '灯': not taken by its form 船灯"),
    (line(form("船.{1,9}", spares="船来了")), "line 'boat', spares: '船来了': to be spared, and taken"),
    (line(form("船.{1,9}"), most="1"), "line 'boat', takes: '船灯': its form fits, and it is too long"),
    (
        line(form("船.{1,9}", takes="船上的公众号"), unless='["ACCOUNTS"]'),
        "too long or holds a word of unless",
    ),
    (line(form("船灯"), action='"source"'), "action 'source' needs a group (?P<source>…)"),
    (line(form("船灯"), name='"follow-us"'), "line 'follow-us': there is a row of this name already"),
    (line(form("船灯{NO_SUCH}")), "line 'boat': {NO_SUCH} is no word class"),
    (
        "[[element]]\nname = 'card'\nwhy = 'x'\nclasses = 'card'\ntakes = '<p id=\"card\">x</p>'\n",
        "element 'card', takes: '<p id=\"card\">x</p>': not taken",
    ),
    (
        "[[element]]\nname = 'card'\nwhy = 'x'\nclasses = 'card'\nspares = '<p class=\"card\">x</p>'\n",
        "element 'card', spares: '<p class=\"card\">x</p>': to be spared, and taken",
    ),
    (
        "[[element]]\nname = 'card'\nwhy = 'x'\nclasses = 'card'\ntakes = 'card'\n",
        "element 'card', takes: there is no element in 'card'",
    ),
    (
        "[[comment]]\nname = 'note'\nwhy = 'x'\nopens = 'ends'\ntakes = 'text ends'\n",
        "comment 'note', takes: 'text ends': not taken: it opens as none of ends",
    ),
    (
        "[[comment]]\nname = 'note'\nwhy = 'x'\nopens = 'ends'\nspares = ' ends here'\n",
        "comment 'note', spares: ' ends here': to be spared, and taken",
    ),
    (
        "[[picture]]\nname = 'stamp'\nwhy = 'x'\nforms = {pattern = '/stamp', takes = '//x.example/stamp'}\n".replace(
            "'//x.example/stamp'", "'//x.example/1.jpg'"
        ),
        "picture 'stamp', takes: '//x.example/1.jpg': not taken",
    ),
    (
        "[[refusal]]\nname = 'times'\nwhy = 'x'\nkind = 'list'\ntitle = {pattern = '^船期', takes = '今日船期'}\n",
        "refusal 'times', takes: '今日船期': not taken",
    ),
    (
        "[[wording]]\nname = 'told'\nwhy = 'x'\nasks = 'caption-told'\nforms = {pattern = '舟影', takes = '舟影：雾'}\n",  # noqa: E501
        "wording 'told', takes: '舟影：雾': not taken by its form 舟影",
    ),
    (
        "[[wording]]\nname = 'by'\nwhy = 'x'\nasks = 'byline-author'\n"
        "forms = {pattern = '执桨人：(?P<names>.+)', takes = '执桨人：沈砚秋'}\n",
        "wording 'by', takes: '执桨人:沈砚秋': not taken",  # asked in other signs
    ),
]


@pytest.mark.parametrize(("toml", "sentence"), WRONG, ids=[sentence[:50] for _, sentence in WRONG])
def test_what_is_wrong_is_said(toml: str, sentence: str) -> None:
    assert any(sentence in text for text in said(toml, wrong=True)), said(toml)


WARNED = [
    (line("'船.*灯.*'"), "line 'boat', forms: 船.*灯.*: repetitions without a limit may take long"),
    (line("'船灯'"), "line 'boat', takes: 船灯: no example of what it takes"),
    (line("'船灯'"), "line 'boat', spares: no example of what it must leave"),
    (
        line(form("更多精彩内容，请关注.{1,9}", takes="更多精彩内容，请关注半舟公众号")),
        "the book's line 'follow-us' takes it too; yours is asked first and wins",
    ),
    (
        line(form("更多精彩内容，请关注.{1,9}", takes="更多精彩内容，请关注半舟公众号"), where='"start"'),
        "the book's line 'follow-us' takes it too; its where is 'end', so the place decides",
    ),
    (
        line(form("船灯", spares="更多精彩内容，请关注半舟公众号")),
        "line 'boat', spares: '更多精彩内容，请关注半舟公众号': the book's line 'follow-us' takes it all the same",
    ),
    ("[[words]]\nname = 'BOATS'\nwhy = 'x'\nmembers = '船'\n", "words 'BOATS': no pattern names {BOATS}"),
    ("[[part]]\nname = 'BOATS'\nwhy = 'x'\npattern = '船.'\n", "part 'BOATS': no pattern names {BOATS}"),
    (
        "[[landmark]]\nname = 'top'\nwhy = 'x'\nbody = '#boat'\nstarts = 'top'\n",
        "landmark 'top', body: no layout has the body #boat",
    ),
    (
        "[[element]]\nname = 'qr'\nwhy = 'x'\nclasses = 'appendQr_wrap'\ntakes = '<p class=\"appendQr_wrap\">x</p>'\n",
        "the book's element 'qr-append' takes it too; yours is asked first and wins",
    ),
    (
        "[[element]]\nname = 'one'\nwhy = 'x'\nclasses = 'a'\n"
        "[[element]]\nname = 'two'\nwhy = 'x'\nclasses = 'a'\ntakes = '<p class=\"a\">x</p>'\n",
        "element 'two', takes: '<p class=\"a\">x</p>': element 'one' of this file takes it first",
    ),
]


@pytest.mark.parametrize(("toml", "sentence"), WARNED, ids=[sentence[:50] for _, sentence in WARNED])
def test_what_is_doubtful_is_a_warning(toml: str, sentence: str) -> None:
    assert any(sentence in text for text in said(toml, wrong=False)), said(toml)
    assert said(toml, wrong=True) == []


def test_rows_that_replace_the_books_are_not_told_of_it() -> None:
    toml = line(
        form("更多精彩内容，请关注.{1,9}", takes="更多精彩内容，请关注半舟公众号"),
        name='"follow-us"',
        replace="true",
    )
    assert not any("follow-us' takes it too" in text for text in said(toml))


def test_words_used_in_unless_parts_and_patterns_are_used() -> None:
    words = "".join(
        f"[[words]]\nname = '{name}'\nwhy = 'x'\nmembers = '{name}'\n" for name in ("ONE", "TWO", "SIX")
    )
    part = "[[part]]\nname = 'BOAT_SIGN'\nwhy = 'x'\npattern = '{TWO}'\n"
    assert not any(
        "no pattern" in text for text in said(words + part + line("'{ONE}{BOAT_SIGN}'", unless='["SIX"]'))
    )


def test_several_wrong_rows_are_all_told_and_the_others_looked_over() -> None:
    toml = line(form("船灯", takes="灯")) + line("'x{NO}'", name='"one"') + line("'x'", name='"follow-us"')
    assert [finding.row for finding in found(toml) if finding.wrong] == [
        "line 'follow-us'",
        "line 'one'",
        "line 'boat'",
    ]


def test_wrong_things_stand_first() -> None:
    wrong = [finding.wrong for finding in found(line("'船灯'") + line(form("船灯", takes="灯"), name='"x"'))]
    assert wrong == sorted(wrong, reverse=True)
