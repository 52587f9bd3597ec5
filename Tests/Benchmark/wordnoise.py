"""What word processors write around the text of a docx, in the amount that real reports have.

An agency's report of three forms and four pages has 60 to 400 KB of document.xml, most of it marks of editing
sessions and the same fonts on every run; beside it lie styles of 25 KB, settings, a theme and a table of fonts.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Torture"))

from reports import docx  # noqa: E402

RUN = re.compile(r'<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>')
PIECE = re.compile(r"[0-9.%]+|[^0-9.%]+")
FONTS = '<w:rFonts{} w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:cs="宋体"/>'
LATIN, HAN = FONTS.format(""), FONTS.format(' w:hint="eastAsia"')
REST = '<w:color w:val="000000"/><w:kern w:val="0"/><w:szCs w:val="32"/>'
BORDERS = "<w:tcBorders>" + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
                                    for side in ("top", "left", "bottom", "right")) + "</w:tcBorders>"
SPACING = '<w:widowControl/><w:spacing w:line="560" w:lineRule="exact"/>'
CHUNK = re.compile(r"<w:p>|<w:tr>|<w:vAlign |<w:pPr>|" + RUN.pattern)


def noisy(body, dice):
    """A body of Fixtures/making with the noise of an editor: the same text, four times the XML."""
    sessions = [f"{dice.getrandbits(24):08X}" for _ in range(60)]
    session = lambda: sessions[dice.getrandbits(16) % 60]

    def runs(properties, text):
        for piece in PIECE.findall(text):
            fonts = LATIN if piece[0] < "\x7f" else HAN
            yield (f'<w:r w:rsidRPr="{session()}"><w:rPr>{fonts}{properties}{REST}</w:rPr>'
                   f'<w:t xml:space="preserve">{piece}</w:t></w:r>')

    def replaced(match):
        tag = match[0]
        if tag == "<w:p>":
            return (f'<w:p w14:paraId="{dice.getrandbits(31):08X}" w14:textId="77777777" w:rsidR="{session()}"'
                    f' w:rsidRDefault="{session()}" w:rsidP="{session()}">')
        if tag == "<w:tr>":
            return f'<w:tr w:rsidR="{session()}" w:rsidRPr="{session()}" w:rsidTr="{session()}">'
        if tag == "<w:vAlign ":
            return BORDERS + '<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:noWrap/>' + tag
        if tag == "<w:pPr>":
            return tag + SPACING
        return "".join(runs(match[1] or "", match[2]))

    return CHUNK.sub(replaced, body)


def _styles():
    names = [f"Table Grid {i}" for i in range(130)] + [f"List Bullet {i}" for i in range(130)]
    latent = "".join(f'<w:lsdException w:name="{name}" w:semiHidden="1" w:uiPriority="99" w:unhideWhenUsed="1"/>' for name in names)
    own = "".join(f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="a{i}"><w:name w:val="正文{i}"/><w:basedOn w:val="Normal"/>'
                  f'<w:rPr>{HAN}<w:sz w:val="{20 + i}"/></w:rPr></w:style>' for i in range(12))
    start, end = docx.styles("仿宋_GB2312", 32).split("</w:docDefaults>")
    return f"{start}</w:docDefaults><w:latentStyles>{latent}</w:latentStyles>" + end.replace("</w:styles>", own + "</w:styles>")


def _part(root, count, content):
    return f'{docx.HEAD}<w:{root} xmlns:w="{docx.W}">' + "".join(content(i) for i in range(count)) + f"</w:{root}>"


PARTS = [
    ("styles.xml", None, _styles()),
    ("settings.xml", "settings", _part("settings", 60, lambda i: f'<w:rsid w:val="{i * 7919:08X}"/>')),
    ("fontTable.xml", "fontTable", _part("fonts", 20, lambda i: f'<w:font w:name="字体{i}"><w:charset w:val="86"/><w:pitch w:val="auto"/></w:font>')),
    ("webSettings.xml", "webSettings", _part("webSettings", 6, lambda i: f'<w:div w:id="{i * 104729}"/>')),
]


def package(body, dice):
    """The bytes of a docx as an editor writes it, from a body of Fixtures/making."""
    return docx.package(noisy(body, dice), font="仿宋_GB2312", extra_parts=PARTS)
