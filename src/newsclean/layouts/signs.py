"""One row a sign that a page is no article, and of what kind it then is. Read in order; the first that holds decides.

Here live rows, nothing else.
"""

from __future__ import annotations

from newsclean.layouts.rows import Sign

__all__ = ["GONE", "SIGNS"]

GONE = r"(?:(?:非常|很)?抱歉|对不起)?[，,！!。\s]{0,3}(?:此|该|您(?:所|要)?(?:访问|查看|观看)的)(?:博文|文章|页面|网页|内容|视频).{0,16}(?:删除|下线|不存在|没有找到|屏蔽|加密|锁定)(?:或不存在)?(?:[了。，,！!].{0,16})?"
"""What stands in an article's own container where the article is gone: it begins the one line there."""

SIGNS: tuple[Sign, ...] = (
    Sign(
        name="soft-404",
        why="A missing page may come with status 200 and says so in its title or first words.",
        kind="removed",
        title=r"页面没有找到|页面不存在|文章已?(?:被)?删除|404 ?Not Found|^404\b|(?:页面|网页|文章|内容)(?:未找到|已失效|已下线)",
        text=r"页面没有找到|您(?:所|要)?(?:访问|查看|观看)的(?:页面|文章|内容|网页)(?:不存在|没有找到|已(?:被)?删除)|5秒钟之后将会带您进入新浪首页|抱歉，?(?:该|您访问的)(?:页面|文章|内容|博文).{0,12}(?:删除|不存在|加密|屏蔽)|此?(?:博文|文章)(?:已被(?:作者|博主|用户|管理员|系统|发布者|举报)?(?:删除|下线|屏蔽|加密|锁定)|不存在|已删除)",
        in_place=True,
    ),
    Sign(
        name="login-wall",
        why="Login pages and the visitor wall of the microblog.",
        kind="login",
        title=r"^(?:新浪)?(?:通行证|会员)?(?:登录|登錄|用户登录)(?:$|[\s_\-—–|]|新浪)|Sina Visitor System|登录 ?[-_] ?新浪|新浪通行证",
        url=r"^https?://(?:login|passport|i\.sso)\.(?:sina|weibo)\.",
        in_place=True,
    ),
    Sign(
        name="access-denied",
        why="A firewall's page in place of the one asked for.",
        kind="other",
        title=r"访问报错|安全验证|访问被(?:阻断|拒绝|拦截)",
        text=r"访问被(?:阻断|拒绝|拦截)|您的请求ID|操作过于频繁",
        in_place=True,
    ),
    Sign(
        name="microblog",
        why="A microblog post or profile is no article page.",
        kind="other",
        title=r"(?:的微博|微博正文)\s*(?:[-_–—].*)?微博\s*$|^微博$|的微博_微博$|- 微博$|新浪微博[-_–—]随时随地|随时随地发现新鲜事",
        url=r"^https?://(?:[\w-]+\.)*weibo\.(?:com|cn)/",
        selector=".woo-panel-main,.WB_feed_detail",
        lone=False,
    ),
    Sign(
        name="search",
        why="Search results have abstracts that read like short articles.",
        kind="search",
        title=r"(?:新闻)?搜索_新浪|新浪搜索|_搜索结果|搜索结果[_-]",
        url=r"^https?://search\.sina\.(?:com\.)?cn/",
        selector=".box-result",
    ),
    Sign(
        name="schedule",
        why="Schedules and data bases of sports pages are tables to look things up in.",
        kind="other",
        title=r"赛程|积分榜|数据库_|数据中心|直播间|排行榜_",
    ),
    Sign(
        name="rolling-list",
        why="Rolling and column lists are one link after the other.",
        kind="list",
        title=r"滚动新闻|滚动_|_滚动|更多新闻|新闻列表|列表页|文章列表|博文目录|_博文|新闻排行",
        url=r"/roll/(?:index|c/)|^https?://roll\.[\w.]*sina\.|/articlelist_\d",
        selector="#listcontent",
    ),
    Sign(
        name="topic",
        why="Topic pages gather headlines under an introduction.",
        kind="index",
        url=r"/(?:zt_d|zt|focus)/(?!(?:.*/)?(?:doc-i|\d{4}-\d\d-\d\d/\d{4}))|/z/[^/?#]+/(?:index\.s?html)?(?:[?#].*)?$|^https?://tags\.[\w.]*sina\.",
    ),
    Sign(
        name="service-page",
        why="Policies, help, forums, complaints and live texts: words enough, and no article.",
        kind="other",
        title=r"隐私(?:权)?(?:保护)?政策|个人信息保护政策|(?:服务|用户)(?:使用)?协议|黑猫投诉$|_新浪(?:论坛|股吧)$|(?:图文|文字|微)直播[：:_]|^市场直播_",
        url=r"^https?://(?:corp|help|club|bbs|survey|iask|comment\d?|cmnt|match|so|data\.\w+|kaoshi\.\w+)\.[\w.]*sina\.",
    ),
    Sign(
        name="quote-page",
        why="Quote pages hold a share's figures and its company's profile.",
        kind="other",
        url=r"/realstock/company/|/fund/quotes/|/futures/quotes/|^https?://(?:guba|vip\.stock|stock\.finance|licaishi|tousu)\.[\w.]*sina\.",
    ),
    Sign(
        name="live-feed",
        why="The rolling live feeds hold many short messages, each with a time.",
        kind="other",
        title=r"7[xX×*]24小时",
        url=r"^https?://(?:zhibo|live)\.[\w.]*sina\.|/7x24(?!.*/doc-i)",
    ),
    Sign(
        name="blog-home",
        why="The front of a blog shows the openings of its posts; a post's title has the post's name before the author's.",
        kind="index",
        title=r"^[^_]{1,30}_新浪博客$",
    ),
    Sign(
        name="front-page",
        why="Home pages and channel fronts carry nothing but the site's name, or say that they are one.",
        kind="index",
        title=r"首页|^新浪(?:网|财经|新闻|体育|娱乐|科技|军事|汽车|博客|教育|女性|房产)?(?:_(?:新浪网|手机新浪网))?$|^(?:新闻中心|新浪新闻)_",
        url=r"^https?://(?:[\w-]+\.)*sina\.(?:com\.)?cn/?(?:index\.\w+)?(?:[?#].*)?$",
    ),
)
