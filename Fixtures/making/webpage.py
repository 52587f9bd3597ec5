"""A report as a page of HTML with its look in CSS, for what prints web pages."""

import base64
import re
from html import escape

from looks import FOOTNOTE, HAN, LINK, seal_png
from report import MARK

COLUMNS = {"active": [26, 25, 25, 24], "applications": [5, 9, 23] + [9] * 7, "review": [100 / 15] * 15}
NARROW = [8, 16, 52] + [3.4] * 7  # of table 2, where figures of more than two digits wrap


def column_widths(name, grid, look):
    """Shares of the table's width; even ones where the grid has other columns than the form."""
    count = sum(cell.cols for cell in grid[0])
    widths = NARROW if look.narrow and name == "applications" else COLUMNS.get(name, [])
    return widths if len(widths) == count else [100 / count] * count


def webpage(report, look, footnotes=False, css=""):
    """`footnotes`: the printer knows CSS's own; else the note stands at the end. `css` stands behind that of the look."""
    body = "".join(_block(report, block, look, footnotes) for block in report.all_blocks())
    if look.footnote and not footnotes:
        body += f'<p class="note">注①：{FOOTNOTE}</p>'
    return f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(report.agency)}</title><style>{_css(look)}\n{css}</style></head><body>{body}</body></html>'


def _family(look):
    return ", ".join(f'"{name}"' for name in (look.latin, HAN[look.han]) if name)


def _margin_boxes(look):
    number = look.page_number
    boxes = ""
    if number:
        before, after = number.split("1")
        boxes += f'@bottom-center {{ content: "{before}" counter(page) "{after}"; font: 9pt {_family(look)} }}'
    if look.running_head:
        boxes += f'@top-center {{ content: "{look.running_head}"; font: 9pt {_family(look)} }}'
    return boxes


def _css(look):
    figures = "".join([f"color: {look.prose_color};" if look.prose_color else "", "text-decoration: underline;" if look.underline else "",
                       "font-weight: bold;" if look.bold_figures else ""])
    rules = [
        f"@page {{ size: A4 {'landscape' if look.landscape else 'portrait'}; margin: {look.margin}mm; {_margin_boxes(look)} }}",
        f"body {{ margin: 0; font: {look.size}pt/{look.line} {_family(look)} }}",
        "p { margin: 0; text-indent: 2em; text-align: justify; orphans: 2; widows: 2 } p.right { text-align: right; text-indent: 0 } p.note { font-size: 80% }",
        f"h1 {{ font-size: 18pt; line-height: 1.4; margin: 0; text-align: center; color: {look.title_color} }}",
        "h2, h3, h4 { font-size: 100%; margin: 6pt 0; text-indent: 2em; page-break-after: avoid; break-after: avoid }",
        f"table {{ border-collapse: collapse; width: 100%; table-layout: fixed; font-size: {look.table_size}pt; line-height: 1.25; margin: 6pt 0 }}",
        f"td {{ border: {look.border_width}pt solid {look.border}; padding: 1pt 2pt; text-align: center; vertical-align: middle; height: {look.row}pt }}",
        ".turn { page-break-before: always; break-before: page }", f"h1, h2, h3, h4 {{ font-weight: {'bold' if look.is_bold else 'normal'} }}",
        "tr { page-break-inside: avoid; break-inside: avoid }",
        f"td.v {{ text-align: {look.align}; white-space: nowrap;{f' color: {look.figure_color};' if look.figure_color else ''} }}",
        f"b.f {{ font-weight: normal; {figures} }}", "sup { font-size: 60% }",
        "span.note { float: footnote; font-size: 8pt }",
        "div.sign { position: relative } img.seal { position: absolute; right: 10mm; top: -6mm; width: 28mm; height: 28mm }"]
    if look.head_fill:
        rules.append(f"td.h {{ background: {look.head_fill}; color: {look.head_color} }}")
    if look.stripe:
        rules.append(f"tr.s td {{ background: {look.stripe} }} tr.s td.h {{ background: {look.head_fill or look.stripe} }}")
    if look.bold_totals:
        rules.append("td.t { font-weight: bold }")
    if look.bold_labels:
        rules.append("td.l { font-weight: bold }")
    return "\n".join(rules)


def _prose(text):
    return re.sub(r"\x02(.*?)\x03", r'<b class="f">\1</b>', escape(MARK.sub(lambda m: f"\x02{m[1]}\x03", text)))


def _block(report, block, look, footnotes):
    if block.kind == "title":
        return f"<h1>{escape(block.text)}</h1>"
    if block.kind == "table":
        return _table(report.grid(block), block.name, look)
    text = _prose(block.text)
    if block.kind == "h":
        turn = ' class="turn"' if look.own_pages and block.number in ("二", "三", "四") else ""
        out = f"<h{block.level + 1}{turn}>{text}</h{block.level + 1}>"
        if look.link and block.number == "二":
            out = f'<p>信息公开专栏：<a href="{LINK}">{LINK}</a></p>' + out
        return out
    if block.kind == "right":
        seal = ""
        if look.seal and block.text == report.signature:
            seal = f'<img class="seal" alt="" src="data:image/png;base64,{base64.b64encode(seal_png()).decode()}">'
        return f'<div class="sign"><p class="right">{text}</p>{seal}</div>'
    if look.footnote and block.kind == "p" and "主动公开政府信息" in block.text and "门户网站" in text:
        mark = f'<span class="note">{FOOTNOTE}</span>' if footnotes else "<sup>①</sup>"
        text = text.replace("门户网站", "门户网站" + mark, 1)
    return f"<p>{text}</p>"


def rows_with_roles(grid, name):
    """(cells with their role, whether the row is a striped one) of each row: h head, l label, v value, t total."""
    heads = len(grid) - 1 if name == "review" else next((number for number, row in enumerate(grid) if any("key" in cell.style for cell in row)), 0)
    for number, row in enumerate(grid):
        is_head = number < heads or name == "active" and not any("key" in cell.style for cell in row)
        roles = []
        for place, cell in enumerate(row):
            is_label = "key" in cell.style or "group" in cell.style
            role = "h" if is_head else "l" if is_label else "v"
            if role == "v" and name == "applications" and place == len(row) - 1 or role == "v" and name == "review" and place % 5 == 4:
                role = "v t"
            roles.append((cell, role))
        yield roles, not is_head and number % 2 == 0


def _table(grid, name, look):
    columns = "".join(f'<col style="width: {width:.2f}%">' for width in column_widths(name, grid, look))
    rows, head = [], []
    for roles, is_striped in rows_with_roles(grid, name):
        cells = "".join(
            f'<td class="{role}"' + (f' colspan="{cell.cols}"' if cell.cols > 1 else "") + (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")
            + f">{escape(cell.text)}</td>" for cell, role in roles)
        is_head = look.repeat_head and name != "active" and all(role == "h" for _, role in roles)
        (head if is_head else rows).append(f'<tr class="s">{cells}</tr>' if is_striped and look.stripe else f"<tr>{cells}</tr>")
    top = f"<thead>{''.join(head)}</thead>" if head else ""
    return f"<table><colgroup>{columns}</colgroup>{top}<tbody>{''.join(rows)}</tbody></table>"
