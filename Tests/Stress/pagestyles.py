"""Style sheets against a browser: pages of random rules, what Chromium shows of their numbers, and what a record says.

    pagestyles.py PROGRAM [--count 300] [--seed 1] [--blocks | --parts] [--keep FOLDER]

Each page is a report of Fixtures/html with some numbers of its tables in elements that up to four rules speak of: selectors, media,
layers, variables and values, of which some are invalid. With --blocks it has a table in several panes, or rows that stand there twice
(pageblocks.py); with --parts the digits of a cell are in several elements, apart or together (pageparts.py). Chromium says which texts are seen at 1,280 and at 1,920 pixels; the page
without the others, and without styles, is read by the same program, and that is the truth. Where the two widths differ, no number
is right.
"""

import argparse
import json
import pathlib
import random
import re
import subprocess
import tempfile

import pageblocks
import pageparts
from browser import Browser

PAGES = [pathlib.Path(__file__).parents[2] / "Fixtures/html" / name / "input.html" for name in ("bare-2019", "bare-2021", "ucap-2019")]
WIDTHS = [(1280, 720), (1920, 960)]

# Takes everything out of a page that nobody sees, and all styles.
SEEN = r"""(() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data; };
  const ground = element => { for (let e = element; e; e = e.parentElement) {
    const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > 127) return c; } return [255, 255, 255, 255]; };
  const isSeen = node => {
    const element = node.parentElement, style = getComputedStyle(element), range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(box => box.width > 0.5 && box.height > 0.5 && box.right + scrollX > 0
      && box.bottom + scrollY > 0 && box.left < 5000);
    if (!boxes.length || style.visibility !== 'visible' || parseFloat(style.fontSize) < 2) return false;
    let opacity = 1;
    for (let e = element; e; e = e.parentElement) {
      const s = getComputedStyle(e);
      opacity *= parseFloat(s.opacity);
      if (/opacity\(0[.\d]*%?\)/.test(s.filter) && !/opacity\(0?\.[1-9]/.test(s.filter)) return false;
      if (s.overflowX !== 'visible' && !['inline', 'contents'].includes(s.display)) {
        const box = e.getBoundingClientRect();
        if (!boxes.some(b => b.left < box.right && b.right > box.left && b.top < box.bottom && b.bottom > box.top)) return false;
      }
      if (s.position === 'absolute' && /^rect/.test(s.clip)) return false;
    }
    if (opacity < 0.05) return false;
    const ink = rgba(style.webkitTextFillColor), under = ground(element);
    return ink[3] >= 15 && [0, 1, 2].some(i => Math.abs(ink[i] - under[i]) > 15);
  };
  const gone = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.data.trim() && !isSeen(walker.currentNode)) gone.push(walker.currentNode);
  // Where digits that follow each other show apart, a blank goes between them; small ones are raised.
  const last = new Map();
  for (const cell of document.querySelectorAll('td')) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    let before = null;
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (gone.includes(node) || !node.data) continue;
      const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
      const boxes = [...node.data].map((_, i) => { const range = document.createRange(); range.setStart(node, i); range.setEnd(node, i + 1);
        return range.getBoundingClientRect(); });
      const spacing = parseFloat(getComputedStyle(node.parentElement).letterSpacing) || 0;
      const isApart = (a, b, em) => Math.abs(b.left - a.right) > em / 3 || Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) < Math.min(a.height, b.height) / 2;
      let how = '', inner = spacing > size / 3;
      if (before && /\d$/.test(before.node.data) && /^\d/.test(node.data)) {
        const box = before.boxes.at(-1);
        if (isApart({left: box.left, right: box.right - before.spacing, top: box.top, bottom: box.bottom, height: box.height}, boxes[0], before.size)) how = ' ';
        else if (size <= before.size * 0.65 && /^\d\d?$/.test(node.data)) how = 'raised';
        else if (size < before.size * 0.75) how = ' ';
      }
      last.set(node, {how, inner});
      before = {node, boxes, size, spacing};
    }
  }
  for (const element of document.querySelectorAll('td *, td')) for (const side of ['before', 'after']) {
    const style = getComputedStyle(element, '::' + side), text = /^"(.*)"$/.exec(style.content);
    if (text && text[1].trim() && style.display !== 'none' && getComputedStyle(element).display !== 'none')
      element.dataset[side] = text[1];
  }
  for (const element of document.querySelectorAll('td *'))
    element.dataset.kind = /^(inline|contents|none)/.test(getComputedStyle(element).display) ? 'span' : 'div';
  const blocks = [...document.querySelectorAll('body div, body section, table, tr, td')].filter(e => !e.getClientRects().length);
  for (const node of gone) node.remove();
  for (const [node, {how, inner}] of last) {
    if (inner) node.data = node.data.replace(/(\d)(?=\d)/g, '$1 ');
    if (how === 'raised') node.data = node.data.replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]); else node.data = how + node.data;
  }
  for (const element of blocks) element.remove();
  for (const element of document.querySelectorAll('td *, td')) {
    if (element.dataset.before) element.prepend(element.dataset.before);
    if (element.dataset.after) element.append(element.dataset.after);
  }
  for (const element of [...document.querySelectorAll('td *')]) {
    const other = document.createElement(element.dataset.kind);
    other.append(...element.childNodes);
    element.replaceWith(other);
  }
  for (const element of document.querySelectorAll('style, link, script')) element.remove();
  for (const element of document.querySelectorAll('*')) for (const name of [...element.getAttributeNames()])
    if (!['rowspan', 'colspan', 'charset', 'name', 'content', 'href'].includes(name)) element.removeAttribute(name);
  return '<!DOCTYPE html>' + document.documentElement.outerHTML;
})()"""

