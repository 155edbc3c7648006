# ruff: noqa: E501 - a piece of a page is read as one line
"""Pages that are no articles, as sites whatever build them: fronts, channels, searches, rolls, rankings, schedules, lists of
threads, hot lists, topics of a microblog, profiles. Words and names are invented."""

from __future__ import annotations

from collections.abc import Iterable

PLACES = "青崖 云泽 砚江 栖霞 松岭 澄湖 南屏 海东 白鹭湾 石梁 临港 北山".split()
EVENTS = (
    "老桥今晨合龙",
    "渡口试点夜航",
    "粮价连跌三周",
    "小学搬进新楼",
    "修缮百年石桥",
    "公布秋粮收购价",
    "开通第三条公交",
    "举行龙舟比赛",
    "迎来候鸟高峰",
    "老厂区变身书院",
    "发布大雾预警",
)
TOLD = (
    "昨天上午八点，第一班轮渡离开码头，两岸的人都来看，船上坐了三十多名乘客。",
    "镇里说，新修的便道下个月通车，推车的人不用再绕到上游的石桥。",
    "今年的芦苇比往年早收了十天，最后一批苇农把三捆苇子背上了岸。",
    "县医院添了两台透析机，远处的病人可以当天来回，不必在旅店过夜。",
    "船工们在甲板上补网，等雾散了再走，灶上的水已经烧开了两遍。",
)


def headline(number: int) -> str:
    """The headline of another page."""
    return (
        PLACES[number % len(PLACES)]
        + EVENTS[(number * 5) % len(EVENTS)]
        + ("（图）" if number % 4 == 0 else "")
    )


def link(number: int, words: str | None = None) -> str:
    """A link to another page."""
    return f'<a href="/2019/03/{number}.html" target="_blank">{words or headline(number)}</a>'


def items(numbers: Iterable[int], form: str = "<li>{link}</li>") -> str:
    """Items of a list: in the form, a link, a day, a clock, a sentence and a number."""
    return "\n".join(
        form.format(
            link=link(n),
            day=f"2019-03-{n % 28 + 1:02}",
            clock=f"{n % 24:02}:{n * 7 % 60:02}",
            told=TOLD[n % len(TOLD)],
            n=n,
            more=TOLD[(n + 2) % len(TOLD)],
            place=PLACES[n % len(PLACES)],
        )
        for n in numbers
    )


CHANNELS = "首页 国内 国际 财经 体育 娱乐 科技 教育 汽车 房产 健康 旅游 图片 视频 论坛 博客".split()
NAVIGATION = f'<div class="nav"><ul>{"".join(f"<li><a href=/{n}/>{w}</a></li>" for n, w in enumerate(CHANNELS))}</ul></div>'
FOOT = (
    '<div class="foot"><a href="/about/">关于我们</a> | <a href="/ad/">广告服务</a> | <a href="/map/">网站地图</a><p>青崖网 版权所有'
    " 违法和不良信息举报电话：000-0000</p></div>"
)


