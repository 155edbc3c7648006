"""Who wrote it: names from an explicit byline, and nobody from anything else.

Here live the forms of bylines, of editors' lines and of sources, and the shape of a name. Here never lives
the place on the page: lines come in, names go out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsclean.patterns import Deferred

__all__ = ["authors_of", "clean_editor", "clean_source", "names_in"]

# 381 surnames of one character, the common and the not so rare. They guard the one form without a word for
# author: a lone name in brackets at the end.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴"
    "霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦"
    "戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻"
    "苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练"
    "廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿"
    "鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元"
)
# One sign for each that comes in several forms, so that a pattern names it once; the marks of a clause, a sentence
# and a series become signs of Latin-1, for a set of such signs compiles ten times as fast as one that reaches beyond.
_SIGNS = str.maketrans("：｜丨／＆（）【】；，。！？、", ":||/&()[];¸¶¶¶¦")
# A letter that is not ASCII's: in these pages a Han character, and _is_person makes sure of it. The Han characters
# as a range would take two thirds of a millisecond to compile, each time they stand in a pattern.
_HAN = r"[^\W\d_a-zA-Z]"
_NAME = rf"{_HAN}{{1,4}}(?:[·•]{_HAN}{{1,8}})*"
_PERSON = Deferred(rf"^(?:{_NAME}|[A-Za-z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)*)$")
_NO_NAME = frozenset(
    "完 图 文 摄 注 记者 编辑 作者 未完 待续 全文 完毕 综合 报道 本报 本刊 本网 "
    "新华社 中新社 新华网 新浪 来源 北京 上海 广州 深圳 整理 供图 图片 资料 资料图 "
    "视频 译者 编译 翻译 通讯员 实习生 特约 首席 以上 如下 左 右 上 下 中 左图 右图 "
    "上图 下图 左一 右一 同上 下同 下称 简称 化名 音译 节选 转载 原创 匿名 佚名 财经 "
    "体育 娱乐 科技 网络 小编 编者按 央视 高清 组图 双语 独家 快讯 更新 评论员 本站 "
    "官网 官微 微博 网友 农历 周一 周二 周三 周四 周五 周六 周日 全文完 专栏作家 专栏作者 "
    "连线 走访 探访 调查 观察 手记 直击 专访 采访 获悉 了解 体验 暗访 实探 探营 见闻 安全 高速".split()
)
# A medium, a department or an end mark where a name could stand: three characters or more with such an ending.
_NO_PERSON = Deferred(r".{2,}(?:[网报社台刊界完]|新闻|证券|财经|客户端|频道|编辑部|工作室|公众号)$")
_COMPOUND = tuple("欧阳 司马 上官 诸葛 夏侯 皇甫 东方 尉迟 公孙 慕容 司徒 令狐 端木 独孤 南宫 宇文".split())
_ROLE = r"(?:记者|通讯员|特约撰稿(?:人|员)?|撰稿(?:人|员)?|实习(?:生|记者)|评论员|特派员|见习记者|首席记者|本报记者)"
_PLACE = rf"(?:\s*(?:发自\s*{_HAN}{{2,6}}|在?{_HAN}{{2,6}}(?:报道|电|编译|专电|摄影报道)))?"

_BRACKETED = Deferred(
    rf"[(\[]\s*(?:[^()\[\]¸¶;]{{1,6}}¸\s*)?(?P<before>[^()\[\]¸¶;]{{0,24}}?){_ROLE}\s*:?\s*(?P<names>[^()\[\]¸¶:]{{2,40}}?)\s*[)\]]"
)
_LINE_FORMS = tuple(
    Deferred(pattern)
    for pattern in (
        # 文/某报记者 甲 · 文 | 甲 · 撰文：甲 · （文/甲）
        rf"^[(\[]?(?:本报|本刊|本网)?(?:撰?文|文字|采写|采写/|图文|文图)\s*[/|:·]\s*(?:[^\s/|:]{{0,14}}?{_ROLE})?[\s:]*(?P<names>[^¸¶]{{2,40}}?){_PLACE}[)\]]?$",
        # 作者：甲 · 作者｜甲 · 本文作者 甲
        r"^[(\[]?(?:本文|原文)?作者\s*(?:[:|/]|\s)\s*(?P<names>[^¶]{2,60}?)[)\]]?$",
        # 记者 | 甲 · 中新社记者 甲 · 本报记者 甲 乙 北京报道 · 某报（www.…）记者 甲
        rf"^[(\[]?(?:[^\s¶¸;:(|]{{0,12}}(?:\([\w./:\s]+\))?\s*)?{_ROLE}\s*(?:[|:/]\s*|\s+)(?P<names>[^¶¸:]{{2,30}}?){_PLACE}[)\]]?$",
    )
)
_SHORT_NAMES = rf"{_HAN}{{2,3}}(?:[\s¦]{_HAN}{{2,3}})*"
# 某报记者甲 乙 北京报道 (no space after the word), only as a whole short line: its names must look like names.
_JOINED_FORM = Deferred(
    rf"^(?:[^\s¶¸;:(]{{2,12}}(?:\([\w./:\s]+\))?)?{_ROLE}(?P<names>{_SHORT_NAMES}?){_PLACE}$"
)
# 甲 乙/文, the word behind the names and nothing else in the line.
_NAMES_FIRST = Deferred(rf"^\(?(?P<names>{_SHORT_NAMES})\s*/\s*撰?文\)?$")
# 某报讯 记者甲 通讯员乙报道：… or 某网 记者 甲 3月4日…, running on into the first sentence: what follows must say so.
_RUNNING = Deferred(
    rf"[^\s¸¶;:(]{{2,12}}\s(?:首席|见习|特约|实习)?记者\s*(?P<names>{_SHORT_NAMES})"
    rf"(?:\s*通讯员\s*(?P<more>{_SHORT_NAMES}))?(?:\s*报道(?:[:\s]|$)|\s[0-9]{{1,2}}月)"
)
# 中新网北京3月4日电 (甲 乙): an agency's dateline with nothing but names in the brackets behind it.
_AGENCIES = tuple("中新网 中新社 人民网 新华网 新华社 央广网 中国网 国际在线 中国日报网".split())
_AGENCY = Deferred(
    rf"[^()¸¶]{{2,24}}?(?:电|讯|报道)\s*\((?P<names>{_HAN}{{2,4}}(?:[\s¦]{_HAN}{{2,4}}){{0,3}})\)"
)
_SIGNED_END = Deferred(rf"[¶”)…]\s*(?:\S{{2,8}}?{_ROLE})\s*(?P<names>{_NAME}(?:[\s¦]{_NAME}){{0,3}})\s*$")
_LONE_NAME_END = Deferred(
    rf"\(\s*(?:{_HAN}{{2,8}}(?:报|网|社|台|刊|新闻|客户端)[\s·/]+)?(?P<names>{_HAN}{{2,4}}(?:[\s¦]{_HAN}{{2,4}}){{0,2}})\s*\)\s*$"
)
# Words without which no form of _LINE_FORMS, and no role, can stand in a line: asked before the patterns.
_ROLE_WORDS = ("记者", "通讯员", "撰稿", "实习生", "评论员", "特派员")
_LINE_WORDS = (*_ROLE_WORDS, "作者", "文", "采写")
_RUNNING_WITHIN = 20  # characters in which the word of a byline that runs on stands
_RUNNING_READ = 80  # characters of the line that such a byline and a dateline are looked for in
_END_READ = 100  # and of the last line, from behind
_CLOSING = ("）", ")")
_CREDIT = Deferred(r"摄影|摄像|编辑|责编|校对|设计|制图|翻译|供图|图源")
_NAMED_END = Deferred(r"\(\s*(?:本文)?(?:作者|文|撰文|撰稿)\s*[:/|]\s*(?P<names>[^()¶]{2,40})\)\s*$")
_SPLIT = Deferred(rf"[\s,/&|;¸¦]+|(?<={_HAN}{{2}})(?:和|与)(?={_HAN}{{2}})")
_BRACKET = Deferred(r"[(\[<《].*?[)\]>》]|\(.*$")
_OTHER_ROLE = Deferred(
    rf"(?:^|[\s,;○¸¦]){_HAN}{{0,4}}?(?:编辑|责编|校对|摄影|摄像|设计|翻译|编译|制图|图片?|视频|监制|审核|来源)(?:\s*[:|/]|\s+)"
    rf"|[\s,;○¸¦](?:设计|摄影|摄像|编辑|责编|校对|翻译|制图|监制|审核)师?{_HAN}{{2,3}}(?=[\s,;)¸¦]|$)"
)
_NAMED_ROLE = Deferred(r"[^\s,/|¸¦]{0,14}(?:记者|通讯员|特约撰稿人?|实习生|评论员)")
_WORK_DONE = Deferred(r"\s*(?:参与采写|参与报道|报道|摄影报道|摄|编译|整理|综合报道)$")
_LATIN = Deferred(r"[A-Za-z][\w.'’\s-]*")
_PLACE_ALONE = Deferred(rf"{_HAN}{{2,4}}(?:报道|电)")
_NEXT_ROLE = Deferred(rf"\s*(?:{_ROLE}|摄影|编辑|责编|校对|设计|翻译|编译|图)\s*[:|/]?\s*")

EDITOR_LABEL = Deferred(
    r"^[\s（(【\[]*(?:本文|本期)?(?:责任编辑|责编|值班编辑|执行编辑|编辑|主编)\s*[:：|｜丨/]?\s*"
)
_STAFF_CODE = Deferred(r"\s*[（(]?\s*\b[A-Za-z]{1,3}\d{2,5}\b\s*[）)]?")
# The microblog card behind a medium's name, 2011–2015.
_CARD = Deferred(r"(?<=.)\s*[\[(（【]?微博[\])）】]?$")
_NO_SOURCE = frozenset({"", "微博", "博客"})  # nothing, or the link to an account beside the name
# What _SOURCE_LABEL begins with.
_SOURCE_WORDS = ("来源", "转自", "来自", "文章", "稿件", "信息", "消息", "新闻")
_SOURCE_LABEL = Deferred(r"^(?:(?:文章|稿件|信息|消息|新闻)?来源|转自|来自)\s*[:：|｜丨]?\s*")


def authors_of(lines: Sequence[str], named: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons that a byline names, in order, each once.

    ``lines`` are the body's lines; bylines stand in the first four and the last four of them. ``named``
    are strings a label already called author.
    """
    found: list[str] = []
    for string in named:
        found.extend(names_in(string))
    head, tail = lines[:4], lines[4:][-4:]
    for line in (*head, *tail):
        if len(line) <= 80:
            found.extend(_from_line(line))
    for line in (*head[:3], *lines[3:][-2:]):
        if any(map(line.__contains__, _ROLE_WORDS)):
            for match in _BRACKETED.finditer(line.translate(_SIGNS)):
                found.extend(names_in(match["names"]))
    for line in head[:3]:
        start = line[:_RUNNING_READ]
        if "记者" in start[:_RUNNING_WITHIN] and (running := _RUNNING.match(start.translate(_SIGNS))):
            found.extend(_plain_names(running["names"]))
            found.extend(_plain_names(running["more"] or ""))
        if start.startswith(_AGENCIES) and (dateline := _AGENCY.match(start.translate(_SIGNS))):
            found.extend(_plain_names(dateline["names"]))
    if lines:
        found.extend(_from_end(lines[-1]))
    return tuple(dict.fromkeys(found))


