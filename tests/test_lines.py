"""Lines at the edges of a text: which go, which stay, and what is read off those that go."""

from __future__ import annotations

import pytest
from lxml import html

from cleaning import clean
from newsclean import clean_html, parse
from newsclean.clean import Cleaned
from newsclean.render import to_text

BODY = [
    "渡口的新灯昨晚亮了，一共十二盏。",
    "铁匠说，每一盏都敲了三天，手上起了泡。",
    "船工把旧马灯收进了木箱，留给学校。",
]


def read(*lines: str) -> tuple[list[str], Cleaned]:
    """The lines that stay of paragraphs (``⏎`` is a line break in one), and the rest of the answer."""
    markup = "".join(f"<p>　　{line.replace('⏎', '<br>')}</p>" for line in lines)
    blocks, cleaned = clean(html.fragment_fromstring(f"<div>{markup}</div>"))
    return to_text(blocks).split("\n"), cleaned


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源：青崖晚报", "青崖晚报"),
        ("来源∣青崖晚报", "青崖晚报"),
        ("来源 青崖晚报", "青崖晚报"),
        ("来源：青崖晚报。", "青崖晚报"),
        ("（来源：青崖晚报）", "青崖晚报"),
        ("来源：青崖晚报（qyev）", "青崖晚报"),
        ("来源：青崖晚报（ID：qyev）", "青崖晚报"),
        ("来源：青崖晚报（记者 卫南风）", "青崖晚报"),
        ("来源：青崖（镇）广播站", "青崖（镇）广播站"),
        ("来源：青崖晚报（微信公众号：qingyaeveningpost）", "青崖晚报"),
        ("来源：青崖晚报（ID：qyev）综合渡口报、码头社", "青崖晚报"),
        ("来源：青崖晚报 编辑：卫南风", "青崖晚报"),
        ("来源 | 青崖晚报 作者 | 卫南风", "青崖晚报"),
        ("来源：青崖晚报 2022年3月4日", "青崖晚报"),
        ("本文来自微信公众号：青崖夜话（ID：qynight），作者：卫南风，题图来自：渡口摄影", "青崖夜话"),
        ("（本文来自青崖新闻，更多原创资讯请下载“青崖新闻”APP）", "青崖新闻"),
    ],
)
def test_a_source_line_goes_and_gives_the_medium_alone(line: str, source: str) -> None:
    kept, cleaned = read(*BODY, line)
    assert kept == BODY
    assert cleaned.captured.source == [source]
    assert cleaned.captured.credits == [line]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源：青崖新闻综合县纪委网站", "青崖新闻"),
        ("来源：青崖晚报综合渡口报、码头社", "青崖晚报"),
        ("来源：青崖新闻（综合县纪委网站）", "青崖新闻"),
        ("来源：青崖发布综合自砚江网 作者：沈砚秋", "青崖发布"),
        ("来源：砚江社综合", "砚江社综合"),
        ("来源：砚江电视台综合频道", "砚江电视台综合频道"),
        ("来源：砚江新闻综合广播", "砚江新闻综合广播"),
        ("来源：县综合执法局", "县综合执法局"),
    ],
)
def test_whom_a_medium_compiled_is_no_part_of_its_name(line: str, source: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (*BODY, line))
    page = f'<h1 class="main-title">渡口换灯</h1><div id="artibody" class="article">{paragraphs}</div>'
    assert parse(page).source == source


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2022年3月4日 21:30 青崖晚报", ("青崖晚报", ())),
        ("2022-03-04 21:30 青崖晚报 浏览：120", ("青崖晚报", ())),
        ("2022年3月4日 21:30 砚江网微博 我有话说", ("砚江网", ())),
        ("http://www.example.com 2022年3月4日 21:30 青崖晚报", ("青崖晚报", ())),
        ("青崖晚报 2022年3月4日 21:30", ("青崖晚报", ())),
        ("青崖网 2022年3月4日 21:30 青崖晚报", ("青崖晚报", ())),
        ("作者：沈砚秋 2022年3月4日 21:30 青崖晚报", ("青崖晚报", ("沈砚秋",))),
        ("2022年3月4日 21:30 青崖晚报 作者：沈砚秋", ("青崖晚报", ("沈砚秋",))),
        ("2022年3月4日 21:30 来源：青崖晚报", ("青崖晚报", ())),
    ],
)
def test_an_info_line_inside_the_body_gives_its_medium(line: str, said: tuple[str, tuple[str, ...]]) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (line, *BODY))
    article = parse(
        f'<h1 class="main-title">渡口换灯</h1><div id="artibody" class="article">{paragraphs}</div>'
    )
    assert (article.source, article.authors) == said
    assert str(article.published_at) == "2022-03-04 21:30:00+08:00"
    assert article.text.split("\n") == BODY


