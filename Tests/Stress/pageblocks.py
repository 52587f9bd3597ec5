"""Pages whose tables, rows or cells stand there twice, with random rules about which of them a screen shows: tabs, columns, phone copies."""

import random
import re

HIDING = ["display:none", "display:none", "display:none", "visibility:hidden", "opacity:0", "height:0;overflow:hidden", "max-height:0;overflow:hidden",
          "position:absolute;left:-9999px", "position:absolute;top:-9999px", "position:fixed;left:-200vw", "text-indent:-9999px;overflow:hidden",
          "position:absolute;clip:rect(0,0,0,0)", "font-size:0", "width:0;overflow:hidden;height:0", "visibility:collapse", "transform:scale(0)",
          "position:absolute;opacity:0", "position:absolute;visibility:hidden", "display:none!important"]
SHOWING = ["display:block", "display:revert", "visibility:visible", "opacity:1", "height:auto", "max-height:none", "position:static", "left:0", "overflow:visible",
           "font-size:14px", "clip:auto", "transform:none", "text-indent:0", "display:block!important", "margin:0", "display:flow-root", "position:relative"]
MEDIA = ["@media screen", "@media print", "@media (min-width:768px)", "@media (max-width:767px)", "@media (max-width:1400px)", "@media (min-width:1200px)",
         "@media all", "@media not print", "@media screen and (max-width:992px)"]


def pane_selector(rng, number, count):
    """One that speaks of pane `number` (from 1) of `count`, or of all or the others."""
    return rng.choice([
        f".p{number}", f".p{number}", f"#pane{number}", ".pane", ".pane", ".tabs>.pane", ".tabs .pane", ".pane.on", ".pane:not(.on)", f".pane:nth-child({number})",
        f".pane:nth-of-type({number})", ".pane:first-child", ".pane:last-child", ".pane:not(:first-child)", ".pane:not(:last-child)", ".pane+.pane", ".pane~.pane",
        ".pane:first-of-type", ".pane:last-of-type", f".pane:nth-last-child({number})", ".pane[hidden]", ".pane[aria-hidden=true]", f"[data-year='{2024 - number}']",
        ".on", ".on~.pane", ".on+.pane", "ul~.pane", "ul+.pane", "h3+.pane", ".tabs>div", ".tabs>div:nth-child(2)", ".tabs>div:first-of-type", ".pane>table",
        f".p{number}>table", f"#pane{number} table", ".pane:target", "input:checked~.pane", f"#r{number}:checked~.p{number}", ".tabs>*", ".pane:is(.on,.x)", ".pane:where(.on)",
        f".tabs .pane:not(.p{number})", ".pane:only-child", ".pane:nth-child(odd)", ".pane:nth-child(even)", ".pane:nth-child(n+2)", ".pane:empty", "main .pane", "body>.tabs .pane"])


def row_selector(rng, name):
    return rng.choice([
        f".{name}", f".{name}", f"tr.{name}", f"table .{name}", f".{name}>td", f"tr.{name} td", f".{name}:not(.q)", f"tbody>.{name}", f"table tr.{name}", f".{name} td:not(:first-child)",
        f"tr:not(.{name}).q", f".{name}:nth-child(n)", f"tr+.{name}", f".{name}~.{name}", f"[class~={name}]", f".{name}:hover"])


def rules_about(rng, select, count):
    rules = []
    for _ in range(count):
        said = rng.choice(HIDING if rng.random() < 0.6 else SHOWING)
        text = f"{select()}{{{said}}}"
        if rng.random() < 0.25:
            text = rng.choice(MEDIA) + "{" + text + "}"
        rules.append(text)
    return rules


def other(rng, table):
    """The same table with other figures."""
    return re.sub(r"(>\s*)(\d+)(\s*<)", lambda m: f"{m[1]}{int(m[2]) + rng.randint(1, 9)}{m[3]}", table)


def panes(rng, html):
    """A table in two or three panes, of which rules show some."""
    tables = list(re.finditer(r"<table.*?</table>", html, re.S))
    match = rng.choice(tables)
    count = rng.choice([2, 2, 2, 3])
    copies = [match[0]] + [other(rng, match[0]) for _ in range(count - 1)]
    rng.shuffle(copies)
    current = rng.randint(1, count)
    inputs = "".join(f"<input type=radio name=r id=r{n}{' checked' if n == current else ''}>" for n in range(1, count + 1)) if rng.random() < 0.2 else ""
    head = rng.choice(["", "", "<ul><li>2023年</li><li>2022年</li></ul>", "<h3>数据</h3>", "<p>请选择</p>"])
    parts = []
    for number, copy in enumerate(copies, 1):
        classes = ["pane", f"p{number}"] + (["on"] if number == current and rng.random() < 0.8 else [])
        extra = rng.choice(["", "", "", " hidden", " aria-hidden=true", f" style='{rng.choice(HIDING + SHOWING)}'"]) if number != current else ""
        tag = rng.choice(["div", "div", "section"])
        parts.append(f"<{tag} class='{' '.join(classes)}' id=pane{number} data-year={2024 - number}{extra}>{copy}</{tag}>")
    html = html[:match.start()] + f"<div class=tabs>{inputs}{head}{''.join(parts)}</div>" + html[match.end():]
    return html, rules_about(rng, lambda: pane_selector(rng, rng.randint(1, count), count), rng.choice([1, 2, 2, 3, 4]))


def rows(rng, html):
    """Rows and cells that stand there twice or thrice, of which rules show some."""
    rules = []
    found = [m for m in re.finditer(r"<tr(?:(?!<tr).)*?</tr>", html, re.S) if len(re.findall(r">\s*\d+\s*<", m[0])) >= 3 and "rowspan" not in m[0]]
    for number, match in sorted(enumerate(rng.sample(found, min(4, len(found)))), key=lambda pair: -pair[1].start()):
        names = f"a{number}x", f"b{number}x"
        pair = [match[0].replace("<tr", f"<tr class={names[0]}", 1), other(rng, match[0]).replace("<tr", f"<tr class={names[1]}", 1)]
        rng.shuffle(pair)
        html = html[:match.start()] + "".join(pair) + html[match.end():]
        for name in names:
            rules += rules_about(rng, lambda name=name: row_selector(rng, name), rng.choice([0, 1, 1, 2]))
    return html, rules


def page(rng, pages):
    html = re.sub(r"<style.*?</style>", "", rng.choice(pages).read_text(), flags=re.S)
    html, rules = rng.choice([panes, panes, rows])(rng, html)
    rng.shuffle(rules)
    style = "<style>" + "\n".join(rules) + "</style>"
    return html.replace("</head>", style + "</head>", 1) if "</head>" in html else html.replace("<body", style + "<body", 1), rules