HIDING = ["display:none", "visibility:hidden", "opacity:0", "opacity:.2", "font-size:0", "font-size:1px", "font-size:.05rem", "color:#fff", "color:white",
          "color:transparent", "color:rgba(0,0,0,0)", "color:hsl(0 0% 100%)", "-webkit-text-fill-color:#fff", "-webkit-text-fill-color:transparent",
          "position:absolute;left:-9999px", "position:absolute;clip:rect(0,0,0,0)", "background:#000", "background-color:#000;color:#000",
          "display:inline-block;width:0;overflow:hidden", "display:inline-block;height:0;overflow:hidden", "font:0/0 a", "color:canvas",
          "display:inline-block;text-indent:-9999px;overflow:hidden", "font-size:calc(1px*0)", "font-size:calc(1vw/20)", "opacity:calc(1 - 1)",
          "filter:opacity(0)", "transform:scale(0);display:inline-block", "visibility:collapse", "color:#ffffff00", "opacity:1%", "font-size:0.01em"]
SHOWING = ["display:inline", "display:inline-block", "visibility:visible", "opacity:1", "font-size:14px", "font-size:1em", "font-size:medium", "color:#000",
           "color:#333", "color:inherit", "visibility:inherit", "opacity:.9", "position:static", "background:#fff", "background:none", "color:black",
           "-webkit-text-fill-color:currentcolor", "-webkit-text-fill-color:#000", "display:initial", "font-size:inherit", "left:auto", "height:auto",
           "color:initial", "font:14px/1.5 serif", "width:auto", "overflow:visible", "clip:auto", "text-indent:0", "filter:none", "transform:none",
           "color:color-mix(in srgb,red,blue)", "color:oklch(30% .05 200)", "visibility:unset", "opacity:unset", "all:unset", "all:revert", "display:revert",
           "font-size:clamp(12px,1vw,16px)", "color:rgb(0 0 0/.8)", "display:contents", "font-weight:bold", "margin:0 1px"]
INVALID = ["display:none\\9", "display:gone", "display:-ms-flexbox", "visibility:none", "visibility:show", "opacity:none", "opacity:0\\9", "color:#12",
           "color:#00000", "color:nocolour", "font-size:0\\9", "font-size:-1px", "color:#fff\\9", "display:none !ie", "font-size:12", "font:0",
           "display:none none", "opacity:1px", "color:rgb(255 255)", "background:#000 #000", "position:gone", "*display:none", "_display:none",
           "display:", "color:#fff #fff", "visibility:hidden visible"]
MEDIA = ["@media screen", "@media print", "@media all", "@media not print", "@media not screen", "@media (min-width:768px)", "@media (max-width:767px)",
         "@media (max-width:1400px)", "@media (min-width:1600px)", "@media screen and (min-width:1200px) and (max-width:2400px)", "@media (width>=48rem)",
         "@media (600px<=width<=800px)", "@media print,(min-width:1px)", "@media (prefers-color-scheme:dark)", "@media only screen",
         "@media (-ms-high-contrast:none)", "@media (-ms-high-contrast:active),(-ms-high-contrast:none)", "@media screen and (min-width:0\\0)", "@media \\0screen",
         "@media (orientation:landscape)", "@media (max-height:800px)", "@media (foo:bar)", "@media not (foo:bar)", "@media (min-width:0) or (foo:bar)",
         "@media (min-aspect-ratio:1/1)", "@media tv", "@media (color)", "@media (grid)", "@media (min-resolution:2dppx)",
         "@media not all and (min-width:768px)", "@media (not (print))", "@media not (min-width:768px)"]
