"""How times are written on pages: year, month and day with their signs, a clock, a zone."""

from __future__ import annotations

from newsclean.rules.rows import Form, Part, Question, Wording

__all__ = ["AFTER_NOON", "QUESTIONS", "ROWS"]

AFTER_NOON = frozenset({"下午", "午后", "傍晚", "晚", "晚上", "晚间"})
"""Words before a clock that put it behind noon: 下午3:05 is 15:05."""

MIDNIGHT = frozenset({"凌晨", "am"})
"""Words beside a clock of which twelve is midnight: 凌晨12:30 is 00:30, and so is 12:30 AM."""

QUESTIONS = (
    Question("moment", "search", "A time: a day, with or without its clock and zone.", fixed=True),
    Question(
        "moment-words",
        "search",
        "A day with its clock, however much stands between them in one node.",
        fixed=True,
    ),
)

ROWS = (
    Part(
        name="DAY",
        why="2019年09月11日 · 2005.08.26 · 2018-05-09 · 2026/4/20; full-width dashes stand in pages of 2009.",
        pattern=r"(?P<y>(?:19|20)\d\d)\s*[年./\-－]\s*(?P<m>\d{1,2})\s*[月./\-－]\s*(?P<d>\d{1,2})\s*日?",
    ),
    Part(
        name="CLOCK",
        why="01:53 · 12:52:37 · 10时10分 · 3点05 · 05:39 glued to the day where date and clock stand in two spans; ISO 8601 "
        "has thousandths of seconds; 09:10 pm on pages of Taiwan.",
        pattern=r"(?P<H>\d{1,2})\s*[:：时時点點]\s*(?P<M>\d{2})(?:\s*[:：分]\s*(?P<S>\d{2})(?:\.\d+)?)?(?:\s?(?P<noon>[apAP][mM])\b)?",
    ),
    Part(
        name="ZONE",
        why="Z, GMT, UTC, +08:00. GMT+8 and its like name the zone of the page, and are read as no zone at all.",
        pattern=r"(?P<zone>Z|(?:GMT|UTC)(?!\s?[+-]\d)|[+-]\d{2}:?\d{2})",
    ),
    Part(
        name="DAYPART",
        why="The part of the day before a clock.",
        pattern=r"(?P<half>上午|中午|下午|午后|傍晚|晚[上间]?|凌晨|早上?|清晨)",
    ),
    Part(
        name="BEFORE_CLOCK",
        why="What stands between the day and its clock: the weekday, in brackets too, a bar, the zone of Hong Kong.",
        pattern=r"[\sT,，|·]*(?:[(（]?(?:星期|[周週]).[)）]?)?\s*(?:HKT\s*)?",
    ),
    Wording(
        name="moment",
        why="Every form of a time seen on pages of 2005-2026.",
        asks="moment",
        forms=(
            Form(
                r"{DAY}(?:{BEFORE_CLOCK}{DAYPART}?\s*{CLOCK}\s*{ZONE}?)?",
                takes=(
                    "2019年09月11日01:53 青崖晚报",
                    "2005.08.2605:39",
                    "(2010-05-12 07:54:40)",
                    "2019-10-23T09:05:34.120+08:00",
                    "1999/4/20 8:05",
                    "2016年05月25日10时10分",
                    "2012年3月8日 星期四 下午3点05分12秒",
                    "2012－03－08 周四 上午8：21",
                    "2011年6月1日晚8:15开赛",
                    "2011年6月1日晚上8:15开赛",
                    "2011年6月1日凌晨2:40",
                    "2024年5月22日週三 上午8:21",
                    "2024年5月22日（周三）中午12:05",
                    "2024-05-22 | 午后 3:05",
                    "2024-05-22 · 傍晚6:40",
                    "2024年5月22日晚间8:15",
                    "2024年5月22日早8:15",
                    "2024年5月22日早上8:15",
                    "2024年5月22日清晨5:15",
                    "2012年3月8日10時20分",
                    "2012年3月8日9點05分",
                    "2012.03.08 09:10 pm",
                    "2012/3/8 9:10AM",
                    "2012/3/8 9:10 am",
                    "2012/3/8 9:10 PM",
                    "2012-03-08 HKT 15:15",
                    "2022-03-08T21:17:00Z",
                    "2022-03-08 21:17 GMT",
                    "2022-03-08 21:17 UTC",
                    "2022-03-08 21:17 GMT+8",
                    "2022-03-08 21:17 -0500",
                ),
                spares=("1812年的老桥", "到2019年底，老桥还没有修好。"),
            ),
        ),
    ),
    Wording(
        name="moment-words",
        why="A medium's node that holds the time too: its words are cut out where they stand otherwise than they were read.",
        asks="moment-words",
        forms=(
            Form(
                r"(?:19|20)\d\d\s*[年./-].*?\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?",
                takes=("2016年05月25日 （周三） 10:10:21 青崖晚报", "1999-05-25　 10：10 青崖晚报"),
                spares=("青崖晚报 2016年05月25日", "2016：十点十分"),
            ),
        ),
    ),
)
