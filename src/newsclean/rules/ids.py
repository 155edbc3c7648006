"""The ids and addresses that the head of a page holds, and the author in a node of its date line."""

from __future__ import annotations

from newsclean.rules.rows import Form, Question, Row, Wording

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS = (
    Question("doc-id", "fullmatch", "The id of a document, as the site's editing system gives it."),
    Question("comos-id", "search", "A document's id behind the name of that system."),
    Question("thread-id", "search", "The id of a comment thread: its channel and its number."),
    Question("mobile-address", "search", "The address of a page for mobiles.", ignore_case=True),
    Question("author-node", "match", "The author in a node of its own, behind the label."),
)

ROWS: tuple[Row, ...] = (
    Wording(
        name="doc-id",
        why="ikmxzfmk0000001, fyqtwzu1234567: letters and seven digits, on pages since 2013.",
        asks="doc-id",
        forms=(
            Form(
                r"[a-z]{1,4}[a-z0-9]{3,12}\d{7}",
                takes=("iqyawxy1234567", "fqyawxy7654321"),
                spares=("20210304", "qingya"),
            ),
        ),
    ),
    Wording(
        name="comos-id",
        why="In the metas comment (cj:comos-…) and sudameta, on pages since 2013.",
        asks="comos-id",
        forms=(
            Form(
                r"comos[-:](?P<id>{DOC_ID})\b",
                takes=("cj:comos-qyawxy1234567", "comos:fqya5wxy1234567"),
                spares=("cj:comos-1234567", "comos-qyawxy12345678x"),
            ),
        ),
    ),
    Wording(
        name="thread-id",
        why="comment_channel:cj;comment_id:… in the meta sudameta, on pages since 2013.",
        asks="thread-id",
        forms=(
            Form(
                r"comment_channel:\s*(?P<channel>[a-z0-9]+)\s*;\s*comment_id:\s*(?P<id>[\w-]+)",
                takes=("urlpath:qy/; comment_channel:cj2;comment_id:comos-qyawxy1234567",),
                spares=("comment_channel:;comment_id:",),
            ),
        ),
    ),
    Wording(
        name="mobile-address",
        why="format=html5; url=https://… in the meta mobile-agent since 2013; empty on pages of 2024.",
        asks="mobile-address",
        forms=(
            Form(
                r"url=\s*(?P<url>\S+)",
                takes=(
                    "format=html5; url=https://qya.example/2021/doc.d.html",
                    "format=xhtml; URL= //qya.example/",
                ),
                spares=("format=html5; url=",),
            ),
        ),
    ),
    Wording(
        name="author-node",
        why="作者：甲 in a node of the date line of its own, on news pages of 2019-2024.",
        asks="author-node",
        forms=(
            Form(
                r"作者\s*[:：]\s*(?P<author>.+)",
                takes=("作者：卢砚舟", "作者 : 卢砚舟、阮也"),
                spares=("作者卢砚舟", "本文作者：卢砚舟"),
            ),
        ),
    ),
)
