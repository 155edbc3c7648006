"""The shape of a person's name, and the names in a string that holds nothing else.

Here live the surnames, the places and the words that stand where a name could. Here never lives a form of byline.
"""

from __future__ import annotations

from newsclean.lazy_regex import Deferred
from newsclean.metadata.credits import HAN, SIGNS, written

__all__ = ["NAME", "ROLE", "is_likely", "names_in", "plain_names"]

# 381 surnames of one character, the common and the not so rare. They guard the forms without a word for
# author, a lone name in brackets first, and what stands behind the first name of a series.
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
_MOST = 300  # characters of a string of names; longer ones are text
NAME = rf"{HAN}{{1,4}}(?:[·•]{HAN}{{1,8}})*"
_PERSON = Deferred(rf"^(?:{NAME}|[A-Za-z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)*)$")
# What _WORK_DONE and the endings of _NO_PERSON don't say: words, titles and media that stand where a name could.
_NO_NAME = frozenset(
    "完 图 文 摄 注 记者 编辑 作者 未完 待续 全文 完毕 综合 报道 本报 本刊 本网 "
    "新华社 中新社 新华网 新浪 来源 整理 供图 图片 资料 资料图 "
    "视频 译者 编译 翻译 通讯员 实习生 特约 首席 以上 如下 左 右 上 下 中 左图 右图 "
    "上图 下图 左一 右一 同上 下同 下称 简称 化名 音译 节选 转载 原创 匿名 佚名 财经 "
    "体育 娱乐 科技 网络 小编 编者按 央视 高清 组图 双语 独家 快讯 更新 评论员 本站 "
    "官网 官微 微博 网友 农历 周一 周二 周三 周四 周五 周六 周日 全文完 专栏作家 专栏作者 "
    "获悉 了解 体验 安全 高速 时评 公告 公示 公章 文章 文件 文字 简介 单位 曾任 时任 万元 谢谢 电话 高级 资深 "
    "教授 副教授 博士 博士生 律师 主任 院长 司长 常委 学者 作家 导演 经济学家 分析师 研究员 研究生 "
    "管理员 楼主 网管 高温 暴雨 国际 国内 社会 经济 时政 军事 教育 文化 "
    "和讯 金十 易车 央广 万得 同花顺 东方财富 Wind Choice iFinD".split()
)
_PLACES = frozenset(
    "北京 上海 天津 重庆 广州 深圳 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 "
    "广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 杭州 南京 武汉 成都 西安 "
    "沈阳 大连 长春 哈尔滨 济南 青岛 郑州 合肥 南昌 福州 厦门 长沙 海口 三亚 昆明 贵阳 南宁 太原 石家庄 兰州 银川 "
    "西宁 乌鲁木齐 拉萨 呼和浩特 苏州 无锡 宁波 温州 金华 常州 南通 东莞 佛山 珠海 中山 惠州 安康 武威 宁德 安庆 "
    "华东 华南 华北 华中".split()
)
# A medium, a department, an account or an end mark where a name could stand, by its ending; and what a reporter does
# where his name could stand.
_NO_PERSON = Deferred(
    r".{2,}(?:[网报社台刊界完]|新闻|证券|财经|客户端|编辑部|工作室|公众号|观察|智库|资本|基金|银行|公司|集团|中心|大学|汽车|"
    r"学院|协会)$|新浪.{0,6}$|.*(?:数据|宏观|固收|策略|研究|团队|课题组|频道|连线|走访|探访|暗访|实探|探营|直击|专访|采访|调查|观察|"
    r"见闻|手记|日记|来信|来稿|供稿|文章)$"
)
_COMPOUND = tuple("欧阳 司马 上官 诸葛 夏侯 皇甫 东方 尉迟 公孙 慕容 司徒 令狐 端木 独孤 南宫 宇文".split())
# How a title of four characters ends, and a name of four seldom does.
_TITLED = tuple("家师员者长授生士事编辑任理监官裁席问")
ROLE = r"(?:记者|通讯员|特约撰稿(?:人|员)?|撰稿(?:人|员)?|实习(?:生|记者)|评论员|特派员|见习记者|首席记者|本报记者)"
_SPLIT = Deferred(rf"[\s,/&|;¸¦]+|(?<={HAN}{{2}})(?:和|与)(?={HAN}{{2}})")
_BRACKET = Deferred(r"[(\[<《][^)\]>》]{0,60}[)\]>》]|\(.*$")
_NAMED_ROLE = Deferred(r"[^\s,/|¸¦]{0,14}(?:记者|通讯员|特约撰稿人?|实习生|评论员)")
_NEXT_ROLE = Deferred(rf"\s*(?:{ROLE}|摄影|编辑|责编|校对|设计|翻译|编译)\s*[:|/]?\s*")
_WORK_DONE = Deferred(r"\s*(?:参与采写|参与报道|报道|摄影报道|编译|整理|综合报道)$")
_LATIN = Deferred(r"[A-Za-z][\w.'’\s-]*")
_PLACE_ALONE = Deferred(rf"{HAN}{{2,4}}(?:报道|电)")
# 甲 文/图, 甲 文 乙 图, 甲/文 乙/编辑: the text is by who stands before it.
_TEXT_BY = Deferred(
    r"[\s/](?:图片?\s*[/¦&]?\s*)?文字?(?:\s*[/¦&]?\s*(?:图片?|摄影?))?(?:报道)?"
    r"(?:\s*$|[\s¦¸;/]+[^¶]{2,20}(?:图片?|摄影?|编辑?)\s*$)"
)
# 甲 摄, 甲 供图: who took the picture wrote nothing.
_PICTURE_BY = Deferred(r"(?:摄(?:影|像|制)?|供图|制图|配图|绘图|[\s/]图片?|[\s/]供稿?)\s*$")


