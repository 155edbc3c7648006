"""Which lines beside pictures are captions: the words by which a line tells it, and those by which it tells the contrary.

Where a line stands and how it is centred is asked by the code (clean/captions.py); here is what it may say. Captions
in elements of their own are told in elements.py.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Part, Question, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS: tuple[Question, ...] = (
    Question(
        "caption-credit",
        "search",
        "Whether a line that ends a sentence is a picture's all the same, by naming the picture or who took it.",
    ),
    Question(
        "caption-told",
        "fullmatch",
        "Whether a line of a block of its own says that it is the caption of the picture above it.",
    ),
    Question(
        "cover-credit",
        "match",
        "Whether a line tells whose the picture of the cover is, or all pictures are: below the text it is no caption of "
        "the picture it happens to stand under.",
    ),
    Question(
        "no-caption",
        "match",
        "Whether a short centred line under a picture is something else: who wrote, a heading, a table's title.",
    ),
    Question(
        "numbered-heading", "match", "Whether a bold line under a picture is the heading of what follows."
    ),
    Question(
        "scan-scene",
        "search",
        "Whether a caption that speaks of scanning shows people who scan: then the picture is no code.",
    ),
)

ROWS: tuple[Words | Part | Wording, ...] = (
    Words(
        name="LEADS",
        why="What a link beside a picture begins with when it leads to more pictures: galleries of 2009-2020.",
        members=("点击", "进入", "更多", "查看"),
        also=(("进入", "A link's first word, and in info lines a tool's."),),
        within=("＿高清图集",),
    ),
    Words(
        name="CAPTION_OPENINGS",
        why="What captions that end in a full stop open with, on pages of 2009-2026.",
        members=("图为", "图片", "图中", "资料图", "配图", "▲", "△", "上图", "下图", "左图", "右图"),
        also=(
            ("图片", "It names what a caption is of, and is a label of credit lines."),
            ("配图", "It names what a caption is of, and is a label of credit lines."),
            *[
                (word, "It says which picture a caption is of, and is no person's name.")
                for word in ("上图", "下图", "左图", "右图")
            ],
        ),
    ),
    Words(
        name="PICTURE_TAKERS",
        why="Who takes pictures for the news, as credits behind a caption name them: staff, and the two agencies.",
        members=("记者", "通讯员", "新华社", "中新社"),
        also=(
            ("记者", "They write, and they take pictures."),
            ("通讯员", "They write, and they take pictures."),
            ("新华社", "An agency has writers and photographers."),
            ("中新社", "An agency has writers and photographers."),
        ),
    ),
    Words(
        name="LINE_OPENINGS",
        why="Labels of centred lines under a lead picture that say who wrote, or where from: 2009-2026.",
        members=("文", "图", "撰文", "图文", "作者", "记者", "编辑", "本报", "本刊", "来源", "原标题"),
        also=tuple(
            (word, "A label of credit lines; here whatever stands behind it.")
            for word in ("文", "图", "撰文", "图文", "作者", "记者", "编辑", "本报", "本刊", "来源", "原标题")
        ),
    ),
    Words(
        name="NUMERALS",
        why="The digits of headings that count in Chinese.",
        members=("一", "二", "三", "四", "五", "六", "七", "八", "九", "十"),
    ),
    Part(
        name="NUMBERED",
        why="The number that a heading opens with, and the sign behind it.",
        pattern=r"[(（]?(?:{NUMERALS}{1,3}|\d{1,2})[)）、.．]",
    ),
    # --- sentences that are captions ----------------------------------------------------------------------------
    Wording(
        name="caption-opening",
        why="The line begins by naming the picture.",
        asks="caption-credit",
        forms=(
            Form(
                r"^[(（【]?{CAPTION_OPENINGS}",
                takes=("图为渡口停航后的第一个早晨。", "（下图）船工把缆绳收了起来。"),
                spares=("他把图纸铺在桥头，一张一张地看。", "地图为什么没有标出渡口，没有人说得清。"),
            ),
            Form(
                r"^[(（【]?图\s?\d",
                takes=("图2：桥灯的位置。",),
                spares=("图书馆里有2盏灯还亮着。",),
            ),
        ),
    ),
    Wording(
        name="caption-source",
        why="The line says anywhere whose picture it is.",
        asks="caption-credit",
        forms=(
            Form(
                r"图片来源|资料图片?[)）]|供图",
                takes=(
                    "老桥的桥墩。图片来源：青崖晚报。",
                    "老桥的桥墩（资料图）。",
                    "老桥的桥墩（资料图片）。",
                    "老桥的桥墩。桥管所供图。",
                ),
                spares=("他从资料里找到一张图，上面没有渡口。",),
            ),
            Form(
                r"摄(?:影|制)?[)）】\]。]*$",
                takes=(
                    "老桥的桥墩。沈砚秋摄。",
                    "桥灯亮了。（本报记者沈砚秋摄影）",
                    "桥灯亮了。青崖电视台摄制。",
                ),
                spares=("摄影师在桥头等了一夜。",),
            ),
        ),
    ),
    # --- lines that tell of other pictures ----------------------------------------------------------------------
    Wording(
        name="cover-picture",
        why="Self-media name the source of the cover, which stands above the text or in no text at all, in its last lines.",
        asks="cover-credit",
        forms=(
            Form(
                r"[(（【\[*]?(?:封面|封图|题图|头图|首图)(?:图片?|照片|配图)?(?:来源|来自|提供|摄影|版权|[:：/|｜])",
                takes=(
                    "封面图片来源：砚江晨报",
                    "（封面图来自卫南风）",
                    "封图提供：青崖桥管所",
                    "题图摄影：卫南风",
                    "头图版权：砚江晨报",
                    "首图：砚江晨报",
                    "封面照片/卫南风",
                    "*封面配图|砚江晨报",
                    "[题图｜砚江晨报",
                    "【题图:砚江晨报",
                    "(头图来源 砚江晨报",
                ),
                spares=("封面人物站在桥头，身后是渡口", "题图诗写的是渡口", "封面图上的桥灯"),
            ),
            Form(
                r"[(（【\[*]?[本全][文篇].{0,4}图片?.{0,4}(?:来源|来自|提供)",
                takes=(
                    "本文图片来源：砚江晨报",
                    "（全文配图均来自网络）",
                    "本篇图片由卫南风提供",
                    "[本文图片来自",
                    "【本文图片来自",
                    "*本文图片来自",
                    "(本文图片来自",
                ),
                spares=("本文写的是图片里的渡口", "全国图片展来自四省"),
            ),
        ),
    ),
    # --- blocks that are captions -------------------------------------------------------------------------------
    Wording(
        name="caption-label",
        why="The block opens with a label of captions.",
        asks="caption-told",
        forms=(
            Form(
                r"[(（【]?图为(?!什么|何|此).*",
                takes=("图为桥灯夜景。", "（图为渡口旧址）"),
                spares=(
                    "图为什么会动，很多人问过。",
                    "图为何没有标出渡口，没有人说得清。",
                    "图为此补画了三次，渡口还是不在上面。",
                ),
            ),
            Form(
                r"[(（【]?图片(?:来源|说明|提供)\s*[:：].*",
                takes=("图片来源：砚江晨报", "图片说明：桥灯夜景", "图片提供：青崖桥管所"),
                spares=("图片来源已经查不到了，拍照的人也没有留下名字", "图片显示，桥灯亮了一夜。"),
            ),
            Form(
                r"[(（【]?资料图片?(?:[\s：:，。)）]|$).*",
                takes=("资料图：二十年前的渡口", "资料图片"),
                spares=("资料图书馆里灯火通明",),
            ),
            Form(
                r"[(（【]?(?:配图\s*[:：]|[▲△]).*",
                takes=("配图：桥灯夜景", "▲桥灯夜景"),
                spares=("配图是后来补的，画的不是这座桥",),
            ),
        ),
    ),
    Wording(
        name="caption-source-of-picture",
        why="A source that is none of an article: a frame of a video, a screen, a picture.",
        asks="caption-told",
        forms=(
            Form(
                r"[(（【]?来源\s*[:：].{0,20}(?:截[图屏]|画面|网络图片)[)）】]?",
                takes=(
                    "来源：视频截图",
                    "（来源:渡口直播截屏）",
                    "【来源：监控画面】",
                    "(来源 ：网络图片)",
                ),
                spares=("来源：青崖晚报", "来源：截图社区", "来源：视频截图里的那座桥"),
            ),
        ),
    ),
    Wording(
        name="caption-signature",
        why="The block ends with who took the picture, or whose it is.",
        asks="caption-told",
        forms=(
            Form(
                r".*[(（][^()（）]{0,16}(?:摄|供图|图片?来源[^()（）]{0,16})[)）]。?",
                takes=(
                    "桥灯夜景（卫南风 摄）",
                    "渡口停航（桥管所供图）。",
                    "桥灯夜景(图片来源：青崖晚报)",
                    "桥灯夜景（图来源：青崖晚报）",
                ),
                spares=("他把照片翻过来（背面写着一九八三年），没有说话",),
            ),
            Form(
                r".*{PICTURE_TAKERS}[^，。()（）拍航偷]{2,10}摄。?",
                takes=("桥灯夜景。本报记者卫南风摄",),
                spares=("记者在桥头用手机拍摄", "这一段由记者乘飞机航摄", "有记者躲在船里偷摄"),
            ),
            Form(
                r".*\s[^\s，。()（）]{2,4}\s?摄。?",
                takes=("桥灯夜景 卫南风 摄", "渡口停航 沈砚秋摄。"),
                spares=("他翻开相册，第一张 一九八三年冬摄于渡口", "这部短片 由沈砚秋和田穗合摄"),
            ),
            Form(
                r".*(?:(?:供|资料)图|\s图)。?",
                takes=("桥灯夜景，青崖桥管所供图", "二十年前的渡口 本报资料图", "砚江晨报 图"),
                spares=("他手里拿着一张渡口的地图", "他把桥画成了一张图。"),
            ),
        ),
    ),
    # --- as pages of Hong Kong and Taiwan word it ---------------------------------------------------------------
    Wording(
        name="caption-overseas-source",
        why="Whose picture it is, in a sentence.",
        asks="caption-credit",
        forms=(
            Form(
                r"资料照片?[)）,，]|翻摄自|^[(（【]?图说\s*[:：]",
                takes=(
                    "桥灯亮了。（资料照片）",
                    "桥灯亮了。（资料照，记者沈砚秋摄）",
                    "桥灯亮了。（图／翻摄自青崖脸书）",
                    "图说：桥灯亮了。",
                    "（图说:桥灯亮了。）",
                ),
                spares=("他把资料照着抄了一遍。",),
            ),
        ),
    ),
    Wording(
        name="caption-overseas",
        why="图说：…, （图／…提供）, （资料照片）, （翻摄自…）, 记者…／摄影 behind a picture.",
        asks="caption-told",
        forms=(
            Form(
                r"[(（【]?图说\s*[:：].*",
                takes=("图说：桥灯亮了。", "（图说:桥灯夜景）"),
                spares=("图说不清楚的地方，他又画了一遍",),
            ),
            Form(
                r"(?!.*(?:数据|资料由|信息)).*[(（][^()（）。，]{2,20}提供[)）]",
                takes=("桥灯亮了（青崖镇公所提供）", "桥灯亮了。（图／青崖时报提供）", "（图：桥管所提供）"),
                spares=(
                    "桥灯亮了。（资料由镇公所提供）",
                    "桥灯每年坏三盏（数据由桥管所提供）",
                    "（以上信息由桥管所提供）",
                ),
            ),
            Form(
                r"图\s*[/／╱:：]\s*[^()（）。，]{2,20}(?:提供|摄)",
                takes=("图／青崖时报提供", "图：沈砚秋摄"),
                spares=("图／文：沈砚秋", "图由青崖时报提供"),
            ),
            Form(
                r".*[(（][^()（）。，]{0,12}(?:资料照片?|档案照片?|翻摄自[^()（）]{2,16}|取自[^()（）]{2,16})[)）]。?",
                takes=(
                    "桥灯亮了。（资料照片）",
                    "桥灯夜景（图／青崖时报资料照）",
                    "桥灯亮了。（青崖社档案照片）。",
                    "桥灯夜景（图：档案照）",
                    "桥灯亮了。（翻摄自青崖脸书）",
                    "桥灯夜景（取自网路）",
                ),
                spares=("他拿出一张老照片（背面写着一九八三年）", "他取自网路的资料（三页纸）"),
            ),
            Form(
                r"(?:资料照片?|翻摄自[^。，]{2,16})",
                takes=("资料照片", "资料照", "翻摄自青崖脸书"),
                spares=("资料照旧放在桌上",),
            ),
            Form(
                r"(?:.*[。）)\s])?(?:图\s*[/／╱]\s*)?(?:记者)?[^\s，。()（）/／╱]{2,4}\s*[/／╱]\s*摄影?。?",
                takes=(
                    "桥灯亮了。记者沈砚秋／摄影",
                    "（桥灯夜景）图／沈砚秋／摄",
                    "桥灯夜景 沈砚秋/摄影。",
                    "记者沈砚秋╱摄影",
                ),
                spares=("他的专业是新闻编采／摄影，毕业二十年了", "文／沈砚秋 摄影／尚青岚"),
            ),
        ),
    ),
    # --- lines that are something else --------------------------------------------------------------------------
    Wording(
        name="no-caption-label",
        why="Who wrote, or where from.",
        asks="no-caption",
        forms=(
            Form(
                r"{LINE_OPENINGS}\s*[/:：|｜、\s]",
                takes=("文/卫南风", "本报 卫南风"),
                spares=("作者在桥头签名", "文庙前的石狮"),
            ),
        ),
    ),
    Wording(
        name="no-caption-heading",
        why="A heading: with a number, a chapter, a part of a series, a table, a dash or a square before it.",
        asks="no-caption",
        forms=(
            Form(
                r"{NUMBERED}",
                takes=("一、桥灯夜景", "（2）渡口"),
                spares=("十里长堤上的桥灯", "2021年的渡口"),
            ),
            Form(
                r"第.{1,3}[章节部]",
                takes=("第三章 渡口", "第一节 桥灯", "第二部 南岸"),
                spares=("第三盏桥灯亮了",),
            ),
            Form(
                r"[上中下]篇|表\s?\d",
                takes=("上篇 桥", "中篇 船", "下篇 灯", "表1 桥灯的数目"),
                spares=("上游的渡口", "表叔公站在桥头"),
            ),
            Form(
                r"[—－-]{2}|[■◆●]",
                takes=("——写在通车之前", "■渡口往事"),
                spares=("-7℃的桥面",),
            ),
        ),
    ),
    Wording(
        name="numbered-heading",
        why="The heading of what follows, which pictures often stand right above.",
        asks="numbered-heading",
        forms=(
            Form(
                r"{NUMBERED}",
                takes=("二、渡船", "3.南岸的灯"),
                spares=("二楼的灯", "3盏灯"),
            ),
        ),
    ),
    # --- captions of those who scan -----------------------------------------------------------------------------
    Wording(
        name="scan-scene",
        why="It tells where somebody scans, or ends in a noun with an attribute: 正在扫码的旅客.",
        asks="scan-scene",
        forms=(
            Form(
                r"的[^，。的]{1,10}$",
                takes=("扫描二维码进站的旅客",),
                spares=("扫描二维码关注我们的公众号，领取登船券", "扫码关注青崖晚报"),
            ),
            Form(
                r"在",
                takes=("旅客在渡口扫码登船",),
                spares=("扫码登船",),
            ),
        ),
    ),
)