def page(title: str, body: str) -> str:
    """A page of the site, with its head and its foot."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body>{NAVIGATION}{body}{FOOT}'
        "</body></html>"
    )


def _blocks(first: int, count: int, size: int, form: str) -> str:
    return "".join(
        form.format(name=CHANNELS[1 + n % 12], items=items(range(first + n * size, first + (n + 1) * size)))
        for n in range(count)
    )


PAGES = {
    "front": page(
        "青崖网_让两岸看见彼此",
        '<h1 class="logo"><a href="/">青崖网</a></h1>'
        + f'<div class="top"><h2>{link(3)}</h2><p>{TOLD[0]}<a href="/3.html">[详细]</a></p></div>'
        + _blocks(10, 12, 15, '<div class="box"><h3><a href="#">{name}</a></h3><ul>{items}</ul></div>'),
    ),
    "channel": page(
        "国内新闻_青崖网",
        '<div class="path"><a href="/">青崖网</a> &gt; 国内新闻</div><h1>国内新闻</h1>'
        + items(range(24), '<div class="item"><h3>{link}</h3><p>{told}{more}</p><span>{day} {clock}</span></div>')
        + f'<div class="side"><h4>点击排行</h4><ol>{items(range(40, 50))}</ol></div>',
    ),
    "channel with a slogan": page(
        "青崖县政务公开信息平台_青崖网",
        "<h1>青崖县政务公开信息平台</h1><p>本平台公开青崖县政务信息，方便群众查询，欢迎监督。</p>"
        + items(range(40), "<li>{link}<span>{day}</span></li>"),
    ),
    "search": page(
        "老桥合龙通车_站内搜索",
        '<form action="/s"><input name="q" value="老桥合龙通车"><button>搜索</button></form><p>找到相关结果约 1,024 个</p>'
        + items(range(10), '<div class="r"><h3>{link}</h3><p>{told}<em>老桥</em>{more}</p><cite>www.qingya.example {day}</cite></div>')
        + '<div class="pages"><a href="?p=2">2</a><a href="?p=3">3</a><a href="?p=2">下一页</a></div>',
    ),
    "roll": page(
        "滚动新闻_青崖网",
        "<h1>滚动新闻</h1>" + items(range(60), "<p>[<a href='/c'>国内</a>] {link} <span>{day} {clock}</span></p>"),
    ),
    "ranking": page(
        "新闻点击量排行榜_青崖网",
        "<h1>新闻点击量排行榜</h1><table><tr><th>序号</th><th>新闻标题</th><th>媒体</th><th>时间</th><th>点击</th></tr>"
        + items(range(50), "<tr><td>{n}</td><td>{link}</td><td>青崖晚报</td><td>{day} {clock}</td><td>1{n}02</td></tr>")
        + "</table>",
    ),
    "schedule": page(
        "龙舟联赛第三轮比赛日程_青崖体育",
        "<h1>龙舟联赛第三轮比赛日程</h1><table><tr><th>时间</th><th>主队</th><th>比分</th><th>客队</th><th>相关</th></tr>"
        + items(range(40), "<tr><td>{day} {clock}</td><td>{place}龙舟队</td><td>VS</td><td>渡口队</td><td><a href='/v/{n}'>视频</a> <a href='/d/{n}'>数据</a></td></tr>")
        + "</table>",
    ),
    "threads": page(
        "渡口见闻 - 青崖社区 - Powered by Board",
        '<h1 class="xs2"><a href="/f">渡口见闻</a></h1><p>今日: 12 | 主题: 8802 | 版主: 河边人</p><p>版规：发帖请写明地点，转载请注明出处，文明用语，不发广告。</p><table>'
        + items(range(50), "<tr><th>{link} <span>...<a href='?p=2'>2</a><a href='?p=3'>3</a></span></th><td><a href='/u'>河边人{n}</a><em>{day}</em></td><td><a>{n}</a><em>1{n}4</em></td><td><a href='/u'>补网人</a><em>{day} {clock}</em></td></tr>")
        + "</table>",
    ),
    "threads without links for names": page(
        "青崖社区渡口见闻版块主题列表",
        "<h2>青崖社区渡口见闻版块主题列表</h2><table>"
        + items(range(40), "<tr><td>{link}</td><td>河边人{n}</td><td>回复 {n} / 查看 1{n}4</td><td>{day} {clock}</td></tr>")
        + "</table><p>您可以发表新主题，您可以回复主题，您不可以上传附件。</p>",
    ),
    "hot list": page(
        "青崖热榜_实时热点",
        "<h1>青崖热榜</h1><div>"
        + items(range(50), '<div class="hot"><span>{n}</span><div>{link}<p>{told}</p></div><span>{n} 万热度</span><a href="#">分享</a></div>')
        + "</div>",
    ),
    "topics of a microblog": page(
        "热门话题 - 青崖微博",
        "<h1>热门话题</h1>"
        + items(range(30), "<div class='topic'><a href='/t/{n}'>#{place}的夜航船#</a><p>{told}</p><p>阅读 {n}.2万　讨论 1{n}　粉丝 {n}8</p><p>主持人：河边人{n}</p></div>"),
    ),
    "posts of a microblog's topic": page(
        "#青崖夜航船# 话题 - 青崖微博",
        "<h2>#青崖夜航船#</h2><p>导语：青崖夜航船开航，你坐过吗？</p>"
        + items(range(20), "<div><a href='/u/{n}'>河边人{n}</a><p>#青崖夜航船# {told}</p><p>3月4日 {clock} 来自手机</p><p><a>转发 {n}</a> <a>评论 2</a> <a>赞 {n}</a></p></div>"),
    ),
    "profile of a company": page(
        "青崖港务股份有限公司_公司简介_青崖财经",
        "<h1>青崖港务股份有限公司</h1><table><tr><td>公司全称</td><td>青崖港务股份有限公司</td></tr><tr><td>成立日期</td><td>1956-03-04</td></tr>"
        "<tr><td>法人代表</td><td>卫南风</td></tr><tr><td>注册资本</td><td>30000万元</td></tr><tr><td>办公地址</td><td>青崖县码头路1号</td></tr>"
        "<tr><td>经营范围</td><td>货物装卸；轮渡客运；码头设施租赁；船舶修理；仓储。</td></tr><tr><td>公司简介</td><td>青崖港务股份有限公司成立于一九五六年，"
        "经营货运与轮渡，在三个县有码头十二座。公司以安全为本，年运送旅客二百万人次，是两岸最大的港口企业。</td></tr></table>",
    ),
    "about the site": page(
        "关于我们_青崖网",
        "<h1>关于我们</h1><p>青崖网创办于一九九九年，是青崖县第一家新闻网站，每天发布新闻三百条。我们立足两岸，服务群众。</p>"
        "<p>青崖网设有新闻中心、财经频道、体育频道，员工六十人。欢迎投稿，欢迎合作，欢迎监督。</p><p>地址：青崖县码头路2号。电话：000-0000。</p>",
    ),
    "abstracts under a tag": page(
        "青崖夜航船_新闻标签_青崖网",
        "<h1>青崖夜航船</h1>" + items(range(15), "<div><h2>{link}</h2><p>{told}{more}</p><p>青崖晚报 {day} {clock} <a href='/c'>评论</a></p></div>"),
    ),
    "topic with abstracts": page(
        "青崖县第三届龙舟联赛专题报道_青崖网",
        "<h1>青崖县第三届龙舟联赛专题报道</h1><p>青崖县第三届龙舟联赛今天开赛，十二支船队参加。</p>"
        + items(range(12), "<div><h3>{link}</h3><p>青崖县龙舟联赛昨天举行，{told}</p></div>"),
    ),
    "topic with abstracts in a list": page(
        "夜航轮渡开通一周年专题_青崖网",
        "<h2>夜航轮渡开通一周年专题</h2><ul>"
        + items(range(20), "<li>{link}<br>夜航轮渡开通一周年，{told}<span>{day} {clock}</span></li>") + "</ul>",
    ),
    "pictures": page(
        "图片频道_青崖网",
        "<h1>图片频道</h1>" + items(range(40), "<div><a href='/p/{n}'><img src='/{n}.jpg'></a><p>{link}</p></div>"),
    ),
    "a paper's contents": page(
        "青崖晚报2019年03月04日第A01版：要闻",
        "<h2>第A01版：要闻</h2><ul>" + items(range(9)) + "</ul><h3>版面导航</h3><ul>"
        + items(range(20, 36), "<li><a href='/a{n}'>第A{n}版：{place}新闻</a></li>") + "</ul><p>上一版　下一版　上一期　下一期</p>",
    ),
    "jobs": page(
        "青崖县招聘信息_最新招聘_青崖人才网",
        "<h1>青崖县招聘信息</h1>"
        + items(range(30), "<div><a href='/j/{n}'>渡轮水手{n}</a><span>青崖港务</span><span>3000-5000元</span><span>{day}</span></div>"),
    ),
    "quotes": page(
        "青崖港务(000000)股票行情_走势图_青崖财经",
        "<h1>青崖港务(000000)</h1><table>" + items(range(20), "<tr><td>指标{n}</td><td>1{n}.02</td><td>{n}.5%</td></tr>")
        + "</table><h3>公司公告</h3><ul>" + items(range(20), "<li>{link} {day}</li>") + "</ul>",
    ),
    "gone": page("404 页面找不到了", "<h1>404</h1><p>抱歉，您要访问的页面不存在，可能已被删除或移走。</p><p>您可以返回首页，或联系我们。</p>"),
    "English front": page(
        "Qingya Daily - news from both banks",
        "<h1>Qingya Daily</h1>" + items(range(60), "<div><h3><a href='/e/{n}'>The old bridge number {n} opens today</a></h3><p>People of both banks came to see it, and stayed.</p></div>"),
    ),
    "traditional list": page(
        "即時新聞總覽 - 青崖新聞網",
        "<h1>即時新聞總覽</h1>" + items(range(50), "<li><span>{day} {clock}</span> <a href='/n/{n}'>{place}老橋今晨合龍 兩岸民眾到場{n}</a></li>"),
    ),
    "columnist": page(
        "沈砚秋专栏文章列表_青崖网",
        "<h1>沈砚秋</h1><p>青崖晚报记者，写渡口二十年，著有《渡口的灯》。</p>" + items(range(25), "<div><h3>{link}</h3><p>{told}...<a href='/{n}'>阅读全文</a></p><span>{day}</span></div>"),
    ),
    "videos": page(
        "青崖视频_原创视频",
        "<h1>青崖视频</h1>" + items(range(40), "<div><a href='/v/{n}'><img src='/{n}.jpg'><b>0{n}:12</b></a><h4>{link}</h4><p>播放：{n}万次</p></div>"),
    ),
}  # fmt: skip
