"""The shape of a person's name, and the words that stand where a name could.

Bylines name persons, media, teams and places in the same forms. What follows a byline's label is cut into words, and
each is checked here; a word is no name where any rule says so.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Part, Question, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS = (
    Question("names-split", "search", "Where one name of a string ends and the next begins.", signs=True),
    Question("names-bracket", "search", "What stands in brackets behind a name, and goes.", signs=True),
    Question(
        "names-role",
        "search",
        "Who writes, with the medium before it: both go from a string of names.",
        signs=True,
    ),
    Question(
        "names-work", "search", "Other work between names: the word goes and the name stays.", signs=True
    ),
    Question("names-done", "search", "What the persons did, behind the last name.", signs=True),
    Question("names-latin", "fullmatch", "One name in Latin letters, with its spaces.", signs=True),
    Question("names-text-by", "search", "From here on a string says who did text and pictures.", signs=True),
    Question(
        "names-picture-by",
        "search",
        "The string ends with the work of a photographer, who wrote nothing.",
        signs=True,
    ),
    Question("names-person", "fullmatch", "The letters that a name is made of.", signs=True),
    Question(
        "names-nobody",
        "fullmatch",
        "A word that is a medium, a team, a place or a deed, and no person.",
        signs=True,
    ),
)

ROWS: tuple[Part | Words | Wording, ...] = (
    Words(
        name="SURNAMES",
        why="Surnames of one character, the common and the not so rare, in both scripts. They guard the forms without a word for "
        "author, a lone name in brackets first, and what stands behind the first name of a series.",
        members=tuple(
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
            "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
            "常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴"
            "霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦"
            "戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻"
            "苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练"
            "張劉陳楊黃趙吳孫馬鄭羅謝韓馮鄧許蘇呂葉閻蔣賈鄒譚盧陸範鐘鍾賀龔萬錢嚴賴龐蘭顏莊聶魯嶽齊餘顧衛紀連駱雲單遊歐畢聞華龍關樂邊簡鄺車婁費鄔應諸豐溫湯寧強談欒鞏喬麥滿竇榮閔蕭鮑祿藺練農興"
            "廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿"
            "鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元"
        ),
        within=("清晨的第一班渡船载着菜农过了河，对岸的灯还亮着。（＿岩峰）",),
        also=(("文", "a surname as well as the label of a text"),),
    ),
    Words(
        name="ORDINARY_WORDS",
        why="Ordinary words that open with a surname's character, from the most frequent words of a free dictionary for "
        "cutting Chinese text (jieba's, MIT) that are seldom given names, and from rubrics. Where nothing but its place "
        "calls a word a name, it is none.",
        members=tuple(
            "国家 国外 国产 国庆 全国 全省 全市 全部 全面 全球 公民 公众 公园 "
            "公路 公益 公平 公交 时间 时候 时期 时代 时刻 时光 时节 时事 关系 关注 方面 "
            "方法 方案 方式 方向 方便 方言 方寸 计划 单元 单身 简单 简讯 农业 农村 农民 农家 任务 "
            "战争 战略 战报 战士 权力 权利 解放 解读 解说 解密 原因 原则 原文 原声 项目 相逢 "
            "相思 相亲 相声 丰富 支持 支招 成功 成长 成绩 严重 商业 商品 商机 平台 平等 平静 平凡 "
            "平安 和平 和谐 安排 安心 安静 干部 明显 明确 明天 明日 明星 应急 容易 官方 师傅 利益 "
            "利好 母亲 母爱 位置 银行 银幕 海军 海洋 海外 海选 居民 居家 文学 文艺 文明 文物 "
            "文摘 文史 普通 金融 金秋 金色 金牌 金曲 金句 区域 高度 高考 高手 高校 高潮 "
            "高铁 高招 毕业 宗教 符号 石油 常识 常态 游客 游记 满意 满分 温度 温暖 温情 温馨 "
            "温柔 温泉 危机 危险 卫生 卫星 费用 边缘 成本 成语 印象 颜色 白色 白领 白描 黄色 黄昏 "
            "黄金 蓝色 蓝图 季节 房子 谈话 官员 花絮 花边 花园 花季 鲜花 鲜明 乐队 乐园 乐观 "
            "乐评 江湖 古典 古诗 古城 古装 古风 冷静 冷门 路人 路上 路况 路演 马路 马上 马术 车展 "
            "车市 车讯 党建 党史 安装 盘点 石头 万象 万物 祝福 祝贺 祝愿 连载 柳絮 梅雨 兰花 雷雨 "
            "毛衣 童话 童年 童谣 史记 史料 贺岁 贺电 顾问 元旦 元宵 向上 余音 余波 余温 麻辣 谢幕 "
            "盛夏 盛会 盛典 盛世 仲夏 初春 初夏 初秋 初冬 初心 初恋 晋级 宣言 宣传 那些 那时 那年 "
            "南方 南北 田野 田园 宫廷 莫名 丛林 燕窝 满月 巩固 揭秘 揭晓 揭榜 揭幕 储蓄 祖国 祖父 "
            "祖母 门诊 敬老 敬礼 危房 农事 农谚 居中 干货 但愿 单曲 谷雨 夏至 夏天 夏日 常谈 牛市 "
            "鹿鸣 计算 苗头 凌晨 班车 房价 司机 司法 都市 楼市 阳光 阳台 池塘 向往 舒适 卓越 "
            "鞠躬 查处 储备 容颜 阿姨 支部 胡同 苏醒 包容 许愿 井水 甘甜 寇仇 索赔 晏然 甄选 康复 "
            "茅屋 浦江 戈壁 花鸟 芦苇 乔木 米饭 谈心 汤圆 蒲公英 马拉松 向日葵 万花筒 时间表 金字塔 "
            "华灯 路灯 鲜果 花海 石榴 桂花 梅花 荣誉 荣耀 连心 强国".split()
        ),
        within=("清晨的第一班渡船载着菜农过了河，对岸的灯还亮着。（＿）",),
        also=tuple(
            (word, "here where a name could stand, elsewhere a label or a thing that is disowned")
            for word in ("时间", "平台")
        ),
    ),
    Words(
        name="COMPOUND_SURNAMES",
        why="Surnames of two characters: a name of four is a Chinese name where it opens with one.",
        members=tuple(
            "欧阳 司马 上官 诸葛 夏侯 皇甫 东方 尉迟 公孙 慕容 司徒 令狐 端木 独孤 南宫 宇文".split()
        ),
        within=("清晨的第一班渡船载着菜农过了河，对岸的灯还亮着。（＿岩峰）",),
    ),
    Words(
        name="TITLED",
        why="How a title of four characters ends, and a name of four seldom does: 高级编辑, 易学大师.",
        members=tuple("家师员者长授生士事编辑任理监官裁席问"),
        within=("作者：梅岭、王德尚＿",),
        also=tuple((word, "a surname in front, a title's end behind") for word in "任席师官"),
    ),
    Words(
        name="PLACES",
        why="Towns, provinces and regions that bylines name behind a reporter: where it was written.",
        members=tuple(
            "北京 上海 天津 重庆 广州 深圳 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 "
            "广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 杭州 南京 武汉 成都 西安 "
            "沈阳 大连 长春 哈尔滨 济南 青岛 郑州 合肥 南昌 福州 厦门 长沙 海口 三亚 昆明 贵阳 南宁 太原 石家庄 兰州 银川 "
            "西宁 乌鲁木齐 拉萨 呼和浩特 苏州 无锡 宁波 温州 金华 常州 南通 东莞 佛山 珠海 中山 惠州 安康 武威 宁德 安庆 "
            "台北 新北 桃园 台中 台南 高雄 基隆 新竹 苗栗 彰化 南投 云林 嘉义 屏东 宜兰 花莲 台东 澎湖 金门 "
            "华东 华南 华北 华中".split()
        ),
        within=("（记者 沈砚秋 ＿）跨河的新桥今晨通车。",),
    ),
    Words(
        name="NO_NAME",
        why="Words, titles and media that stand where a name could, in bylines and in brackets behind the last sentence.",
        members=tuple(
            "未完 待续 全文 完毕 综合 资料 资料图 以上 如下 左图 右图 上图 下图 左一 右一 同上 下同 "
            "下称 简称 化名 音译 节选 转载 原创 匿名 佚名 网络 小编 编者按 央视 高清 组图 双语 独家 "
            "快讯 更新 本站 官网 官微 网友 农历 周一 周二 周三 周四 周五 周六 周日 专栏作家 专栏作者 "
            "获悉 了解 体验 安全 高速 时评 公告 公示 公章 文件 简介 单位 曾任 时任 万元 谢谢 电话 "
            "高级 资深 教授 副教授 博士 博士生 律师 主任 院长 司长 常委 学者 作家 经济学家 研究生 "
            "管理员 楼主 网管 高温 暴雨 经济 时政 军事 文化 和讯 金十 易车 央广 东方财富".split()
        ),
        within=("作者：＿", "清晨的第一班渡船载着菜农过了河，对岸的灯还亮着。（＿）"),
    ),
    Part(
        name="NAME",
        why="A name in Han characters, with the dots that foreign and many minorities' names are written with.",
        pattern=r"{HAN}{1,4}(?:[·•]{HAN}{1,8})*",
    ),
    Part(
        name="TEXT_HERE",
        why="The word that the text, or text and pictures, are by who stands before it.",
        pattern=r"[\s/](?:图片?\s*[/¦&]?\s*)?文字?(?:\s*[/¦&]?\s*(?:图片?|摄影?))?(?:报[道导])?",
    ),
    Wording(
        name="names-split",
        why="Names stand behind spaces, commas, bars and the marks of a series, or are joined by a word for and.",
        asks="names-split",
        forms=(
            Form(r"[\s,/&|;¸¦]+", takes=("沈砚秋、尚青", "沈砚秋 尚青"), spares=("沈砚秋",)),
            Form(
                r"(?<={HAN}{2})(?:和|与)(?={HAN}{2})",
                takes=("沈砚秋和尚青青", "沈砚秋与尚青青"),
                spares=("盘和林", "沈与之", "Tom和Anna"),
            ),
        ),
    ),
    Wording(
        name="names-bracket",
        why="A post, a code or an address in brackets behind a name; one that nothing closes goes to the end.",
        asks="names-bracket",
        forms=(
            Form(
                r"[(\[<《][^)\]>》]{0,60}[)\]>》]",
                takes=("沈砚秋（青崖大学教授）", "《青崖周刊》沈砚秋"),
                spares=("沈砚秋 青崖大学教授",),
            ),
            Form(r"\(.*$", takes=("沈砚秋（青崖大学",), spares=("沈砚秋）",)),
        ),
    ),
    Wording(
        name="names-role",
        why="A medium and the word for its reporter before a name, or the word alone between two names.",
        asks="names-role",
        forms=(
            Form(
                r"[^\s,/|¸¦]{0,14}(?:记者|通讯员|特约撰稿人?|实习生|评论员)",
                takes=(
                    "青崖晚报记者 沈砚秋",
                    "沈砚秋 通讯员 尚青",
                    "青崖周刊特约撰稿 沈砚秋",
                    "青崖周刊特约撰稿人 沈砚秋",
                    "沈砚秋 实习生尚青",
                    "本报评论员沈砚秋",
                ),
                spares=("沈砚秋 尚青",),
            ),
        ),
    ),
    Wording(
        name="names-work",
        why="What else somebody did, written before the name or behind it.",
        asks="names-work",
        forms=(
            Form(
                r"\s*(?:撰稿(?:人|员)?|特派员|摄影|编辑|责编|校对|设计|翻译|编译)\s*[:|/]?\s*",
                takes=(
                    "撰稿沈砚秋",
                    "撰稿人沈砚秋",
                    "撰稿员沈砚秋",
                    "青崖特派员沈砚秋",
                    "沈砚秋 摄影尚青",
                    "沈砚秋，编辑尚青",
                    "沈砚秋，责编尚青",
                    "沈砚秋，校对尚青",
                    "沈砚秋，设计尚青",
                    "翻译沈砚秋",
                    "编译：沈砚秋",
                ),
                spares=("沈砚秋 尚青",),
            ),
        ),
    ),
    Wording(
        name="names-done",
        why="Behind the last name: that the persons reported, compiled or helped to.",
        asks="names-done",
        forms=(
            Form(
                r"\s*(?:参与采写|(?:参与|摄影|综合)?报[道导]|编译|整理)$",
                takes=(
                    "沈砚秋、尚青参与采写",
                    "沈砚秋 参与报道",
                    "沈砚秋 摄影报道",
                    "沈砚秋 综合报道",
                    "沈砚秋 报导",
                    "沈砚秋 编译",
                    "沈砚秋整理",
                ),
                spares=("报道沈砚秋", "沈整理春"),
            ),
        ),
    ),
    Wording(
        name="names-latin",
        why="A name in Latin letters is one name, spaces and all.",
        asks="names-latin",
        forms=(
            Form(
                r"[A-Za-z][\w.'’\s-]*", takes=("Anna Whitmore", "J. O’Hara"), spares=("Anna Whitmore、Tom",)
            ),
        ),
    ),
    Wording(
        name="names-text-by",
        why="甲 文/图, 甲 文 乙 图, 甲/文 乙/编辑: the text is by who stands before it.",
        asks="names-text-by",
        forms=(
            Form(
                r"{TEXT_HERE}\s*$",
                takes=(
                    "沈砚秋 文/图",
                    "沈砚秋 图/文",
                    "沈砚秋 图片、文字",
                    "沈砚秋 文字/图片",
                    "沈砚秋 文/摄",
                    "沈砚秋 文/摄影",
                    "沈砚秋 文/图报道",
                    "沈砚秋 文/图报导",
                    "沈砚秋/文",
                ),
                spares=("沈砚秋 尚文君", "沈砚文"),
            ),
            Form(
                r"{TEXT_HERE}[\s¦¸;/]+[^¶]{2,20}(?:图片?|摄影?|编辑?)\s*$",
                takes=(
                    "沈砚秋 文 尚青 图",
                    "沈砚秋 文字 尚青 图片",
                    "沈砚秋 文 尚青 摄",
                    "沈砚秋 文、尚青 摄影",
                    "沈砚秋/文 尚青/编",
                    "沈砚秋/文 尚青/编辑",
                ),
                spares=("沈砚秋 文君 尚青",),
            ),
        ),
    ),
    Wording(
        name="names-picture-by",
        why="甲 摄, 甲 供图: who took the picture wrote nothing.",
        asks="names-picture-by",
        forms=(
            Form(
                r"(?:摄(?:影|像|制)?|供图|制图|配图|绘图|[\s/]图片?|[\s/]供稿?)\s*$",
                takes=(
                    "沈砚秋 摄",
                    "沈砚秋摄影",
                    "沈砚秋 摄像",
                    "青崖台 摄制",
                    "沈砚秋 供图",
                    "沈砚秋制图",
                    "沈砚秋 配图",
                    "沈砚秋绘图",
                    "沈砚秋 图",
                    "沈砚秋/图片",
                    "沈砚秋 供",
                    "沈砚秋 供稿",
                ),
                spares=("王宏图", "沈摄秋"),
            ),
        ),
    ),
    Wording(
        name="names-person",
        why="Han characters with dots between, or words in Latin letters of which all but the first open with a capital.",
        asks="names-person",
        forms=(
            Form(r"{NAME}", takes=("沈砚秋", "约翰·史密斯", "买买提•艾力"), spares=("沈砚秋：", "沈·")),
            Form(
                r"[A-Za-z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)*",
                takes=("Anna", "Anna Whitmore", "O’Hara-Jones"),
                spares=("Anna whitmore", "7号"),
            ),
        ),
    ),
    Words(
        name="NOBODY_ENDINGS",
        why="How firms, houses and other bodies end that stand where a name could.",
        also=tuple((word, "a desk as well as a body's or a team's end") for word in "基金 公司 研究".split()),
        members=tuple("界 完 证券 编辑部 工作室 智库 资本 基金 银行 公司 集团 中心 大学 学院 协会".split()),
    ),
    Words(
        name="MEASURES",
        why="Measure words of things, which with a number before them open the name of a thing: 文/一座桥 is a title.",
        members=tuple("座 盏 条 位 个 只 张 片 件 场 群 棵 扇 艘 首 篇 辆 间 栋 些".split()),
        also=tuple((word, "a surname, and behind a number a measure") for word in ("张", "位")),
    ),
    Words(
        name="TEAMS_AND_DEEDS",
        why="How research teams and rubrics end, and what a reporter does where his name could stand.",
        members=tuple(
            "数据 宏观 固收 策略 研究 团队 课题组 连线 走访 探访 暗访 实探 探营 直击 目击 实拍 亲历 蹲点 追踪 纪实 侧记 札记 专访 采访 调查 手记 日记 来信 "
            "来稿 供稿 文章".split()
        ),
    ),
    Wording(
        name="names-nobody",
        why="A medium, a department, an account, an end mark, a place with a report from it, a deed.",
        asks="names-nobody",
        forms=(
            Form(r"(?:.{2,})?{MEDIA_ENDINGS}", takes=("青崖晚报", "体育"), spares=("高新闻", "李报春")),
            Form(r".*{ACCOUNTS}", takes=("霁光数据微博",), spares=("沈微",)),
            Form(
                r"{WRITERS}|{WORKERS}|{REPORTER_RANKS}|{TEXT_LABELS}|{SOURCES}|{THIS_MEDIUM}",
                takes=("作者", "导演", "首席", "文字", "来源", "本报"),
                spares=("文本心", "导演沈"),
            ),
            Form(r".{2,}{NOBODY_ENDINGS}", takes=("霁光资本",), spares=("高大学", "李公司明")),
            Form(r"{DESKS}|{PICTURE_AGENCIES}", takes=("国际", "万得"), spares=("万得明",)),
            Form(r"新浪.{0,6}", takes=("新浪财经头条",), spares=("何新浪",)),
            Form(r".*{TEAMS_AND_DEEDS}", takes=("青崖固收", "现场连线"), spares=("沈砚秋",)),
            Form(
                r"[一两二三四五六七八九十几那这每半]{MEASURES}{HAN}{1,4}",
                takes=(
                    "一座桥",
                    "两盏灯",
                    "二条路",
                    "三位船工",
                    "四个人",
                    "五只船",
                    "六张纸",
                    "七片叶",
                    "八件衣裳",
                    "九场雨",
                    "十群羊",
                    "几棵树",
                    "那扇门",
                    "这艘船",
                    "每首歌",
                    "半首歌谣",
                ),
                spares=("九把刀", "一丁"),
            ),
            Form(r"{HAN}{2,4}电", takes=("青崖电",), spares=("李电",)),
        ),
    ),
)