@pytest.mark.parametrize("line", ["来源 广泛", "数据来源：渡口管理处"])
def test_what_only_begins_like_a_source_stays(line: str) -> None:
    kept, cleaned = read(*BODY, line)
    assert kept == [*BODY, line]
    assert cleaned.captured.source == []


def test_credits_between_the_text_and_its_source_are_stepped_over() -> None:
    listed = ["监制：卫南风", "主编：尚青", "编辑 | 罗森", "校对：段飞舟", "摄影：罗森"]
    kept, cleaned = read(*BODY, "来源：青崖晚报", *listed)
    assert cleaned.captured.source == ["青崖晚报"]
    assert kept == [*BODY, *listed]


def test_prose_is_not_stepped_over() -> None:
    kept, cleaned = read("来源：青崖晚报", *BODY, *BODY, "来源：木箱", *BODY, "灯亮到天明。")
    assert cleaned.captured.source == ["青崖晚报"]
    assert "来源：木箱" in kept


@pytest.mark.parametrize(
    ("lines", "kept", "rules"),
    [
        (["原标题：十二盏灯⏎渡口亮了。", *BODY], ["渡口亮了。", *BODY], ["original-title"]),
        ([*BODY, "灯亮着。⏎责任编辑：卫南风"], [*BODY, "灯亮着。"], ["editor-line-text"]),
        (
            ["来源：青崖晚报⏎作者：卫南风⏎渡口亮了。", *BODY],
            ["作者：卫南风", "渡口亮了。", *BODY],
            ["source-line"],
        ),
        (["炒股就看金麒麟分析师研报，权威⏎助您挖掘主题机会！", *BODY], BODY, ["analyst-promo"]),
        (["炒股就看金麒麟分析师研报，权威⏎渡口亮了。", *BODY], ["渡口亮了。", *BODY], ["analyst-promo"]),
        ([*BODY, "灯亮着。（责任编辑：卫南风 QY012）"], [*BODY, "灯亮着。"], ["editor-line-text"]),
        ([*BODY, "灯亮着。责任编辑：卫南风"], [*BODY, "灯亮着。"], ["editor-line-text"]),
        ([*BODY, "他说（编辑：是我）就走了。"], [*BODY, "他说（编辑：是我）就走了。"], []),
    ],
)
def test_furniture_goes_line_by_line(lines: list[str], kept: list[str], rules: list[str]) -> None:
    found, cleaned = read(*lines)
    assert found == kept
    assert [removal.rule for removal in cleaned.removals] == rules


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([*BODY, "渡口的灯都亮了⏎赛程、比分、数据，尽在新浪体育APP"], [*BODY, "渡口的灯都亮了"]),
        ([*BODY, "水位落了半尺⏎新浪财经APP：盯盘提醒"], [*BODY, "水位落了半尺"]),
        ([*BODY, "三件事⏎水落了⏎更多详细新闻请浏览青崖网"], [*BODY, "三件事", "水落了"]),
        (["打开新浪新闻客户端，阅读体验更好⏎水位落了半尺", *BODY], ["水位落了半尺", *BODY]),
        # one wording over two lines
        ([*BODY, "长按下图，⏎识别二维码关注我们"], BODY),
        ([*BODY, "下载新浪财经⏎APP"], BODY),
    ],
)
def test_a_wording_takes_no_line_of_the_article_along(lines: list[str], kept: list[str]) -> None:
    assert read(*lines)[0] == kept


