"""Dialects in which the text of cells is written in other ways: tracked changes, fields, signs, numbers of labels."""

import re

from dialects import FIGURE, REVISION, ROW, by_figure, by_table, dialect, text_run
from docx import report_docx, zipped
from figures import WIDE
from officeparts import parts_of


# Tracked changes.

@by_figure("inserted-figures", share=0.6)
def inserted_figures(beginning, digits, dice):
    return f"<w:ins {REVISION}>{text_run(beginning, digits)}</w:ins>"


@by_figure("replaced-figures", share=0.4)
def replaced_figures(beginning, digits, dice):
    old = f'<w:del {REVISION}>{beginning}<w:delText>{dice.randrange(10, 999)}</w:delText></w:r></w:del>'
    new = f"<w:ins {REVISION}>{text_run(beginning, digits)}</w:ins>"
    return old + new if dice.random() < 0.5 else new + old


@by_figure("changed-digits", share=0.4)
def changed_digits(beginning, digits, dice):
    """One digit of a figure was put in, another one taken out."""
    at = dice.randrange(len(digits))
    gone = f"<w:del {REVISION}>{beginning}<w:delText>{dice.randrange(10)}</w:delText></w:r></w:del>"
    before, after = (text_run(beginning, piece) if piece else "" for piece in (digits[:at], digits[at + 1:]))
    return f"{before}{gone}<w:ins {REVISION}>{text_run(beginning, digits[at])}</w:ins>{after}"


@by_table("tracked-rows")
def tracked_rows(xml, dice):
    """Rows that were put in, and between them rows that were taken out and had other figures."""
    def row(match):
        inner = match[0].removeprefix("<w:tr>")
        new = f"<w:tr><w:trPr><w:ins {REVISION}/></w:trPr>{inner}"
        old = FIGURE.sub(lambda figure: f'<w:del {REVISION}>{figure[1]}<w:delText>{dice.randrange(1, 99)}</w:delText></w:r></w:del>', inner)
        return new + (f"<w:tr><w:trPr><w:del {REVISION}/></w:trPr>{old}" if FIGURE.search(inner) and "vMerge w:val" not in inner else "")
    return ROW.sub(lambda match: row(match) if dice.random() < 0.3 else match[0], xml)


@by_figure("moved-figures", share=0.3)
def moved_figures(beginning, digits, dice):
    moved = f'<w:moveFrom {REVISION}>{text_run(beginning, str(dice.randrange(1, 99)))}</w:moveFrom>'
    return moved + f"<w:moveTo {REVISION}>{text_run(beginning, digits)}</w:moveTo>"


@by_table("formats-changed")
def formats_changed(xml, dice):
    return xml.replace('<w:sz w:val="21"/></w:rPr>', f'<w:sz w:val="21"/><w:rPrChange {REVISION}><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrChange></w:rPr>')


# Text of cells.

@by_figure("figure-in-pieces")
def figure_in_pieces(beginning, digits, dice):
    """Each digit a run of its own, as after typing and proof-reading."""
    return '<w:proofErr w:type="gramStart"/>'.join(text_run(beginning, digit) for digit in digits)


@by_figure("simple-fields", share=0.5)
def simple_fields(beginning, digits, dice):
    return f'<w:fldSimple w:instr=" =SUM(LEFT) ">{text_run(beginning, digits)}</w:fldSimple>'


@by_figure("complex-fields", share=0.5)
def complex_fields(beginning, digits, dice):
    mark = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return (f'{mark("begin")}<w:r><w:instrText xml:space="preserve"> =SUM(D4:I4) \\# "0" </w:instrText></w:r>{mark("separate")}{text_run(beginning, digits)}{mark("end")}')


@by_figure("hidden-text-beside", share=0.4)
def hidden_text_beside(beginning, digits, dice):
    """A hidden number before the shown one."""
    return f'<w:r><w:rPr><w:vanish/></w:rPr><w:t>{dice.randrange(1, 99)}</w:t></w:r>{text_run(beginning, digits)}'


