"""Markup that is shown otherwise than it is written: text hidden until a script shows it, forms around paragraphs, and
end tags that stand too early."""

from __future__ import annotations

import pytest

import newsclean

LINES = (
    "渡口管理站三月八日说，新趸船已经拖到下游，工人们从凌晨开始系缆，预计月底前装好。",
    "趸船长四十米，设两个候船厅，每天可以送九百人过河，票价三元，老人和孩子免费。",
    "船工沈砚秋说：“等了十二年，终于不用再踩着跳板上船。”她每天要过河三次。",
)
TITLE = "新趸船拖到渡口 月底前装好"
HEAD = f"<!doctype html><html><head><meta charset='utf-8'><title>{TITLE}_青崖网</title></head><body>"
OF_SINA = (
    f"{HEAD.replace('青崖网', '新浪网')}<div class='channel-path'><a href='/'>财经</a></div>"
    f"<h1 class='main-title'>{TITLE}</h1>"
    "<div class='date-source'><span class='date'>2022年03月08日 21:17</span></div><div class='article' id='artibody'>"
)
END = "<p class='article-editor'>责任编辑：温小满</p></div></body></html>"


def told(form: str = "<p>　　{}</p>") -> list[str]:
    """The lines as pieces of markup."""
    return [form.format(line) for line in LINES]


# --- hidden until a script shows it -----------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["visibility: hidden;", "display:none"])
@pytest.mark.parametrize("form", ["<section><p><span>{}</span></p></section>", "<div>{}</div>", "<p>{}</p>"])
@pytest.mark.parametrize("around", ["{}", "<div><div>2022-03-08 21:17</div><div>{}</div></div>"])
def test_hidden_container_of_most_of_the_text_is_text(style: str, form: str, around: str) -> None:
    hidden = f'<div class="rich_media_content" style="{style}">{"".join(told(form))}</div>'
    article = newsclean.parse(f"{HEAD}<h1>{TITLE}</h1>{around.format(hidden)}</body></html>")
    assert article.text.splitlines() == list(LINES)


def test_hidden_container_inside_a_known_one_is_text_where_it_holds_most_of_it() -> None:
    hidden = f'<div style="display:none">{"".join(told())}</div>'
    article = newsclean.parse(f"{OF_SINA}<p>　　（青崖晚报 温小满）</p>{hidden}{END}")
    assert set(LINES) <= set(article.text.splitlines())
    assert any("hidden-style" in warning for warning in article.warnings)


def test_elsewhere_hidden_stays_hidden() -> None:
    hidden = '<div style="display:none"><p>更多内容请看下一页，编者按语在这里。</p><p>二维码。</p><p>模板。</p></div>'
    for page in (
        f"{OF_SINA}{''.join(told())}{hidden}{END}",
        f"{HEAD}<h1>{TITLE}</h1><div>{''.join(told())}{hidden}</div></body>",
    ):
        assert newsclean.parse(page).text.splitlines() == list(LINES)


# --- forms ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hidden", ["", '<input type="hidden" name="id" value="1">'])
def test_form_around_a_part_of_the_text_leaves_its_paragraphs(hidden: str) -> None:
    first, second, third = told()
    article = newsclean.parse(f"{OF_SINA}{first}<form action='/x'>{hidden}{second}{third}</form>{END}")
    assert article.text.splitlines() == list(LINES)


def test_form_around_the_whole_page_leaves_its_paragraphs() -> None:
    search = '<input type="text" name="q"><input type="submit" value="搜索">'
    page = f"{HEAD}<form id='aspnetForm'>{search}<h1>{TITLE}</h1><div>{''.join(told())}</div></form></body></html>"
    assert newsclean.parse(page).text.splitlines() == list(LINES)


def test_vote_in_a_form_goes() -> None:
    vote = '<form><p>你觉得桥上该不该设摊？</p><input type="radio"> 该 <input type="radio"> 不该</form>'
    assert newsclean.parse(f"{OF_SINA}{''.join(told())}{vote}{END}").text.splitlines() == list(LINES)


# --- end tags that stand too early --------------------------------------------------------------------------------


@pytest.mark.parametrize("early", ["</body>", "</html>", "</BODY></HTML>", "</body>\n</html>\n"])
@pytest.mark.parametrize("padding", ["", "<!-- " + "x" * 9_000 + " -->"])
def test_text_behind_an_early_end_of_the_document_is_what_browsers_show(early: str, padding: str) -> None:
    first, second, third = told()
    tail = "".join(f"<div>{n}</div>" for n in range(60))
    body = f"{first}{early}{second}{third}<p class='article-editor'>责任编辑：温小满</p></div>{tail}</body></html>"
    page = OF_SINA.replace("<body>", f"<body>{padding}") + body
    for window in (True, False):
        article = newsclean.Parser(window=window).parse(page.encode())
        assert article.text.splitlines() == list(LINES)
        assert article.editor == "温小满"


@pytest.mark.parametrize("form", ["<p>　　{}</div></p>", "<p>　　{}</p></div>"])
@pytest.mark.parametrize("padding", ["", "<!-- " + "x" * 9_000 + " -->"])
def test_container_that_an_end_tag_closes_too_early_is_told(form: str, padding: str) -> None:
    first, second, third = told()
    tail = "".join(f"<div>{n}</div>" for n in range(60))
    page = OF_SINA.replace("<body>", f"<body>{padding}")
    for window in (True, False):
        parser = newsclean.Parser(window=window)
        whole = parser.parse(f"{page}{first}{second}{third}</div>{tail}</body></html>".encode())
        article = parser.parse(
            f"{page}{first}{form.format(LINES[1])}{third}</div>{tail}</body></html>".encode()
        )
        assert any("may end early" in warning for warning in article.warnings)
        assert not any("may end early" in warning for warning in whole.warnings)
        assert article.confidence < whole.confidence - 0.1


def test_lines_of_the_site_behind_a_container_are_no_spilled_text() -> None:
    promo = "<p>　　新浪声明：新浪网登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述。</p>"
    assert newsclean.parse(f"{OF_SINA}{''.join(told())}</div>{promo}</body></html>").warnings == ()