def test_a_picture_goes_with_the_lines_of_its_paragraph() -> None:
    html = clean_html(
        "".join(f"<p>{line}</p>" for line in BODY)
        + '<p>尽在新浪体育APP<br>更多新闻请下载“青崖”<br><img src="https://n.sinaimg.cn/a/9.jpg"></p>'
        + f"<p>{BODY[0]}</p>"
    )
    assert "9.jpg" not in html


def test_the_editor_behind_the_last_sentence_is_read() -> None:
    assert read(*BODY, "灯亮着。（责任编辑：卫南风 QY012）")[1].captured.editor == ["卫南风 QY012"]


@pytest.mark.parametrize(
    "desk", ["视觉中国", "Wind，渡口期货研究院", "图虫创意", "县交通局", "公司年报", "渡口证券"]
)
def test_a_desk_of_pictures_under_a_picture_is_no_source(desk: str) -> None:
    picture = '<img src="https://n.sinaimg.cn/a.jpg">'
    kept, cleaned = read(BODY[0], picture, f"来源：{desk}", *BODY[1:])
    assert kept == BODY
    assert cleaned.captured.source == []


def test_an_authority_under_a_picture_that_ends_the_text_is_its_source() -> None:
    picture = '<img src="https://n.sinaimg.cn/a.jpg">'
    assert read(*BODY, picture, "来源：县交通局")[1].captured.source == ["县交通局"]
    assert read(picture, "来源：县交通局")[1].captured.source == ["县交通局"]
    assert read(*BODY, picture, "来源：渡口研究院")[1].captured.source == []


def test_a_medium_under_a_picture_is_the_source_where_no_other_is() -> None:
    picture = '<img src="https://n.sinaimg.cn/a.jpg">'
    assert read(*BODY, picture, "来源：青崖晚报")[1].captured.source == ["青崖晚报"]
    assert read("来源：青崖晚报", *BODY, picture, "来源：渡口报")[1].captured.source == ["青崖晚报", "渡口报"]
    assert read(picture, "来源：渡口报", *BODY, "来源：青崖晚报")[1].captured.source == ["青崖晚报", "渡口报"]


@pytest.mark.parametrize(
    "line",
    [
        "股市震荡，渡口基金的份额涨了三成。",
        "牛市来了吗？没有人说得准。",
        "炒股开户热潮再现，营业部周末也开门。",
        "扫码过河要先登记。",
        "扫描二维码填写过河申报表，或打电话。",
        "识别假船票，请认准渡口下载的凭证。",
        "更多内容请关注年报第三节。",
        "未经村民会议同意，任何人不得转载公示的名单。",
        "版权所有者说，照片随便用。",
        "转载请求一封接一封，渡口索性都公开了。",
        "特别声明：渡口没有换掉河里的鱼。",
        "时间：2022年3月4日 10:00",
        "2022年3月4日 21:30 渡口公布水位",
        "上一页的故事，到这里就结束了。",
        "下一条：修渡口的路",
        "微博评论",
        "中小",
        "股市跌了一整天，她点击了卖出键。",
        "特别声明：本次检修的风险由施工方承担。",
        "2022年2月2日 09:42 气象台发布暴雨预报",
        "监管要求停止开户，客户不得再点击开户。",
        "上一篇 老桥的故事里，我写过这位老人。",
        "打开新浪新闻客户端，他把灯的照片翻出来看。",
        "请关注“青崖发布”微信公众号，及时了解渡口政策。",
        "关注微信公众号“青崖渡口”，回复“船票”即可预约",
        "扫描上方二维码即可查询开船时间。",
        "扫码关注领船票？当心是骗局",
        "三、渡口快速开户",
        "窗口撤了以后，三分钟快速开户",
        "特别声明：我公司与冒名的摆渡平台无关。",
        "【爆料】船工称半年没领到工钱",
        "股民福利来了？营业部：点击开户链接须防诈骗",
        "扫一扫识别渡口的老树",
        "来源：气象台预计，未来三天渡口有雨。",
        "消息来源：一位接近渡口的人士",
        "警方查明，假船票来自网络，已构成侵权。",
        "渡口提醒市民，本站的灯与邻镇无关",
        "关注每一位老人的晚年，了解更多他们的故事，是渡口的责任。",
        "请下载船票APP，填报更多专项信息。",
        "点在看的人越来越少",
        "点击关注的人数一夜之间涨了十万",
        "他在船上写道，如需转载请注明出处",
        "本文由作者授权发布的说法并不属实",
        "本文来自他的日记）",
        "转发、点赞！",
        "渡口公司声明：船票的价目仅供参考，乘客据此出行应谨慎。",
        "作品版权归作者所有，出版社若侵权须告知并赔偿。",
        "【新闻线索】船工接到电话后赶到渡口，救起两人。",
        "见习编辑 尚青第一天上班就犯了错",
        "版权声明属于船票的一部分，没有人细看。",
    ],
)
def test_sentences_with_the_words_of_furniture_stay(line: str) -> None:
    assert read(line, *BODY)[0] == [line, *BODY]
    assert read(*BODY, line)[0] == [*BODY, line]


