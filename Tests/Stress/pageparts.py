"""Pages whose cells hold digits in several elements, with random styles that set these apart on the screen or leave them one number."""

import random
import re

CONTAINERS = ["", "", "", "display:flex", "display:grid", "display:inline-flex", "display:inline-grid", "display:flex;justify-content:space-between",
              "display:flex;gap:20px", "display:grid;grid-template-columns:1fr 1fr", "display:table", "display:-webkit-box", "display:inline-block",
              "position:relative", "padding:0 12px", "text-align:center", "letter-spacing:10px", "letter-spacing:.1em", "letter-spacing:8pt", "word-spacing:20px",
              "font-size:12px", "display:flex;flex-wrap:wrap", "display:block", "display:inline-block;width:80px"]
APART = ["display:table-cell", "display:table-cell;width:40px", "display:inline-block;width:50px", "display:inline-block;min-width:4em", "display:block",
         "margin-left:20px", "margin-right:1em", "margin:0 10px", "margin-inline:1em", "margin-inline-start:12pt", "padding-left:20px", "padding:0 1em",
         "padding-right:12px", "padding-inline:.8em", "padding-inline-end:1em", "position:relative;left:20px", "position:relative;right:-3em", "float:right", "float:left",
         "transform:translateX(20px);display:inline-block", "transform:translate(30px,0);display:inline-block", "display:inline-block;margin-left:5%",
         "letter-spacing:12px", "margin-left:calc(1em + 4px)", "display:inline-table;padding:0 9px", "display:inline-grid;width:30px"]
TOGETHER = ["", "", "", "color:#333", "font-weight:bold", "display:inline", "margin:0", "margin-left:1px", "padding:0 1px", "float:none", "position:static;left:20px", "position:relative",
            "transform:none", "transform:translateX(20px)", "letter-spacing:0", "letter-spacing:-.2pt", "display:inline-block", "font-family:serif", "text-decoration:underline", "margin:0 0 9px",
            "padding:9px 0", "width:50px", "margin-left:0.05em", "font-size:10.5pt", "font-size:1em", "display:contents", "margin-top:20px", "word-spacing:9px"]
SMALLER = ["font-size:60%", "font-size:.5em", "font-size:8px", "font-size:xx-small"]
TAGS = ["span", "span", "span", "b", "i", "em", "font", "strong", "u", "label"]


def child(rng, name, rules):
    said = rng.choice(APART if rng.random() < 0.3 else SMALLER if rng.random() < 0.1 else TOGETHER)
    tag = rng.choice(TAGS)
    digits = str(rng.randint(1, 99))
    if rng.random() < 0.05:
        return rng.choice([f"<font size={rng.randint(1, 4)}>{digits}</font>", f"<small>{digits}</small>", f"<font size=-1>{digits}</font>"])
    if not said:
        return f"<{tag}>{digits}</{tag}>"
    if rng.random() < 0.5:
        return f"<{tag} style='{said}'>{digits}</{tag}>"
    rules.append(f"{rng.choice(['td ', '', tag])}.{name}{{{said}}}")
    if rng.random() < 0.2:
        rules.append(f".{name}{{{rng.choice(TOGETHER) or 'color:red'}}}")
    return f"<{tag} class={name}>{digits}</{tag}>"


def page(rng, pages):
    html = re.sub(r"<style.*?</style>", "", rng.choice(pages).read_text(), flags=re.S)
    rules = ["td{white-space:nowrap}"]  # a narrow cell may break a line between two boxes at one width of the screen and not at another
    cells = list(re.finditer(r"(<td[^>]*>)(?:<p[^>]*>)?(?:<span[^>]*>)?\d+(?:</span>)?(?:</p>)?(</td>)", html))
    for number, match in sorted(enumerate(rng.sample(cells, min(12, len(cells)))), key=lambda pair: -pair[1].start()):
        parts = [child(rng, f"k{number}x{place}", rules) if rng.random() < 0.8 else str(rng.randint(1, 9)) for place in range(rng.choice([2, 2, 3]))]
        said = rng.choice(CONTAINERS)
        inside = rng.choice(["", "", " "]).join(parts)
        opening = match[1]
        if said and rng.random() < 0.5:
            tag = rng.choice(["div", "p", "span"])
            inside = f"<{tag} style='{said}'>{inside}</{tag}>"
        elif said:
            rules.append(f"td.w{number}{{{said}}}")
            opening = re.sub(r"\sclass=(\"[^\"]*\"|\S+?)(?=[\s>])", "", opening)[:-1] + f" class=w{number}>"
        html = html[:match.start()] + opening + inside + match[2] + html[match.end():]
    rng.shuffle(rules)
    style = "<style>" + "\n".join(rules) + "</style>"
    return html.replace("</head>", style + "</head>", 1) if "</head>" in html else html.replace("<body", style + "<body", 1), rules