SUPPORTS = ["@supports (display:grid)", "@supports not (display:grid)", "@supports (-webkit-touch-callout:none)", "@supports (-moz-appearance:none)",
            "@supports (-ms-ime-align:auto)", "@supports (display:grid) and (not (display:inline-grid))", "@supports (display:gone)", "@supports (gone:1)",
            "@supports selector(:has(a))", "@supports (position:sticky) or (position:-webkit-sticky)", "@supports (--a:b)", "@supports (color:lab(1% 1 1))"]
LAYERS = ["@layer a", "@layer b", "@layer a.x", "@layer"]


def selector(rng, name, table):
    k = rng.randint(1, 5)
    return rng.choice([
        f".{name}", f".{name}", f".{name}", f"td .{name}", f"td>.{name}", f"tr>td .{name}", f"table .{name}", f".{name}.{name}", f"#{table} .{name}", f"html .{name}",
        f"body .{name}", f":is(.{name},#zz)", f":where(.{name})", f".{name}:not(.q)", f".{name}:not(#q)", f"[class={name}]", f"[class^='{name}']",
        f"td:nth-child({k}) .{name}", f"tr:nth-child({k}) .{name}", f"td:nth-child(2n+{k}) .{name}", f"td:last-child .{name}", f"td+td .{name}",
        f".{name}:first-child", f".{name}:nth-child(2)", f".{name}:empty", f"html.on .{name}", f"html:not(.on) .{name}", f"[lang=zh] .{name}", f":root .{name}",
        f"body.home .{name}", f"body:not(.home) .{name}", f".{name}:hover", f".{name}:disabled", f".{name}:not(:disabled)", f".{name.upper()}", f"div>.{name}", f"tr:first-child .{name}",
        f"#{table} td .{name},.none", f".{name}:-moz-any(b)", f".{name},::-moz-selection", f":not(td)>.{name}", f"td:not(:first-child) .{name}", f"td:has(.{name}) .{name}",
        f"*.{name}", f"b.{name}", f"span.{name}", f":is(td,th)>.{name}", f".{name}:not(:hover)", f"[data-k] .{name}", f"[data-k=\"{k}\"] .{name}",
        f"td:nth-last-child({k}) .{name}", f".{name}:only-child", f":nth-child({k})>.{name}", f"tr:nth-of-type({k}) .{name}"])


def value(rng):
    return rng.choice(rng.choice([HIDING, HIDING, SHOWING, SHOWING, INVALID]))


def rule(rng, name, table):
    said = value(rng)
    if rng.random() < 0.2:
        said += ";" + value(rng)
    if rng.random() < 0.2:
        said = ";".join(part + "!important" for part in said.split(";") if rng.random() < 0.8) or said
    kind = rng.random()
    before = ""
    if kind < 0.15 and ":" in said and said.count(";") == 0 and "!" not in said:
        prop, text = said.split(":", 1)
        variable = rng.choice(["--v", "--V", f"--{name}"])
        place = rng.choice([":root", "html", "body", "td", f".{name}", f"#{table}", "*", ":host", ".q"])
        before = f"{place}{{{variable}:{text}{rng.choice(['', '', '!important'])}}}"
        if rng.random() < 0.3:
            before = rng.choice(MEDIA + LAYERS) + "{" + before + "}"
        if rng.random() < 0.3:
            before += f"{rng.choice(['td', '.' + name, ':root'])}{{{variable}:{rng.choice(['initial', 'inherit', 'unset', value(rng).split(':', 1)[1].split(';')[0]])}}}"
        if rng.random() < 0.1:
            before += f"@property {variable}{{syntax:'*';inherits:{rng.choice(['true', 'false'])};initial-value:{text}}}"
        fallback = rng.choice(["", "", ",none", ",inherit", ",#000", ",1"])
        said = f"{prop}:var({rng.choice([variable, variable, variable.lower(), '--gone'])}{fallback})"
    text = f"{selector(rng, name, table)}{{{said}}}"
    if rng.random() < 0.12:
        text = rng.choice([f"td{{.{name}{{{said}}}}}", f"td{{& .{name}{{{said}}}}}", f"#{table}{{& td{{.{name}{{{said}}}}}}}",
                           f".{name}{{{rng.choice(MEDIA)}{{{said}}}}}", f".{name}{{&:not(.q){{{said}}}}}"])
    for wrappers, share in ((MEDIA, 0.25), (SUPPORTS, 0.1), (LAYERS, 0.15)):
        if rng.random() < share:
            text = rng.choice(wrappers) + "{" + text + "}"
    if rng.random() < 0.05:
        text = rng.choice(["/* { */", "@layer b,a;", "@charset \"utf-8\";", "a{b}", "}", "<!--", "@font-face{font-family:x;src:url(/*.woff)}"]) + text
    return before + text


