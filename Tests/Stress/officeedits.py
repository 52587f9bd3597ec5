"""Changes to the XML of a docx that change how LibreOffice prints it; each function here gives a function of the XML."""

import re

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def chain(*edits):
    """Edits one after the other."""
    def edit(xml):
        for each in edits:
            xml = each(xml)
        return xml
    return edit


def replaced(pattern, replacement):
    return lambda xml: re.sub(pattern, replacement, xml, flags=re.S)


def borders(sides, kind="single", size=4, color="000000"):
    """The borders of a table: `sides` are those that are drawn, `size` is in eighths of a point."""
    marks = "".join(f'<w:{side} w:val="{kind if side in sides.split() else "nil"}" w:sz="{size}" w:space="0" w:color="{color}"/>' for side in SIDES)
    return replaced("<w:tblBorders>.*?</w:tblBorders>", f"<w:tblBorders>{marks}</w:tblBorders>")


def all_borders(kind="single", size=4, color="000000"):
    return borders(" ".join(SIDES), kind, size, color)


def cell_borders(sides, choose=lambda number: True, size=4):
    """Borders of single cells, by the number of the cell in the document."""
    marks = "".join(f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>' for side in sides.split())
    def edit(xml):
        numbers = iter(range(1_000_000))
        add = lambda match: match[0] + (f"<w:tcBorders>{marks}</w:tcBorders>" if choose(next(numbers)) else "")
        return re.sub(r'<w:tcW [^>]*/>(<w:gridSpan [^>]*/>)?(<w:vMerge[^>]*/>)?', add, xml)
    return edit


def row_borders(choose):
    """A line below each row whose number in its table is chosen."""
    def table(match):
        rows = match[0].split("<w:tr>")
        for number, row in enumerate(rows[1:], 1):
            if choose(number, len(rows) - 1):
                rows[number] = cell_borders("bottom")(row)
        return "<w:tr>".join(rows)
    return lambda xml: re.sub(r"<w:tbl>.*?</w:tbl>", table, xml, flags=re.S)


def fills(choose):
    """The ground of cells, a colour or None by the number of row and cell."""
    def table(match):
        rows = match[0].split("<w:tr>")
        for number, row in enumerate(rows):
            cells = row.split('<w:vAlign w:val="center"/></w:tcPr>')
            for place in range(len(cells) - 1):
                color = choose(number, place)
                cells[place] += f'<w:shd w:val="clear" w:color="auto" w:fill="{color}"/>' if color else ""
            rows[number] = '<w:vAlign w:val="center"/></w:tcPr>'.join(cells)
        return "<w:tr>".join(rows)
    return lambda xml: re.sub(r"<w:tbl>.*?</w:tbl>", table, xml, flags=re.S)


def character_spacing(twentieths, digits_only=False):
    """Letters set apart, in twentieths of a point."""
    mark = f'<w:spacing w:val="{twentieths}"/>'
    return replaced(r"(<w:sz w:val=\"\d+\"/>)(</w:rPr><w:t xml:space=\"preserve\">" + (r"[\d.+-]+<" if digits_only else "") + ")", rf"\1{mark}\2")


def page(width, height, margin):
    """Another paper, in twentieths of a point; tables are made as wide as its text."""
    edge = f'w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" w:header="300" w:footer="300" w:gutter="0"'
    paper = chain(replaced(r"<w:pgSz [^>]*/>", f'<w:pgSz w:w="{width}" w:h="{height}"/>'), replaced(r"<w:pgMar [^>]*/>", f"<w:pgMar {edge}/>"))
    def edit(xml):
        share = (width - 2 * margin) / max(int(wide) for wide in re.findall(r'<w:tblW w:w="(\d+)"', xml))
        return re.sub(r'(<w:(?:tblW|tcW|gridCol) w:w=")(\d+)', lambda match: f"{match[1]}{int(int(match[2]) * share)}", paper(xml))
    return edit


def rows_may_break(height=None):
    """Rows go on on the next page; `height` is their least height."""
    edits = [replaced("<w:cantSplit/>", "")]
    if height:
        edits.append(replaced(r"<w:trHeight [^>]*/>", f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'))
    return chain(*edits)


def turned_heads(direction):
    """The names of the columns of tables 2 and 3 stand upright."""
    names = "自然人|商业企业|科研机构|社会公益组织|法律服务机构|结果维持|结果纠正|其他结果|尚未审结|总计|其他"
    pattern = rf'<w:vAlign w:val="center"/></w:tcPr>(<w:p>(?:(?!</w:p>).)*?>(?:{names})<)'
    tall = replaced(r"(<w:trHeight w:val=\")\d+(\"[^>]*/>(?:<w:tblHeader/>)?</w:trPr>(?:(?!</w:tr>).)*textDirection)", r"\g<1>1100\2")
    return chain(replaced(pattern, rf'<w:textDirection w:val="{direction}"/><w:vAlign w:val="center"/></w:tcPr>\1'), tall)


def two_columns(xml):
    """Prose in two columns, each table in a section of one column."""
    def section(count):
        size = re.search(r"<w:pgSz [^>]*/>", xml)[0]
        margins = re.search(r"<w:pgMar [^>]*/>", xml)[0]
        return f'<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/>{size}{margins}<w:cols w:num="{count}" w:space="400"/></w:sectPr></w:pPr></w:p>'
    xml = re.sub(r"<w:tbl>.*?</w:tbl>", lambda match: section(2) + match[0] + section(1), xml, flags=re.S)
    return re.sub(r"(<w:sectPr>(?:(?!<w:sectPr>).)*)(</w:sectPr></w:body>)", r'\1<w:cols w:num="2" w:space="400"/>\2', re.sub(
        r"(<w:sectPr>)(?=(?:(?!<w:sectPr>).)*</w:sectPr></w:body>)", r'\1<w:type w:val="continuous"/>', xml, flags=re.S), flags=re.S)


def wide_tables(xml):
    """Each table on a page of its own that lies on its side."""
    size, margins = re.search(r"<w:pgSz [^>]*/>", xml)[0], re.search(r"<w:pgMar [^>]*/>", xml)[0]
    upright = f"<w:p><w:pPr><w:sectPr>{size}{margins}</w:sectPr></w:pPr></w:p>"
    lying = f'<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>{margins}</w:sectPr></w:pPr></w:p>'
    return re.sub(r"<w:tbl>.*?</w:tbl>", lambda match: upright + match[0] + lying, xml, flags=re.S)
