"""Reports as pages of sites: in the furniture of five site systems, laid out by tables, saved by a browser and by Word."""

import base64
import quopri
import re
from html import escape

from report import plain

SITE, DOMAIN = "青岚市人民政府门户网站", "www.example.cn"
ADDRESS = "http://www.example.cn/xxgk/content/post_100.html"


def title_of(report):
    return "".join(report.title_lines) or report.title or report.agency


def cells_of(row, indent="", wrap=lambda text: escape(text)):
    spans = lambda cell: (f' colspan="{cell.cols}"' if cell.cols > 1 else "") + (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")
    return "".join(f"{indent}<td{spans(cell)}>{wrap(cell.text)}</td>" for cell in row)


def table_of(grid, attributes=' border="1"', cell=cells_of):
    rows = "".join(f"<tr>{cell(row)}</tr>\n" for row in grid)
    return f"<table{attributes}><tbody>\n{rows}</tbody></table>\n"


def blocks_of(report, titles=True, table=table_of, line="p"):
    """Each block as HTML, with its kind."""
    for block in report.all_blocks():
        if block.kind == "table":
            yield "table", table(report.grid(block))
        elif block.kind == "title":
            if titles:
                yield "title", f'<{line} style="text-align: center">{escape(block.text)}</{line}>\n'
        elif block.kind != "noise":
            style = ' style="text-align: right"' if block.kind == "right" else ""
            for text in block.lines or [block.text]:
                yield block.kind, f"<{line}{style}>{escape(plain(text))}</{line}>\n"


def article(report, **options):
    return "".join(html for _, html in blocks_of(report, **options))


def metas(report, source="本网", date="2024-01-31 10:05"):
    pairs = [("SiteName", SITE), ("SiteDomain", DOMAIN), ("SiteIDCode", "9900000001"), ("ColumnName", "年度报告"), ("ColumnType", "信息公开年报"),
             ("ArticleTitle", title_of(report)), ("PubDate", date), ("ContentSource", source), ("Url", ADDRESS)]
    return "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in pairs)


def page(head, body, charset="utf-8", attributes=""):
    return f'<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="{charset}">\n{head}</head>\n<body{attributes}>\n{body}</body>\n</html>\n'


MENU = "".join(f'<li><a href="/{n}/">{name}</a></li>' for n, name in enumerate(["首页", "市情", "政务公开", "政务服务", "互动交流", "数据开放", "专题专栏"]))
NAV = f'<div class="header"><div class="logo"><img src="/images/logo.png" alt="{SITE}"></div><ul class="nav">{MENU}</ul></div>\n'
CRUMBS = '<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/xxgk/">政务公开</a> &gt; <a href="/nb/">年度报告</a></div>\n'
SIDE = '<div class="left-menu"><h3>政府信息公开</h3><ul>' + "".join(
    f'<li><a href="/xxgk/{name}/">{name}</a></li>' for name in ["公开指南", "公开制度", "法定主动公开内容", "公开年报", "依申请公开"]) + "</ul></div>\n"
FOOT = ('<div class="footer"><p><a href="/map.html">网站地图</a> | <a href="/us.html">联系我们</a></p><p>主办单位：青岚市人民政府办公室　承办单位：青岚市大数据中心</p>'
        "<p>网站标识码：9900000001　岚ICP备00000000号-1　岚公网安备 99000002000001号</p></div>\n")
SHARE = '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>\n'
ENDS = '<p>上一篇：<a href="99.html">关于印发防汛预案的通知</a></p><p>下一篇：<a href="101.html">关于做好秋粮收购的通知</a></p>\n'
METADATA = ("<table class='xxgk-head'><tr><td>索 引 号：</td><td>99000-2024-00017</td><td>主题分类：</td><td>政务公开</td></tr>"
            "<tr><td>发布机构：</td><td>青岚市政务公开办公室</td><td>成文日期：</td><td>2019-05-06</td></tr>"
            "<tr><td>文　　号：</td><td></td><td>发布日期：</td><td>2024-01-31</td></tr></table>\n")
SCRIPT = '<script>var _hmt = _hmt || []; if (1 <2 && "a">"b") { document.write("<div><table><tr><td>1</td></tr>"); }</script>\n'


def bare(report):
    """Nothing but the text and its tables."""
    return page(f"<title>{escape(title_of(report))}</title>\n", article(report)).encode()


def zoomcon(report):
    """The text in #zoomcon, its title and the line of posting above it, neighbours and shares below."""
    info = '<div class="info">发布日期：2024-01-31 10:05　　来源：本网　　浏览次数：<span id="hits">-</span></div>\n'
    body = NAV + CRUMBS + f'<div class="content"><h1 class="title">{escape(title_of(report))}</h1>{info}<div id="zoomcon">{article(report, titles=False)}</div>{SHARE}{ENDS}</div>' + FOOT
    return page(metas(report) + f"<title>{escape(title_of(report))}-{SITE}</title>\n" + SCRIPT, body + SCRIPT).encode()


def info_cont(report):
    """A table of the site's metadata with another agency and date, a menu beside the text, attachments under it."""
    files = '<p>附件：<a href="/attachment/0/1/report.pdf">年度报告（PDF版）.pdf</a></p><p><a href="../files/report.doc" title="年度报告.doc">年度报告（Word版）</a></p>'
    body = NAV + CRUMBS + SIDE + f'<div class="main">{METADATA}<div class="info_cont word" id="info_cont">{article(report)}</div><div class="files">{files}</div></div>' + FOOT
    return page(metas(report, "青岚市大数据中心", "2024/1/31"), body).encode()


def trs_editor(report):
    """GB18030 under the name gb2312; the page shows itself by a script; styles of the editor."""
    style = "<style>.TRS_Editor P{font-family:宋体;font-size:12pt}.TRS_Editor TD{font-size:12pt}</style>\n"
    body = NAV + f'<div class=TRS_Editor>{style}{article(report)}</div>' + FOOT + "<script>document.body.style.visibility='visible'</script>\n"
    return page(metas(report), body, "gb2312", " style='visibility: hidden'").encode("gb18030")


def ucap(report):
    """An element of the site system's own, a time of posting in spans, no end tags of paragraphs."""
    text = article(report).replace("</p>", "")
    head = f'<div class="pages-title">{escape(title_of(report))}</div><div class="pages-date"><span>2024-01-31 10:05</span> <span class="font">来源：</span><span>青岚市人民政府</span>【字体：<a>大</a> <a>中</a> <a>小</a>】<a>打印</a></div>'
    body = NAV + f'<div class="article">{head}<div class="pages_content"><ucapcontent>{text}</ucapcontent></div></div>' + FOOT
    return page(metas(report), body).encode()


def platform(report):
    """The provincial disclosure platform: much script, the text also in it, related documents by script."""
    config = '<script>var _CONFIG = {"DETAIL":{"title":' + f'"{title_of(report)}","content":"<p>' + "甲" * 400 + '<\\/p>"}};</script>\n'
    related = '<table id="bbsTab"><tr><td><a href="1.html">相关文件一</a></td></tr></table><table id="bbsTab2"><tr><td><a href="2.html">相关文件二</a></td></tr></table>'
    body = config + NAV + f'<div class="article-wrap"><h1>{escape(title_of(report))}</h1><div class="article-content">{article(report)}</div>{related}</div>' + FOOT
    return page(metas(report) + config, body).encode()


def layout_tables(report):
    """Laid out by tables in tables, upper-case tags, fonts, no end tags of cells, as pages of 2012 are."""
    text = "".join(f"<FONT size=3>{html}</FONT>" if kind != "table" else html for kind, html in blocks_of(report))
    text = text.replace("<tr>", "<TR>").replace("<td", "<TD").replace("</td>", "").replace("</tr>", "")
    menu = "".join(f'<TR><TD height=24><IMG src="/images/dot.gif" width=5 height=5> <A href="/{n}/">{name}</A></TD></TR>' for n, name in enumerate(["公开指南", "公开目录", "公开年报", "依申请公开"]))
    body = (f'<TABLE width=1000 align=center cellpadding=0 cellspacing=0><TR><TD colspan=3><IMG src="/images/top.jpg" width=1000 height=180></TD></TR>'
            f'<TR><TD width=200 valign=top><TABLE width="100%">{menu}</TABLE></TD><TD width=10><IMG src="/images/spacer.gif" width=1 height=1></TD>'
            f'<TD valign=top><TABLE width="100%"><TR><TD>您现在的位置：<A href="/">首页</A> &gt; <A href="/gk/">信息公开</A></TD></TR><TR><TD class=text>{text}</TD></TR></TABLE></TD></TR>'
            f'<TR><TD colspan=3 align=center>版权所有：青岚市人民政府　岚ICP备00000000号<BR>技术支持：青岚市大数据中心</TD></TR></TABLE>')
    return f'<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>{title_of(report)}</TITLE></HEAD><BODY>{body}</BODY></HTML>'.encode("gb18030")


def one_cell_a_line(report):
    """Each cell on lines of its own, in paragraphs, spans and breaks, with blanks of every kind around it."""
    def wrap(text):
        inner = "<br>\n\t\t".join(escape(part) for part in (text[:4], text[4:]) if part) if len(text) > 6 and not text[0].isdigit() else escape(text)
        return f'\n\t\t<p align="center">\n\t\t\t<span style="font-size:12px">&nbsp;{inner}</span>\n\t\t</p>\n\t'
    body = article(report, table=lambda grid: table_of(grid, cell=lambda row: cells_of(row, "\n\t", wrap)))
    return page("", f"<div>\n{body}</div>").encode()


def split_over_siblings(report):
    """Every block in an element of its own beside the menus of the site, tables farther away than text."""
    parts = [f'<div class="row">{"<div><div>" + html + "</div></div>" if kind == "table" else html}</div>' for kind, html in blocks_of(report)]
    return page(metas(report), NAV + SIDE + "".join(parts) + FOOT).encode()


def hidden_body(report):
    """Hidden until a script shows it; parts for small screens are hidden for good."""
    mobile = f'<div style="display:none"><h1>{escape(title_of(report))}（手机版）</h1><p>请用手机浏览。</p></div>'
    return page("<style>.wrap{display:none}</style>\n", f'<div class="wrap"><div class="text">{article(report)}</div>{mobile}</div>' + SCRIPT).encode()


def fragment(report):
    """What an editor made, without a page around it, after a comment."""
    return ('<!-- saved from url=(0043)http://www.example.cn/xxgk/post_100.html -->\n<div class="TRS_Editor">' + article(report) + "</div>\n").encode()


def word_page(report, charset="gb2312"):
    """As Word saves it: conditional comments, styles of its own, numbers of lists as text, empty paragraphs."""
    def paragraph(html):
        text = html[html.index(">") + 1: html.rindex("</")]
        first = '<![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p>' if not text else ""
        wrapped = re.sub(r"(.{30,}?[。，；、])(?=[\u4e00-\u9fff])", r"\1\n", text)
        if len(text) > 2 and text[1] == "、" and text[0] in "一二三四五六":
            wrapped = f'<![if !supportLists]><span style=\'mso-list:Ignore\'>{text[:2]}<span style=\'font:7.0pt "Times New Roman"\'>&nbsp;&nbsp; </span></span><![endif]>{text[2:]}'
        return f"<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;mso-hansi-font-family:宋体'>{wrapped}{first}<o:p></o:p></span></p>\n"

    def cell(row):
        out = ""
        for c in row:
            spans = (f" colspan={c.cols}" if c.cols > 1 else "") + (f" rowspan={c.rows}" if c.rows > 1 else "")
            out += f" <td width=60{spans} style='border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm'>\n <p class=MsoNormal align=center><span lang=EN-US>{escape(c.text)}<o:p></o:p></span></p>\n </td>\n"
        return out
    body = ""
    for kind, html in blocks_of(report, table=lambda grid: table_of(grid, " class=MsoNormalTable border=1", cell)):
        body += html.replace("</tbody>", "<![if !supportMisalignedRows]><tr height=0></tr><![endif]></tbody>") if kind == "table" else paragraph(html)
    return (f'<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">\n<head>\n<meta http-equiv=Content-Type content="text/html; charset={charset}">\n'
            "<meta name=Generator content=\"Microsoft Word 15\">\n<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>甲</o:Author></o:DocumentProperties></xml><![endif]-->\n"
            "<style><!-- p.MsoNormal{mso-style-unhide:no;margin:0cm;font-size:10.5pt;} table.MsoNormalTable{mso-style-name:普通表格;} @page WordSection1{size:595.3pt 841.9pt;} --></style></head>\n"
            f"<body lang=ZH-CN style='tab-interval:21.0pt'>\n<div class=WordSection1>\n{body}</div>\n</body>\n</html>\n").encode("gb18030")


def archive(parts, kind, head):
    boundary = {"browser": "----MultipartBoundary--abc----", "word": "----=_NextPart_01D00000.00000000"}[kind]
    out = head.replace("BOUNDARY", boundary)
    for fields, content in parts:
        out += f"--{boundary}\r\n{fields}\r\n\r\n{content}\r\n"
    return (out + f"--{boundary}--\r\n").encode("latin-1")


def browser_archive(report):
    """Saved by a browser as one file: quoted-printable, a picture and a style sheet beside the page."""
    content = quopri.encodestring(zoomcon(report)).decode().replace("\n", "\r\n")
    head = (f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: =?utf-8?Q?a?=\r\nDate: Wed, 31 Jan 2024 02:05:00 -0000\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="BOUNDARY"\r\n\r\n\r\n')
    picture = base64.b64encode(b"GIF89a").decode()
    return archive([(f"Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: {ADDRESS}", content),
                    ("Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://www.example.cn/images/logo.png", picture)], "browser", head)


def word_archive(report):
    """Saved by Word as one file, in base64 and without a charset, a page for headers beside it."""
    head = ('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="BOUNDARY"\r\n\r\n'
            "This document is a Single File Web Page, also known as a Web Archive file.\r\n\r\n")
    encoded = lambda content: base64.encodebytes(content).decode().replace("\n", "\r\n")
    header = "<html><body><div style='mso-element:header' id=h1><p>内部资料</p></div></body></html>".encode("gb18030")
    return archive([("Content-Location: file:///C:/D0000001/a.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html", encoded(word_page(report))),
                    ("Content-Location: file:///C:/D0000001/a.files/header.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html", encoded(header)),
                    ("Content-Location: file:///C:/D0000001/a.files/filelist.xml\r\nContent-Type: text/xml", "<xml></xml>")], "word", head)


FORMS = {
    "bare": ("html", bare), "zoomcon": ("html", zoomcon), "info-cont": ("html", info_cont), "trs-editor": ("html", trs_editor), "ucap": ("html", ucap),
    "platform": ("html", platform), "layout-tables": ("html", layout_tables), "one-cell-a-line": ("html", one_cell_a_line),
    "split-over-siblings": ("html", split_over_siblings), "hidden-body": ("html", hidden_body), "fragment": ("doc", fragment),
    "word-page": ("doc", word_page), "browser-archive": ("mht", browser_archive), "word-archive": ("mht", word_archive),
}


def what_is_seen():
    """Text that is struck out, deleted, hidden, white, of no size or a picture; digits that are raised."""
    rows = [("规章", "12"), ("文件", '<del>15</del>16'), ("公告", '3<span style="color:#ffffff">4</span>'), ("通报", '<span style="display:none">9</span>8'),
            ("决定", '<img src="7.png" width="20" height="12">'), ("批复", '5<sup>1</sup>'), ("纪要", '<span style="font-size:0">6</span>7'), ("来函", '<s>二</s>三'), ("复函", '<p>1</p><p>2</p>')]
    table = "<table border=1>" + "".join(f"<tr><td>{label}</td><td>{value}</td><td>件</td></tr>" for label, value in rows) + "</table>"
    head = '<table border=1><tr bgcolor="#0066cc"><td><font color=white>名称</font></td><td><font color=white>数量</font></td></tr><tr><td>条</td><td>4</td></tr></table>'
    body = "<h1>青岚市云溪区文件数量表</h1><p>全区共有<s>12</s>15件，<span style='visibility:hidden'>另有3件，</span>均已公开。</p>" + table + head + "<ol><li>第一项</li><li>5件</li></ol>"
    return page("", body).encode()


def wrong_spans():
    """Spans that reach beyond the table, of a row too many, of nothing and of nonsense; a row without its last cell."""
    rows = ["<td rowspan=9999999>一</td><td colspan=3000>二</td>", "<td>1</td><td colspan=-1>2</td>", "<td>3</td><td rowspan='2 '>4</td>", "<td>5</td>"]
    late = ["<td rowspan=3>区</td><td>甲</td><td>1</td>", "<td>乙</td><td>2</td>", "<td>合计</td><td>全部</td><td>3</td>", "<td>另计</td><td>无</td><td>0</td>"]
    table = lambda rows: "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    return page("", f"<p>泵站数量表</p>{table(rows)}<p>分区数量表</p>{table(late)}").encode()


def table_in_text():
    """A text with one table of HTML in it: its lines stay lines."""
    return ("青岚市云溪区泵站数量表\n一、基本情况\n全区泵站均已检修。\n"
            "<table><tr><td>片区</td><td>座数</td></tr><tr><td>东片</td><td>12</td></tr><tr><td>西片</td><td>5</td></tr></table>\n二、其他\n无其他事项。\n").encode()


def attachments_only():
    """A page that is nothing but links to its files, with addresses to be made whole."""
    body = ('<div id="zoom"><p>云溪区2023年政府信息公开工作年度报告</p><p><a href="./P0202401310001.docx">附件1：年度报告.docx</a></p>'
            '<p><a href="/download.jsp?file=b.pdf">附件2：统计表</a></p></div>')
    head = f'<meta name="SiteName" content="{SITE}"><meta name="PubDate" content="2024-01-31"><meta name="Url" content="{ADDRESS}">'
    return page(head, NAV + body + FOOT).encode()


def script_only():
    """A page whose article a script fetches."""
    return page("<title>年度报告</title>\n", '<div id="app"></div><div class="foot">主办单位：云溪区人民政府办公室</div>' + SCRIPT).encode()


ABOUT = {form: maker for form, (_, maker) in FORMS.items()}
