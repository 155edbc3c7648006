"""Galleries in scripts: whatever their JSON escapes, a tree can hold what is read from them."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from newsclean.locate.slides import gallery_of


def script(title: str, intro: str, src: str) -> str:
    data = {"slide": {"title": title, "createtime": ""}, "images": [{"download_img": src, "intro": intro}]}
    return f"var slide_data = {json.dumps(data)};"


def test_control_characters_and_lone_surrogates_are_left_out() -> None:
    gallery = gallery_of(script("灯\x00塔\ud800", "海边的\x0b<b>灯塔\ufffe</b>", "//n.sinaimg.cn/a\x01.jpg"))
    assert gallery is not None
    assert [gallery[0].text, gallery[2][0][0].get("src")] == ["灯塔", "//n.sinaimg.cn/a.jpg"]
    assert gallery[2][0][1].text == "海边的灯塔"


@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=40))
def test_any_title_and_caption_make_a_gallery(title: str, intro: str) -> None:
    assert gallery_of(script(title, intro, "https://n.sinaimg.cn/a.jpg")) is not None