@pytest.mark.parametrize(
    "line",
    [
        "股市震荡怎么买？金牌顾问在线解答，快速开户！",
        "牛市来了？如何快速上车，投顾服务免费送>>",
        "瓜分现金红包！0元领1年投顾服务！>>",
        "新浪合作大平台期货开户 安全快捷有保障",
        "扫描二维码关注渡口公众号",
        "长按识别二维码，关注“渡口夜话”，获取更多故事",
        "欢迎关注“新浪科技”的微信订阅号：techsina",
        "更多精彩内容，请关注渡口公众号",
        "更多精彩资讯请在应用市场下载“渡口”客户端。",
        "未经授权，禁止转载。",
        "未经许可，不得复制或使用。",
        "渡口网版权所有，未经许可不得复制、镜像",
        "字号大中小",
        "打印关闭",
        "股市震荡，如何把握机会？点击查看",
        "低佣金开户，限时优惠，点击开户",
        "特别声明：投资者据此操作，盈亏自负。",
        "未经《渡口日报》报社授权，严禁转载或镜像。",
        "渡口日报版权所有，未经书面授权不得转载。",
        "特别声明：以上内容来自渡口日报，观点不代表本网。",
        "阅读原文",
        "举报/反馈",
        "文章关键词： 渡口 新灯",
        "下载新浪财经APP，看渡口行情",
        "更多7×24小时资讯请下载新浪财经APP",
        "（更多渡口资讯，请关注公众号“青崖夜话”）",
        "[更多渡口新闻请关注@青崖夜话]",
        "更多详细新闻请浏览青崖晚报网 www.example.com",
        "关注青崖晚报微信公众号(qyev)，获取更多渡口资讯",
        "点击上方蓝字关注我们，记得星标",
        "下载“青崖晚报”APP，掌握更多渡口资讯",
        "点击下方图片或扫描下方二维码，查看开船时间表↓",
        "想了解更多，扫码下载渡口客户端查看",
        "欢迎扫码添加微信，加入渡口读者群",
        "扫二维码，注册即可与船工同台讨论。",
        "微信扫一扫，分享到朋友圈",
        "如果您喜欢本文，请点“在看”",
        "分享、点赞、在看，一键三连",
        "本文仅供参考，不构成投资建议，投资者据此操作风险自担。",
        "青崖社声明：文章内容仅供参考，不构成投资建议。据此操作，风险自担。",
        "*本文为作者独立观点，不代表青崖网立场",
        "声明：本文由入驻平台的船工撰写，观点仅代表作者本人。",
        "本文首发于微信公众号：青崖夜话。文章内容属作者个人观点，不代表青崖网立场。据此操作，风险请自担。",
        "青崖专栏作家的文章均为作者个人观点，不代表新浪财经的立场和观点。",
        "（声明：本文仅代表作者个人观点，与新浪网无关。请读者仅作参考，并请自行核实相关内容。）",
        "[声明] 本文仅代表作者个人观点，不代表新浪网立场。",
        "此内容为青崖晚报原创，著作权归青崖晚报所有。未经授权，不得以任何方式加以使用。",
        "如需转载请与《青崖晚报》报社联系。",
        "版权归原作者所有，如有侵权请联系删除",
        "图文来源于网络，如有侵权，请联系删除",
        "原创文章，未经授权，严禁转载",
        "本文由用户上传，如有侵权请联系删除",
        "版权作品，未经《青崖晚报》书面授权，严禁转载，违者必究。",
        "★《青崖周刊》稿件使用声明：刊用本刊稿件务经书面授权。",
        "本文由渡口专栏作者授权发布，转载请注明出处及作者。",
        "新浪军事：最多军迷首选的军事门户！",
        "消费遇纠纷，就上【黑猫投诉】客户端",
        "如果您有新闻线索或投诉，请登录黑猫投诉平台",
        "股市直播：图文直播间 视频直播间",
        "欢迎发表评论 已有120条评论",
        "【评论】【渡口论坛】【推荐】【大 中 小】【打印】",
        "本文导航：第1页：换灯 第2页：铁匠铺",
        "【爆料】渡口有事请打热线或发邮箱",
        "更多书摘>>",
        "查看本产品报价>>",
        "打开APP阅读全文",
        "返回搜狐，查看更多",
        "点击加载更多",
        "（本文来自于青崖晚报网）",
        "商务合作请加微信：qyev2022",
        "点击进入专题：渡口换灯",
    ],
)
def test_furniture_goes_from_the_end(line: str) -> None:
    assert read(*BODY, line)[0] == BODY