@by_figure("bookmarks-and-comments", share=0.5)
def bookmarks_and_comments(beginning, digits, dice):
    return f'<w:bookmarkStart w:id="3" w:name="_Hlk1"/><w:commentRangeStart w:id="1"/>{text_run(beginning, digits)}<w:commentRangeEnd w:id="1"/><w:bookmarkEnd w:id="3"/>'


@by_figure("spaces-around")
def spaces_around(beginning, digits, dice):
    return text_run(beginning, dice.choice(["\u00a0", "\u3000", "  ", ""]) + digits + dice.choice([" ", "\u3000", ""]))


@by_figure("empty-paragraphs-around", share=0.5)
def empty_paragraphs_around(beginning, digits, dice):
    return f"</w:p><w:p>{text_run(beginning, digits)}</w:p><w:p>"


@by_figure("tabs-in-cells", share=0.5)
def tabs_in_cells(beginning, digits, dice):
    return f"<w:r><w:tab/></w:r>{text_run(beginning, digits)}"


@by_figure("equations", share=0.4)
def equations(beginning, digits, dice):
    return f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{digits}</m:t></m:r></m:oMath>'


@by_figure("symbols", share=0.3)
def symbols(beginning, digits, dice):
    """Digits as signs of the font Symbol, which has them where ASCII does."""
    return "".join(f'<w:r><w:sym w:font="Symbol" w:char="F0{ord(digit):02X}"/></w:r>' for digit in digits)


@by_figure("raised-marks", share=0.3)
def raised_marks(beginning, digits, dice):
    """The mark of a note behind a figure."""
    return text_run(beginning, digits) + f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{dice.choice(["1", "①", "*", "[2]"])}</w:t></w:r>'


@by_figure("wide-digits-and-spaces", share=0.6)
def wide_digits_and_spaces(beginning, digits, dice):
    return text_run(beginning, dice.choice(["", "\u2002", "\u3000"]) + digits.translate(WIDE))


@by_figure("right-to-left-marks", share=0.5)
def right_to_left_marks(beginning, digits, dice):
    """Marks and wrappers of direction around figures that read from the left."""
    return f'<w:bdo w:val="ltr">{text_run(beginning, dice.choice(["", chr(0x200E), chr(0xFEFF), chr(0x200B)]) + digits)}</w:bdo>'


@by_table("minus-signs")
def minus_signs(xml, dice):
    """Other signs before changes than a hyphen."""
    return re.sub(r">-(\d+)<", lambda match: dice.choice([f">−{match[1]}<", f">－{match[1]}<", f"></w:t><w:noBreakHyphen/><w:t>{match[1]}<"]), xml)


@by_table("label-one-character-a-line", one_char=True)
def label_one_character_a_line(xml, dice):
    return xml


@by_table("label-upright", vertical=True, repeat_header=True)
def label_upright(xml, dice):
    return xml


@by_table("label-broken")
def label_broken(xml, dice):
    """Line breaks inside labels."""
    return re.sub(r"(<w:t xml:space=\"preserve\">)([^<\d]{3})([^<]{2,})</w:t>", r"\1\2</w:t><w:br/>\1\3</w:t>", xml)


@dialect("label-numbers-automatic")
def label_numbers_automatic(report, dice):
    """The numbers of headings, and 1. 2. 3. before labels, are made by the program."""
    levels = iter(range(3, 40))
    kept = {}
    def tweak(block, xml):
        if block.kind != "table" or block.name != "applications":
            return xml
        def label(match):
            if match[2] == "1":
                kept["list"] = next(levels)
            return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{kept.get("list", 3)}"/></w:numPr>{match[1]}{match[3]}'
        return re.sub(r'(<w:jc w:val="center"/></w:pPr>(?:(?!</w:p>).)*?<w:t xml:space="preserve">)(\d)\.([^<\d])', label, xml)
    content = report_docx(report, numbered=True, tweak=tweak)
    lists = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="9"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' for number in range(3, 40))
    kind = '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    parts = parts_of(content)
    numbering = parts["word/numbering.xml"].decode().replace("<w:num w:numId", kind + "<w:num w:numId", 1).replace("</w:numbering>", lists + "</w:numbering>")
    return zipped(parts | {"word/numbering.xml": numbering})