def _from_line(line: str) -> list[str]:
    if not any(map(line.__contains__, _LINE_WORDS)):
        return []
    line = _OTHER_ROLE.split(line.translate(_SIGNS), maxsplit=1)[0].rstrip()
    for form in _LINE_FORMS:
        match = form.match(line)
        if match:
            names = names_in(match["names"])
            if names:
                return names
    match = _JOINED_FORM.match(line) or _NAMES_FIRST.match(line)
    return _plain_names(match["names"]) if match else []


def _plain_names(text: str) -> list[str]:
    """The persons in a string that only its place calls a byline: none, unless each looks like a Chinese name."""
    names = names_in(text)
    return names if all(map(_is_plain_name, names)) else []


def _is_plain_name(name: str) -> bool:
    return name[0] in _SURNAMES if len(name) <= 3 else name.startswith(_COMPOUND)


def _from_end(line: str) -> list[str]:
    closed = line.endswith(_CLOSING)
    if not closed and not any(map(line.__contains__, _ROLE_WORDS)):
        return []
    line = line[-_END_READ:].translate(_SIGNS)
    match = _NAMED_END.search(line) if closed else None
    if match is None and len(line) > 20:
        match = _SIGNED_END.search(line)
    if match:
        return names_in(match["names"])
    match = _LONE_NAME_END.search(line) if closed else None
    return _plain_names(match["names"]) if match and not _CREDIT.search(match[0]) else []