@pytest.mark.parametrize(
    "text", ["铁匠(微博)说，灯亮了。", "铁匠(微博 专栏)说，灯亮了。", "铁匠[微博]说，灯亮了。"]
)
def test_marks_behind_names_go(text: str) -> None:
    assert read(text, *BODY)[0] == ["铁匠说，灯亮了。", *BODY]


@pytest.mark.parametrize("text", ["他在微博(微博)上说，灯亮了。", "两家平台（抖音）（微博）都删了视频。"])
def test_marks_that_are_words_stay(text: str) -> None:
    assert read(text, *BODY)[0] == [text, *BODY]


def test_a_mark_goes_before_the_bracket_that_tells_more_of_the_name() -> None:
    assert (
        read("铁匠(微博)(渡口的铁匠，打了四十年铁)说，灯亮了。", *BODY)[0][0]
        == "铁匠(渡口的铁匠，打了四十年铁)说，灯亮了。"
    )
    assert read("铁匠[微博]（左）说，灯亮了。", *BODY)[0][0] == "铁匠（左）说，灯亮了。"
    assert read("两家平台（微博）（抖音）都删了视频。", *BODY)[0][0] == "两家平台（微博）（抖音）都删了视频。"


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li>铁匠(微博)说</li><li>船工[微博]说</li></ul>",
        "<blockquote><p>铁匠（微博）说，水涨了。</p></blockquote>",
        "<table><tr><td>姓名</td><td>年纪</td></tr><tr><td>铁匠(微博)</td><td>61</td></tr><tr><td>船工</td><td>70</td></tr></table>",
        '<div class="img_wrapper"><img src="http://n.sinaimg.cn/a/1.jpg" alt="铁匠(微博)">'
        '<span class="img_descr">铁匠(微博)在桥上</span></div>',
        "<p>铁匠(微博)在灯下。<br>船工(微博)在河上。</p>",
    ],
)
def test_marks_go_wherever_names_stand(markup: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in BODY)
    html = clean_html(body + markup + body)
    assert "微博" not in html
    assert "铁匠" in html


