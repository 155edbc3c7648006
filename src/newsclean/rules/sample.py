"""A page that holds what most pages hold, made up: whoever has parsed it has loaded and compiled most of what the
next pages need.
"""

from __future__ import annotations

__all__ = ["PAGE"]

_BAR = '<div class="bar"><ul><li><a href="https://news.sina.com.cn/">又一条栏目链接</a></li></ul></div>\n'

PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>老桥今天通车|大桥_新浪新闻</title>
<meta name="keywords" content="大桥,通车"><meta name="description" content="老桥今天通车。">
<meta property="og:image" content="//n.sinaimg.cn/news/bridge.jpg">
<meta property="article:published_time" content="2019-01-31T08:30:00+08:00"><meta name="mediaid" content="新华网">
<meta name="sudameta" content="comment_channel:gn;comment_id:comos-hqfskcp1234567">
</head><body>
<div class="channel-path"><a href="http://news.sina.com.cn/">新闻中心</a> &gt; <span>正文</span></div>
<h1 class="main-title">老桥今天通车</h1>
<div class="date-source"><span class="date">2019年01月31日 08:30</span>
<a href="http://www.xinhuanet.com/" class="source">新华网</a></div>
<div class="article" id="article">
<p>　　原标题：老桥今天通车</p>
<div class="img_wrapper"><img src="//n.sinaimg.cn/news/bridge.jpg" alt="老桥"><span class="img_descr">图为老桥。\
新华社记者 张三 摄</span></div>
<p>　　新华社北京1月31日电（记者 张三 李四）<strong>老桥</strong>今天通车，\
<a href="http://finance.sina.com.cn/realstock/company/sh600000/nc.shtml">浦发银行</a>说。</p>
<p>　　一、经过</p>
<p>　　老桥是1950年建的。（王五）</p>
<p>　　相关新闻：</p>
<p><a href="http://news.sina.com.cn/c/2019-01-30/doc-ihqfskcp1234560.shtml">新桥开工</a></p>
<p>　　更多精彩内容，请关注微信公众号</p>
<p class="article-editor">责任编辑：王五 SN123</p>
</div>
<div id="keywords" class="keywords"><span>关键字 :</span><a href="#">大桥</a></div>
<div class="page-tools"><a href="#">分享</a></div>
{_BAR * 50}</body></html>
"""
