"""Notices at the edges of a text: whose views it holds, that it is no advice, whose the rights are, how to reprint it.

The site, its partners and the media it reprints write them in formulas. Articles quote the same formulas, laws and
companies speak like them, so each form asks for more than one word of a notice.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Line, Part, Words

__all__ = ["ROWS"]

ROWS: tuple[Line | Words | Part, ...] = (
    # --- who speaks ------------------------------------------------------------------------------------
    Words(
        name="SAYING",
        why="With one of these words before a comma somebody else is quoted: the line is the article's.",
        members=("说，", "称，", "表示，"),
    ),
    Words(
        name="RETELLING",
        why="Verbs with which articles retell what a report or a company wrote of itself.",
        members=("写道", "强调", "重申"),
    ),
    Words(
        name="OWN_STATEMENT",
        why="How companies and authorities speak of themselves, and deny, in statements that are the article's text.",
        members=("我公司", "我司", "本通告", "本通知", "该公司", "从未"),
        also=(("我公司", "Companies speak so in statements and in notes on their figures alike."),),
    ),
    Words(
        name="COMPANY_STATEMENT",
        why="How a company that warns of its own figures is named or names itself; a medium's warning has none of these.",
        members=("公司声明", "我公司", "本公司"),
    ),
    # --- what notices say ------------------------------------------------------------------------------
    Words(
        name="HOUSES",
        why="How a disclaimer names the site that shows the text: the site's own name, or the site it was taken from.",
        members=("新浪", "本站", "本网"),
        also=(
            ("本站", "A notice of rights names the site as well."),
            ("本网", "A notice of rights names the site as well."),
        ),
    ),
    Words(
        name="DISCLAIMER_TITLES",
        why="What disclaimers of the site, its self-media and its partners are headed with, 2009-2026.",
        members=("特别声明", "免责声明", "免责条款", "风险提示声明"),
    ),
    Words(
        name="DISCLAIMED",
        why="What disclaimers speak of; statements of companies and authorities under the same heading speak of other "
        "things.",
        members=tuple(
            "转载 观点 立场 本刊 平台 建议 版权 自媒体 参考 侵权 真实性 责任 市场有风险 投资有风险 风险自负 风险自担 "
            "盈亏自负 据此".split()
        ),
        also=(
            ("转载", "A thing forbidden in a notice of rights, and a subject of a disclaimer."),
            ("本刊", "Magazines name themselves in both kinds of notice."),
        ),
    ),
    Part(
        name="AUTHORS_VIEW",
        why="The view of the author, as disclaimers put it.",
        pattern=r"作者(?:本人)?(?:个人)?观点",
    ),
    Words(
        name="AT_OWN_RISK",
        why="What follows in a warning that a text is no advice: who acts upon it does so at his own risk.",
        members=("据此操作", "据此入市", "据此投资", "自担", "自负", "谨慎"),
    ),
    Part(
        name="NO_ADVICE",
        why="What a warning says beside 仅供参考: whose risk it is, or once more that it is no advice and one man's view.",
        pattern=r"{AT_OWN_RISK}|不构成[^。，]{0,8}(?:建议|依据)|个人观点(?!是)",
    ),
    Words(
        name="TEXT_ITSELF",
        why="How a warning names the text that it stands under.",
        members=("以上", "本文", "文章", "文中", "上述"),
        also=(
            ("本文", "A warning and a notice of rights both speak of the text that they stand under."),
            ("以上", "It points at a text here, and is no name of a person where a byline ends with it."),
        ),
    ),
    Words(
        name="NOTICE_LABELS",
        why="What notices under examinations, horoscopes, health and columns are headed with.",
        members=("声明", "说明", "提示", "提醒"),
    ),
    Part(
        name="NOTICE_HEAD",
        why="The heading of such a notice: in brackets, before a colon, or both, behind the stars that sites draw.",
        pattern=r"[(（【\[★＊*]*\s*[^。：:，]{0,8}{NOTICE_LABELS}\s*(?:[\]】）)]\s*[:：]?|[:：])",
    ),
    Words(
        name="DISOWNED",
        why="What a notice says of the information that it stands under.",
        members=("无关", "仅供参考", "仅作参考", "不代表", "自行核实", "赞同", "登载"),
    ),
    # --- rights ----------------------------------------------------------------------------------------
    Words(
        name="CONSENT",
        why="What one needs for reprinting, in notices of rights.",
        members=("授权", "许可", "允许", "同意"),
        also=(("授权", "It is also what a reprint must come with."),),
    ),
    Words(
        name="OUTLETS",
        why="The last character of a medium's name, where a notice says whose consent is needed.",
        members=("网", "社", "报", "刊", "号", "台"),
    ),
    Part(
        name="RIGHTS_OWNER",
        why="Whose consent a notice asks for; a meeting's, an office's or a user's is the article's matter.",
        pattern=r"本[^。，]{1,8}|原?作者|版权[方人]|[^。，者关议]{0,14}{OUTLETS}",
    ),
    Words(
        name="THIS_TEXT",
        why="How a notice of rights names the text or its medium.",
        members=("本文", "本报", "本网", "本站", "本号", "本刊"),
    ),
    Words(
        name="FORBIDDEN",
        why="How a notice of rights forbids.",
        members=("严禁", "不得", "禁止", "请勿"),
    ),
    Words(
        name="COPYING",
        why="What notices of rights forbid; one of these makes a notice of a sentence that forbids.",
        members=("复制", "转载", "引用", "翻版", "镜像"),
        also=(("复制", "It is forbidden in a notice, and a tool of the page elsewhere."),),
    ),
    Words(
        name="USES",
        why="What notices of rights name beside copying. Laws and contracts forbid these too.",
        members=("使用", "传播", "改编", "发布", "擅自", "以任何形式", "以任何方式"),
    ),
    Part(
        name="USE",
        why="A word in the row of forbidden uses, or what joins two.",
        pattern=r"[、或和及]|{COPYING}|{USES}",
    ),
    Part(
        name="REPRINTING",
        why="Reprinting as a notice speaks of it; how often a text was reprinted, and for how much, is an article's matter.",
        pattern=r"(?<!被)转载(?![量费])|摘编(?!成)",
    ),
    Part(
        name="COPIED",
        why="What tells of a reprint that was made: 被转载, 被判, 转载了, 转载到. A sentence with it is an article's.",
        pattern=r"[^。]{0,60}(?:被(?:转载|判)|转载[了到])",
    ),
    Words(
        name="REPRINT_DUTIES",
        why="What whoever reprints a text has to do or to have.",
        members=("注明", "标明", "联系", "保留", "经", "获", "署名", "附", "带", "授权"),
        also=(("联系", "One is asked to get in touch for a reprint, and about infringed rights."),),
    ),
    Words(
        name="TAKE_DOWN",
        why="What holders of rights are asked to do, or are promised, in the notice of a text made of others' pictures.",
        members=("联系", "删除", "告知", "通知"),
        also=(("删除", "It is promised to holders of rights, and told of pages that are gone."),),
    ),
    Part(
        name="IF_INFRINGED",
        why="The invitation to holders of rights behind the words that say where pictures and texts come from.",
        pattern=r"[，,。；][^。]{0,20}侵权[^。]{0,4}请[^。]{0,6}{TAKE_DOWN}.{0,30}",
    ),
    # --- rows ------------------------------------------------------------------------------------------
    Line(
        name="disclaimer",
        why="Sina's and its partners' statements that the text is not theirs, between the 总声明 comments or as a last "
        "paragraph.",
        where="edges",
        most=600,
        unless=("OWN_STATEMENT", "SAYING"),
        forms=(
            Form(
                r"[(（【]?新浪网?(?:财经|新闻)?(?:特别|免责|郑重)?(?:声明|提示)[】)）]?\s*[:：].*",
                takes=(
                    "新浪声明：所载文字出自合作媒体，请读者自行判断。",
                    "新浪网特别声明：以上图文由投稿人提供，与本站无关。",
                    "（新浪财经免责声明：稿件出自青崖晚报，内容以原报为准。）",
                    "【新浪新闻郑重提示】：未经核实的传闻请勿轻信。",
                ),
                spares=(
                    "新浪声明了三次，这张照片不是它拍的。",
                    "新浪财经提示音一响：又有一只股票停牌了。",
                    "新浪声明：“消息不实。”发言人随后说，公司会保留证据。",
                ),
            ),
            Form(
                r"[(（【]?{DISCLAIMER_TITLES}[】)）]?\s*[:：].*?(?:{HOUSES}|{DISCLAIMED}).*",
                takes=("免责声明：文中所有观点出自作者。", "特别声明：以上照片由本网收集整理。"),
                spares=(
                    "特别声明：青崖船厂没有在网上开过店，请乡亲们不要上当。",
                    "特别声明：青崖渔业合作社从未在任何平台卖过鱼苗。",
                    "特别声明：我公司从未委托任何平台代售船票。",
                    "免责条款写在船票背面，没有一个平台提醒过乘客。",
                ),
            ),
            Form(
                r"【(?:特别声明|免责声明|版权声明|风险声明)】.*",
                takes=(
                    "【特别声明】文中图片由霁光图库提供。",
                    "【免责声明】文章由入驻作者上传。",
                    "【版权声明】稿件为青崖晚报所有。",
                    "【风险声明】历史业绩不预示未来。",
                ),
                spares=("【声明】青崖渡口：近日有人冒用渡口的名义招工，请乡亲当心。",),
            ),
            Form(
                r"此消息系转载自新浪网?合作媒体.*",
                takes=(
                    "此消息系转载自新浪合作媒体，登载此文为传递更多信息。",
                    "此消息系转载自新浪网合作媒体，不意味着赞同其观点。",
                ),
                spares=("此消息系转载，渡口管理处至今没有证实。",),
            ),
            Form(
                r"以上(?:文章)?内容[仅只]代表{AUTHORS_VIEW}.*",
                takes=(
                    "以上内容仅代表作者个人观点，请读者自行判断。",
                    "以上文章内容只代表作者本人观点。",
                ),
                spares=("以上内容由作者口述，观点是他自己的。",),
            ),
            Form(
                r"[(（]?本文[仅只]代表{AUTHORS_VIEW}[,，]?.{0,60}(?:{HOUSES}|平台(?!却)|立场).*",
                takes=(
                    "本文仅代表作者观点，与新浪无关。",
                    "（本文只代表作者观点，不代表发表的平台。）",
                    "本文仅代表作者观点，并非所在机构的立场。",
                ),
                spares=(
                    "本文仅代表作者观点，写给那些还在等船的人。",
                    "本文仅代表作者观点，平台却收到了三封律师函。",
                ),
            ),
            Form(
                r"[(（【]?声明】?\s*[:：].{0,40}(?:{HOUSES}|本文).*(?:转载|立场|版权|建议|登载).*",
                takes=(
                    "声明：凡新浪刊出的来稿，转载时请写明出处。",
                    "【声明】：本文由读者来稿，不是编辑部的立场。",
                    "（声明：本站只提供存储空间，版权由上传者负责。）",
                    "声明：本文所列价格不作买卖的建议。",
                    "声明：本网登载来稿是为了传递信息。",
                ),
                spares=(
                    "渡口管理处贴出声明：本文所附船期以水位为准。",
                    "声明：渡口今后不再接受转载申请。",
                ),
            ),
            Form(
                r"本栏目(?:所有)?文章.{0,20}(?:传递更多信息|代表(?!了)).*",
                takes=(
                    "本栏目所有文章旨在传递更多信息，请读者自辨。",
                    "本栏目文章均由作者供稿，不代表编辑部意见。",
                ),
                spares=(
                    "本栏目文章获奖的消息传来时，编辑部正在搬家。",
                    "本栏目文章由老船工口述，代表了三代人的记忆。",
                ),
            ),
            Form(
                r"独家(?:稿件)?声明\s*[:：].*(?:新浪|转载|未经).*",
                takes=(
                    "独家稿件声明：该作品特供新浪使用，任何媒体不得刊用。",
                    "独家声明：该访谈严禁转载。",
                    "独家稿件声明：该组图片未经许可不得刊用。",
                ),
                spares=("独家声明：沈砚秋方面否认离队，称合同还有两年。",),
            ),
            Form(
                r"新浪(?:网|财经|体育|娱乐|科技|新闻)?独家(?:稿件)?声明\s*[:：].*",
                takes=(
                    "新浪独家声明：该访谈由新浪首发。",
                    "新浪网独家声明：该作品由新浪首发。",
                    "新浪财经独家稿件声明：该作品由新浪首发。",
                    "新浪体育独家稿件声明：该作品由新浪首发。",
                    "新浪娱乐独家稿件声明：该作品由新浪首发。",
                    "新浪科技独家稿件声明：该作品由新浪首发。",
                    "新浪新闻独家稿件声明：该作品由新浪首发。",
                ),
                spares=("新浪独家声明背后，是三家公司争了一年的航线。",),
            ),
            Form(
                r"本文为作者独家授权新浪(?!.*的第).{0,60}",
                takes=("本文为作者独家授权新浪财经使用，请勿转载。",),
                spares=(
                    "本文为作者独家回忆，授权新浪的那一版删去了结尾，这一版没有。",
                    "本文为作者独家授权新浪财经发表的第一篇回忆，写的是一九八三年的渡口。",
                ),
            ),
        ),
    ),
    Line(
        name="stance-notice",
        why="That a text is its author's view and no advice, in the words of those it was taken from: two such formulas "
        "in one line, or one of a text about itself.",
        where="end",
        most=240,
        unless=("SAYING", "RETELLING", "COMPANY_STATEMENT"),
        forms=(
            Form(
                r"[(（【*＊]?\s*{TEXT_ITSELF}[^。，；]{0,12}(?:仅供参考|不构成[^。，]{0,10}建议)[】)）]?[,，。；]"
                r".*{NO_ADVICE}.*",
                takes=(
                    "本文仅供参考，投资者据此操作，后果请自行承担。",
                    "（以上数据仅供参考，不构成任何买卖建议。）",
                    "以上内容仅供参考，不构成投资依据。",
                    "*文中观点不构成投资建议，均为作者个人观点。",
                ),
                spares=(
                    "本文仅供参考，真正的船期贴在渡口。",
                    "上述运价仅供参考，货主据此操作的损失，本公司不承担。",
                    "文中数字仅供参考，沈砚秋强调农户还应谨慎。",
                    "以上水位仅供参考，值班员说，行船仍须谨慎。",
                    "以上水位仅供参考，渡口据此停航三天。",
                    "上述价目仅供参考，不构成承诺，最后一张船票卖了九块。",
                    "以上数字仅供参考，老船工的个人观点是水还要涨。",
                ),
            ),
            Form(
                r"[^。，：:\s]{2,10}声明\s*[:：].*(?:不构成[^。，]{0,8}建议|仅供参考).*{AT_OWN_RISK}.*",
                takes=(
                    "青崖财经声明：所载数据仅供参考，使用前请核实，风险自负。",
                    "霁光数据郑重声明：频道里的内容不构成投资建议，操作请谨慎。",
                ),
                spares=(
                    "渡口公司声明：船票的价目仅供参考，乘客据此出行应谨慎。",
                    "渡口管理处声明：张贴的船期仅供参考，以当日水位为准。",
                ),
            ),
            Form(
                r"[*＊]?\s*本文(?:为|系|仅代表|属)作者.{0,10}观点[，,].{0,6}不代表(?!他今).{2,24}",
                takes=(
                    "*本文为作者独立观点，不代表青崖网立场",
                    "本文系作者个人观点，不代表任何机构",
                    "本文仅代表作者观点，并不代表编辑部意见",
                    "本文属作者一家观点，不代表云泽周刊",
                ),
                spares=(
                    "本文为作者旧作，观点变了，不代表他今天的想法。",
                    "本文为作者三十年前的观点，不代表他今天的想法",
                ),
            ),
            Form(
                r"声明[:：].*(?:观点|内容)[^。]{0,6}[仅只]代表作者(?!与).*",
                takes=(
                    "声明：来稿由入驻作者撰写，观点仅代表作者本人。",
                    "声明：文章由用户上传，内容只代表作者。",
                ),
                spares=(
                    "声明：由船工代表作者领奖，书里的内容他一字未改。",
                    "声明：合同的内容仅代表作者与出版社双方的约定。",
                ),
            ),
            Form(
                r"(?:本文首发于(?:微信公众号)?[:：][^。，：:]{2,20}。\s*)?文章内容属作者个人观点[，,]不代表.{2,12}立场.*",
                takes=(
                    "本文首发于微信公众号：青崖夜话。文章内容属作者个人观点，不代表青崖网立场。",
                    "本文首发于：云泽周刊。 文章内容属作者个人观点，不代表青崖网立场。",
                    "文章内容属作者个人观点，不代表青崖网立场。",
                ),
                spares=("文章内容属作者个人观点，读者来信却说这代表了全镇人的立场。",),
            ),
            Form(
                r".{0,24}文章均为作者个人观点[，,].{0,4}不代表.{2,24}",
                takes=("青崖专栏作家的文章均为作者个人观点，并不代表新浪财经的看法。",),
                spares=(
                    "报上的文章均为作者个人观点，编辑部从不改动，也不代表谁说话，这是老社长沈砚秋立下的规矩，几十年没变。",
                ),
            ),
        ),
    ),
    Line(
        name="information-notice",
        why="Notices that what a page tells is for information: under examinations, horoscopes, health and columns.",
        where="end",
        most=300,
        unless=("SAYING",),
        forms=(
            Form(
                r"{NOTICE_HEAD}\s*[^\s].{0,120}(?:{HOUSES}|{AUTHORS_VIEW}).{0,80}{DISOWNED}.*",
                takes=(
                    "特别说明：各校的招生计划常有变动，新浪网所列的信息仅供参考。",
                    "[声明] 星座运程属于作者观点，请读者自行核实。",
                ),
                spares=(
                    "渡口提醒市民，本站的灯与邻镇无关",
                    "特别说明：本站月台加宽两米，候车的乡亲不用再挤了。",
                    "校方提示：招生办的沈砚秋表示，新浪网上的名单仅供参考。",
                ),
            ),
        ),
    ),
    Line(
        name="house-stance",
        why="That the views of a text are not the site's, behind a warning of risk.",
        where="edges",
        most=80,
        unless=("SAYING", "RETELLING"),
        forms=(
            Form(
                r".{0,24}(?:文章|本文)中?的?(?:观点|内容)不代表新浪.{0,20}",
                takes=(
                    "股市有风险，入市需谨慎。文章中的观点不代表新浪财经。",
                    "本文内容不代表新浪立场。",
                ),
                spares=(
                    "专栏作家沈砚秋说，文章观点不代表新浪。",
                    "沈砚秋在会上重申，文章观点不代表新浪",
                    "文章的观点不代表镇上所有人，船工们另有看法。",
                ),
            ),
        ),
    ),
    Line(
        name="copyright-line",
        why="Reprint and copyright formulas after the text. They speak of reprinting, and of themselves; a law that asks "
        "for somebody's consent is text.",
        where="end",
        most=160,
        forms=(
            Form(
                r"[(（【]?未经{RIGHTS_OWNER}?的?(?:书面|正式|事先)*{CONSENT}(?!{COPIED})[^。]{0,30}(?:转载|摘编|镜像|{THIS_TEXT}).{0,120}",
                takes=(
                    "未经授权，禁止转载。",
                    "（未经砚江晨报书面授权，谢绝摘编。）",
                    "未经正式授权，谢绝转载",
                    "未经本公司正式许可，任何网站不得建立镜像。",
                    "未经作者的事先同意，不得使用本文。",
                    "未经原作者允许，谢绝转载",
                    "未经版权方许可，谢绝转载",
                    "未经版权人同意，谢绝转载",
                ),
                spares=(
                    "未经授权的收费一律取消，市民可拨打热线举报。",
                    "未经授权，渡口的照片被转载上万次。",
                    "未经本报同意，青崖网转载了三十篇稿件，法院判它赔两万元。",
                    "未经作者同意，出版社把书稿转载到了网上。",
                    "未经授权转载他人文章，青崖网被判赔偿三万元。",
                    "未经村民会议同意，任何人不得转载公示的名单。",
                    "未经患者同意，医院的账号不得转载病历。",
                    "未经有关部门批准，本报记者不得下井。",
                ),
            ),
            Form(
                r"[(（【]?(?:版权作品|本文版权[^。，]{0,10}|本文|本稿)[，,。]\s*未经[^。，]{0,24}(?:授权|许可)[，,]?\s*"
                r"{FORBIDDEN}[^。，]{0,6}(?:转载|摘编).*",
                takes=(
                    "版权作品，未经《青崖晚报》书面授权，严禁转载，违者必究。",
                    "本文版权归云泽周刊所有，未经许可，严禁任意摘编。",
                    "本文，未经霁光数据授权严禁转载。",
                    "本稿，未经霁光数据授权严禁转载。",
                ),
                spares=("本文，未经删节的那一版，读者至今没有见过，出版社也不许转载。",),
            ),
            Form(
                r"[(（【]?本文由[^。，]{2,20}授权(?:发布|转载|刊登|新浪[^。，]{0,8})(?:。?|[，,。]\s*(?:如需)?转载.{0,120})",
                takes=(
                    "本文由云泽周刊授权转载",
                    "本文由专栏作者授权发布，转载请写明出处及作者。",
                    "本文由霁光数据授权刊登，如需转载请与原作者商量。",
                    "（本文由沈砚秋授权新浪财经发表，转载须问过作者）",
                ),
                spares=("本文由作者授权发布的说法并不属实", "本文由渡口授权刊登，船工们传看了一个月。"),
            ),
            Form(
                r"[(（【]?★?《[^》]{2,12}》稿件使用声明[:：].{0,120}",
                takes=("★《云泽周刊》稿件使用声明：刊用须有书面文件。",),
                spares=("《云泽周刊》稿件使用声明一出，投稿的人少了一半。",),
            ),
            Form(
                r"[(（【]?未经[^。，]{0,16}{CONSENT}[^。]{0,20}{FORBIDDEN}{USE}*{COPYING}{USE}*[。！!]?",
                takes=(
                    "未经许可，不得复制或使用。",
                    "未经许可，不得引用或复制。",
                    "未经青崖画院同意，任何单位和个人不得擅自复制。",
                    "未经青崖画院同意，任何单位不得复制和传播！",
                    "未经青崖画院同意，任何单位不得复制及发布。",
                ),
                spares=(
                    "未经船东同意，任何人不得使用码头。",
                    "未经考官许可，考生不得复制试卷上的题目。",
                ),
            ),
            Form(
                r"(?:[^。]{0,24}不代表[^。]{2,20}观点。\s*)?(?:凡|如需)?刊用[^。，]{0,16}(?:稿件|作品|图文)[，,]?\s*(?:务必?|必?须|需)经[^。，]{0,14}授权。?",
                takes=(
                    "刊用本网站稿件，务经书面授权。",
                    "凡刊用青崖社稿件，须经授权",
                    "如需刊用砚江网作品需经砚江网书面授权。",
                    "本网站所刊载信息，不代表青崖社观点。 刊用本网图文，务必经书面授权。",
                    "刊用本报稿件必须经书面授权。",
                ),
                spares=("刊用这批稿件的报纸，都经作者授权。", "刊用学生稿件须经家长同意，校长说。"),
            ),
            Form(
                r"[(（【]?版权声明(?:[\s:：】].{0,120})?",
                takes=("版权声明", "【版权声明】凡署本报名的照片都归本报所有。"),
                spares=("版权声明属于船票的一部分，没有人细看。",),
            ),
            Form(
                r"[(（【]?版权所有(?![权者人是]).{0,120}",
                takes=("版权所有，违者必究。", "（版权所有 青崖网）"),
                spares=(
                    "版权所有权归属问题将由法院裁定。",
                    "版权所有者说，照片随便用。",
                    "版权所有是这本老相册上唯一印着的字。",
                    "版权所有人沈砚秋今年八十岁。",
                ),
            ),
            Form(
                r"[(（【]?转载(?:时?请|须|需)(?:务必)?{REPRINT_DUTIES}.{0,120}",
                takes=(
                    "转载请注明出处。",
                    "转载时请标明来源：青崖晚报",
                    "【转载须经作者点头】",
                    "转载需署名，并附原文链接",
                    "转载请务必保留文末的二维码",
                ),
                spares=("转载请求一封接一封，渡口索性都公开了。",),
            ),
            Form(
                r"[(（【]?(?:转载声明(?!一)|©|Copyright).{0,120}",
                takes=(
                    "转载声明：照片由青崖晚报提供。",
                    "© 2019 青崖晚报",
                    "Copyright 2011 qingya.example All rights reserved.",
                ),
                spares=(
                    "转载的声明贴在船头，没有人看。",
                    "转载声明一出，读者来信堆成了山。",
                    "青崖画院的画上都印着 © 2019。",
                ),
            ),
        ),
    ),
    Line(
        name="copyright-of-medium",
        why="The same with the medium's name before it: 某某网版权所有，未经书面授权不得转载; 本文系独家稿件.",
        where="end",
        most=160,
        forms=(
            Form(
                r"[(（【]?[^。，；：]{2,16}版权所有[，,].{0,20}未经[^。]{0,12}{CONSENT}.{0,100}",
                takes=("青崖网版权所有，未经书面许可谢绝使用。",),
                spares=("画院的版权所有权归谁，未经法庭审理，谁也说不清。",),
            ),
            Form(
                r"[(（【]?[^。，；：]{2,16}(?:版权所有|独家(?:原创)?(?:稿件|内容|作品)|原创(?:稿件|作品|文章))"
                r"[，,].{0,20}(?:未经[^。]{0,12}授权|{REPRINTING}|请勿).{0,100}",
                takes=(
                    "青崖日报版权所有，请勿用于商业。",
                    "本文系青崖晚报独家稿件，未经书面授权不得刊用。",
                    "（本文系云泽周刊独家原创内容，转载须经同意）",
                    "霁光数据独家作品，谢绝摘编",
                    "本文为霁光数据原创稿件，转载联系后台",
                    "以上为青崖晚报原创作品，转载联系后台",
                    "本文为青崖夜话原创文章，转载联系后台",
                ),
                spares=(
                    "展出的都是村民的原创作品，摄影协会要了十幅。",
                    "沈砚秋的原创文章，被转载了四百次，没有一次付过钱。",
                    "田穗的这批原创作品，转载量过了百万。",
                    "这是云泽周刊的独家内容，转载费却一分没有收到。",
                    "船工们的原创作品，摘编成册后卖了三千本。",
                    "馆里藏有沈砚秋的独家手稿，请勿触摸的牌子挂了三十年。",
                ),
            ),
        ),
    ),
    Line(
        name="rights-notice",
        why="Whose the rights are and whom to ask: 著作权归X所有, 如需转载请联系X, 如有侵权请联系删除.",
        where="end",
        most=200,
        forms=(
            Form(
                r"(?:此内容|本文|本内容)[^。，]{2,16}原创[，,]著作权归[^。，]{2,16}所有。.*",
                takes=(
                    "此内容为青崖晚报原创，著作权归青崖晚报所有。任何人不得使用。",
                    "本文系云泽周刊原创，著作权归云泽周刊所有。",
                    "本内容由霁光数据原创，著作权归霁光数据所有。",
                ),
                spares=("本文提到的曲子为船工原创，著作权归谁，至今没有定论。",),
            ),
            Form(
                r"(?:本文由[^。]{0,24}[，,]\s*)?如需转载[，,]?\s*(?:请|须|需|务必).{2,40}",
                takes=(
                    "如需转载请与《青崖晚报》报社联系。",
                    "如需转载，须经作者同意。",
                    "如需转载，需在后台留言。",
                    "如需转载务必写明出处。",
                    "本文由青崖夜话编辑部整理，如需转载请在后台留言。",
                ),
                spares=("他在船上写道，如需转载请注明出处",),
            ),
            Form(
                r"(?:原创|独家)文章[，,]\s*未经[^。，]{0,10}(?:授权|许可)[，,].{0,10}(?<!被)(?:转载|摘编).{0,20}",
                takes=("原创文章，未经授权，严禁转载", "独家文章，未经作者许可，谢绝摘编"),
                spares=(
                    "原创文章，未经编辑改动，原样转载在校刊上，学生们传看。",
                    "原创文章，未经作者授权，被转载上百次。",
                ),
            ),
            Form(
                r"[^。]{0,30}(?:来源于|来自)(?:互联)?网络?{IF_INFRINGED}",
                takes=(
                    "图文来源于网络，涉及侵权请联系我们。",
                    "题图来自网络，侵权请通知。",
                    "馆内照片来自互联网，若涉及侵权请告知。",
                ),
                spares=("警方查明，假船票来自网络，已构成侵权。",),
            ),
            Form(
                r"[^。]{0,20}版权归原?作者(?:本人)?所有{IF_INFRINGED}",
                takes=(
                    "版权归原作者所有，如果侵权请告知小编",
                    "图片版权归作者本人所有，涉及侵权请联系后台。",
                ),
                spares=("作品版权归作者所有，出版社若侵权须告知并赔偿。",),
            ),
            Form(
                r"(?:[^。]{0,24}[，,。]\s*)?[如若]有侵权[，,]?\s*敬?请(?:及时)?联系(?!律师).{0,20}",
                takes=(
                    "如有侵权请联系删除",
                    "若有侵权，敬请联系编辑部。",
                    "本文由用户上传，如有侵权请及时联系本站",
                ),
                spares=(
                    "如有侵权，渔民可以请律师，也可以联系镇里的调解员。",
                    "他只留下一句话：养殖户的商标如有侵权，请联系律师。",
                ),
            ),
        ),
    ),
    Line(
        name="reprint-promo",
        why="(本文来自某某新闻，更多原创资讯请下载“某某新闻”APP): the source and its promotion in one line.",
        where="edges",
        action="source",
        most=100,
        forms=(
            Form(
                r"[(（【]?本文来自于?(?P<source>[^，。：:()（）]{2,20})[，,]更多.{0,21}(?:下载|关注|尽在|请点击).{0,40}",
                takes=(
                    "（本文来自青崖新闻，更多原创资讯请下载“青崖新闻”APP）",
                    "本文来自于云泽周刊，更多好文欢迎关注云泽周刊",
                    "本文来自青崖新闻，更多内容尽在青崖新闻网",
                    "本文来自青崖新闻，更多内容请点击青崖新闻网",
                ),
                spares=("本文来自一位老船工，更多的故事他不肯讲。",),
            ),
            Form(
                r"[(（]本文来自于?(?!.*的)(?P<source>[^，。：:()（）]{2,20})[)）]",
                takes=("（本文来自青崖晚报网）", "(本文来自于云泽周刊)"),
                spares=(
                    "本文来自他的日记）",
                    "本文来自青崖晚报的一封读者来信。",
                    "（本文来自2019年的一次演讲）",
                ),
            ),
            Form(
                r"[(（]?下载[^。]{2,13}[，,]\s*报料有奖[！!]?[)）]?",
                takes=("（下载“青崖新闻”，报料有奖！）",),
                spares=("下载量过万以后，报料有奖的牌子才挂出来。",),
            ),
        ),
    ),
)