def test_lines_of_a_paragraph_go_over_its_credits() -> None:
    kept, cleaned = read(*BODY, "来源：青崖晚报⏎作者：卫南风")
    assert kept == [*BODY, "作者：卫南风"]
    assert cleaned.captured.source == ["青崖晚报"]
    kept, cleaned = read(*BODY, "灯亮着。⏎来源：青崖晚报⏎编辑：卫南风⏎责任编辑：尚青")
    assert kept == [*BODY, "灯亮着。", "编辑：卫南风"]
    assert (cleaned.captured.source, cleaned.captured.editor) == (["青崖晚报"], ["尚青"])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("原标题：渡口换灯（附名单）", "渡口换灯（附名单）"),
        ("【原标题：渡口换灯】", "渡口换灯"),
        ("原标题：渡口换灯（附名单） 来源：青崖晚报", "渡口换灯（附名单）"),
    ],
)
def test_an_original_title_keeps_the_bracket_it_opened(line: str, title: str) -> None:
    assert read(line, *BODY)[1].captured.original_title == [title]


def test_a_line_said_twice_goes_where_it_stands_at_the_edge() -> None:
    assert read("来源：青崖晚报⏎灯亮着。⏎来源：青崖晚报⏎灯灭了。", *BODY)[0][:3] == [
        "灯亮着。",
        "来源：青崖晚报",
        "灯灭了。",
    ]


@pytest.mark.parametrize(
    ("caption", "kept"),
    [
        ("扫描二维码关注我们", 0),
        ("长按识别二维码，关注渡口", 0),
        ("扫描桥头二维码关注进度的市民", 1),
        ("市民在桥头扫描二维码关注进度", 1),
    ],
)
def test_a_code_is_told_by_its_caption(caption: str, kept: int) -> None:
    picture = (
        '<div class="img_wrapper"><img src="https://n.sinaimg.cn/w600h400/a.jpg">'
        f'<span class="img_descr">{caption}</span></div>'
    )
    blocks, _ = clean(html.fragment_fromstring(f"<div><p>{BODY[0]}</p>{picture}<p>{BODY[1]}</p></div>"))
    assert len(blocks) - 2 == kept


@pytest.mark.parametrize(
    "line",
    [
        "点击进入《老桥通车》专题 >>了解更多",
        "更多消息请点击进入“老桥通车”专题>>",
        "刊用本网站稿件，务经书面授权。",
        "凡刊用青崖社稿件，须经书面授权",
        "ID：qynight",
        "（公众号ID：qy_night）",
    ],
)
def test_promotion_of_2012_goes_from_the_end(line: str) -> None:
    assert read(*BODY, line)[0] == BODY


@pytest.mark.parametrize(
    "line",
    [
        "点击进入《老桥通车》专题的读者，多半来自海外。",
        "刊用这批稿件的报纸，都经作者授权。",
        "ID：老船工",
        "第1页 铁匠铺的账本",
    ],
)
def test_what_only_reads_like_promotion_of_2012_stays(line: str) -> None:
    assert read(*BODY, line)[0] == [*BODY, line]


def test_the_list_of_pages_goes_where_it_says_the_title() -> None:
    def page(*lines: str) -> str:
        paragraphs = "".join(f"<p>{line}</p>" for line in lines)
        return parse(f'<h1 class="main-title">渡口换灯</h1><div id="artibody">{paragraphs}</div>').text

    body = "\n".join(BODY)
    assert page("第1页 渡口换灯", *BODY) == body
    assert page(*BODY, "第1页：渡口换灯", "第2页：铁匠铺", "第3页 水位") == body
    assert page(*BODY, "第1页 铁匠铺", "第2页 水位") == f"{body}\n第1页 铁匠铺\n第2页 水位"