def page(rng):
    """A page with random rules about some of its numbers."""
    html = rng.choice(PAGES).read_text()
    html = re.sub(r"<style.*?</style>", "", html, flags=re.S)
    tables = 0
    rules = []

    def numbered(match):
        nonlocal tables
        tables += 1
        return f'<table id="t{tables}"'

    html = re.sub(r"<table", numbered, html)
    cells = [m for m in re.finditer(r"(<td[^>]*>(?:<p[^>]*>)?(?:<span[^>]*>)?)(\d+)((?:</span>)?(?:</p>)?</td>)", html)]
    for number, match in sorted(enumerate(rng.sample(cells, min(8, len(cells)))), key=lambda pair: -pair[1].start()):
        name = f"c{number}x"
        table = f"t{html[:match.start()].count('<table')}"
        element = rng.choice(["b", "span", "span", "i", "font", "div", "p", "em"])
        inline = f' style="{value(rng)}"'.replace('"', "'") if rng.random() < 0.12 else ""
        hidden = rng.choice([" hidden"] + [""] * 15)
        inside = f"<{element} class={name}{inline}{hidden}>{rng.randint(10, 99)}</{element}>"
        text = rng.choice([f"{rng.randint(10, 99)}{inside}", f"{inside}{rng.randint(10, 99)}", inside])
        html = html[:match.start(2)] + text + html[match.end(2):]
        rules += [rule(rng, name, table) for _ in range(rng.choice([1, 2, 2, 3, 4]))]
    if rng.random() < 0.5:
        rng.shuffle(rules)
    html = re.sub(r"<html[^>]*>", rng.choice(["<html>", "<html class=on>", "<html lang=zh>", "<html class='js on' lang=zh-CN>", "<html data-k=1>",
                                              "<html style='--v:none'>"]), html)
    html = re.sub(r"<body[^>]*>", rng.choice(["<body>", "<body class=home>", "<body data-k=2>"]), html)
    style = "<style>" + "\n".join(rules) + "</style>"
    return html.replace("</head>", style + "</head>", 1) if "</head>" in html else html.replace("<body", style + "<body", 1), rules


def seen(browser, html):
    """The page as it is seen at each width."""
    pages = []
    for width, height in WIDTHS:
        target, session = browser.opened("<html></html>")
        browser.call("Emulation.setDeviceMetricsOverride", session, width=width, height=height, deviceScaleFactor=1, mobile=False)
        browser.call("Target.closeTarget", targetId=target)
        target, session = browser.opened(html)
        browser.call("Emulation.setDeviceMetricsOverride", session, width=width, height=height, deviceScaleFactor=1, mobile=False)
        pages.append(browser.evaluated(session, SEEN))
        browser.call("Target.closeTarget", targetId=target)
    return pages


def records(program, paths):
    run = subprocess.run([program, "convert", *map(str, paths)], capture_output=True, text=True)
    return {record["source"]["name"]: record for record in map(json.loads, run.stdout.splitlines())}


def cells(record):
    found = {}

    def walk(place, item):
        if isinstance(item, dict):
            for key, inner in item.items():
                walk(f"{place}.{key}" if place else key, inner)
        else:
            found[place] = item

    report = record.get("annual_report") or {}
    for table in ("active_disclosure", "applications", "review_litigation"):
        walk(table, report.get(table) or {})
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--blocks", action="store_true")
    parser.add_argument("--parts", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as temporary, Browser() as browser:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        rules = {}
        for number in range(options.count):
            html, rules[f"{number:04}"] = (
                pageblocks.page(rng, PAGES) if options.blocks else pageparts.page(rng, PAGES) if options.parts else page(rng))
            (folder / f"{number:04}.html").write_text(html)
            for width, shown in zip("ab", seen(browser, html)):
                (folder / f"{number:04}{width}.html").write_text(shown)
        found = records(options.program, sorted(folder.glob("*.html")))
    right = null = wrong = hidden = 0
    for name, said in rules.items():
        if any(issue["code"] == "table_missing" for end in "ab" for issue in found.get(f"{name}{end}.html", {}).get("issues", [])):
            hidden += 1  # all copies of a table are hidden: a script shows one, and which isn't known
            continue
        read, *truths = (cells(found.get(f"{name}{end}.html", {})) for end in ("", "a", "b"))
        for place in sorted(set(read) | set(truths[0])):
            wanted = {str(truth.get(place)) for truth in truths}
            value = read.get(place)
            if len(wanted) == 1 and str(value) in wanted:
                right += 1
            elif value is None:
                null += 1
            else:
                wrong += 1
                print(f"{name} {place}: {value}, seen {' or '.join(sorted(wanted))}")
    print(f"{options.count} pages: {right} cells right, {null} null, {wrong} wrong" + (f"; {hidden} pages show no copy of a table" if hidden else ""))
    raise SystemExit(wrong > 0)


if __name__ == "__main__":
    main()