def names_in(text: str, *, free: bool = False) -> list[str]:
    """The persons in a string that holds nothing but names: split, cleaned, and checked to be names. The first may
    be a pen name; behind it, a word that opens with no surname is a title or a place, unless the names are ``free``
    of such: reporters', with no place behind them.

    >>> names_in("张 三、李四光（某大学教授）")
    ['张三', '李四光']
    """
    names = _words(text)
    if free:
        return names
    return names[:1] + [name for name in names[1:] if is_likely(name) and not name.isupper()]


def plain_names(text: str) -> list[str]:
    """The persons in a string that only its place calls a byline: none, unless each looks like a Chinese name."""
    names = _words(text)
    return names if all(map(_is_plain, names)) else []


def is_likely(name: str) -> bool:
    """Whether a word looks like a name by more than its length: a surname in front, a dot within, or Latin letters."""
    if name[0].isascii() or _is_plain(name):
        return True
    return len(name) == 4 and name[0] in _SURNAMES and not name.endswith(_TITLED)


def _is_plain(name: str) -> bool:
    if "·" in name or "•" in name:
        return True
    return name[0] in _SURNAMES if len(name) <= 3 else name.startswith(_COMPOUND)


def _words(text: str) -> list[str]:
    """What is left of a string of names without roles, brackets and places, and could be one."""
    if len(text) > _MOST:
        return []
    text = written(_BRACKET.sub(" ", " ".join(text.translate(SIGNS).split())))
    if by := _TEXT_BY.search(text):
        text = text[: by.start()]
    elif _PICTURE_BY.search(text):
        return []
    text = _NEXT_ROLE.sub(" ", _NAMED_ROLE.sub(" ", text))
    text = _WORK_DONE.sub("", text.strip())
    if _LATIN.fullmatch(text):
        text = " ".join(text.split())
        return [text] if _is_person(text) else []
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
        if _PLACE_ALONE.fullmatch(word) or word in _PLACES:
            continue
        names.append(word)
    return [name for name in names if 2 <= len(name) <= 24 and _is_person(name)]


def _is_person(name: str) -> bool:
    if name in _NO_NAME or name in _PLACES or not _PERSON.match(name) or _NO_PERSON.match(name):
        return False
    if name[0].isascii():
        return not any(map(str.isdigit, name))
    return all("\u4e00" <= sign <= "\u9fff" or sign in "·•" for sign in name)