def names_in(text: str) -> list[str]:
    """The persons in a string that holds nothing but names: split, cleaned, and checked to be names.

    >>> names_in("张 三、李四光（某大学教授）")
    ['张三', '李四光']
    """
    text = _BRACKET.sub(" ", text.translate(_SIGNS))
    text = _NAMED_ROLE.sub(" ", text)
    text = _OTHER_ROLE.split(text, maxsplit=1)[0]
    text = _NEXT_ROLE.sub(" ", text)
    text = _WORK_DONE.sub("", text.strip())
    if _LATIN.fullmatch(text):
        return [" ".join(text.split())]
    names: list[str] = []
    held = ""
    for word in _SPLIT.split(text):
        if not word:
            continue
        if len(word) == 1 and "\u4e00" <= word <= "\u9fff":
            if held:
                names.append(held + word)
                held = ""
            else:
                held = word
            continue
        held = ""
        if _PLACE_ALONE.fullmatch(word):
            continue
        names.append(word)
    return [name for name in names if 2 <= len(name) <= 24 and _is_person(name)]


def _is_person(name: str) -> bool:
    if name in _NO_NAME or not _PERSON.match(name) or _NO_PERSON.match(name):
        return False
    return name[0].isascii() or all("\u4e00" <= sign <= "\u9fff" or sign in "·•" for sign in name)


def clean_editor(text: str) -> str | None:
    """The names of an editor's line: without its label, brackets and staff codes; None where no name is left.

    >>> clean_editor("责任编辑：王 小明 SF107")
    '王 小明'
    """
    text = EDITOR_LABEL.sub("", text)
    text = _STAFF_CODE.sub(" ", text)
    return " ".join(text.strip(" \t()（）[]【】:：、,，;；|｜/").split()) or None


def clean_source(text: str) -> str | None:
    """A medium's name: without the label before it; None for an address, a date or nothing."""
    text = text.strip()
    if text.startswith(_SOURCE_WORDS):
        text = _SOURCE_LABEL.sub("", text)
    text = " ".join(text.split())
    if "微博" in text:
        text = _CARD.sub("", text)
    if " 作者" in text:  # the columnist behind the medium's name, in the same node
        text = text.partition(" 作者")[0]
    text = text.strip(" :：|｜()（）[]【】　")
    if text in _NO_SOURCE or text.startswith(("http://", "https://", "www.", "作者")) or len(text) > 60:
        return None
    return text
