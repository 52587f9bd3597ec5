"""The form's tables in other shapes: each function takes the rows of own cells of a table and gives such rows.

A shape moves labels and figures together, so that a reader finds every number under its labels still.
"""

import paths  # noqa: F401
from form import APPLICANTS, Cell


def value_cells(row, name):
    """(cells before the figures, the cells of the figures) of a row of table 2 or 3."""
    if name == "applications":
        return row[:-7], row[-7:]
    return [], row


def _moved(cells, order):
    return [cells[place] for place in order]


def total_first(grid, name):
    """总计 is the first column of figures."""
    if name == "active":
        return grid
    order = [6, 0, 1, 2, 3, 4, 5] if name == "applications" else [base + at for base in (0, 5, 10) for at in (4, 0, 1, 2, 3)]
    head = grid[:3]
    if name == "applications":
        head = [head[0], _moved(head[1], [2, 0, 1]), head[2]]
        return head + [before + _moved(cells, order) for before, cells in (value_cells(row, name) for row in grid[3:])]
    head = [head[0], _moved(head[1][:5], [4, 0, 1, 2, 3]) + head[1][5:], _moved(head[2], [base + at for base in (0, 5) for at in (4, 0, 1, 2, 3)])]
    return head + [_moved(grid[3], order)]


def _unmerged(grid, text_below):
    """Labels merged over rows stand in cells of their own; `text_below(label)` is printed in those below the first."""
    out, open_cells = [], {}
    for row in grid:
        line, column, cells = [], 0, list(row)
        while cells or column in open_cells:
            if column in open_cells:
                cell, left = open_cells.pop(column)
                line.append(Cell(text_below(cell.text), cell.cols, 1, **cell.style))
                if left > 1:
                    open_cells[column] = (cell, left - 1)
                column += cell.cols
                continue
            cell = cells.pop(0)
            if cell.rows > 1:
                open_cells[column] = (cell, cell.rows - 1)
            line.append(Cell(cell.text, cell.cols, 1, **cell.style))
            column += cell.cols
        out.append(line)
    return out


def labels_repeated(grid, name):
    """No cell of table 2's rows is merged downwards: the label of a group stands in each of its rows."""
    return grid[:3] + _unmerged(grid[3:], lambda label: label) if name == "applications" else grid


def labels_unmerged(grid, name):
    """The label of a group stands in its first row, with empty cells below."""
    return _unmerged(grid, lambda label: "")


def flat_head(grid, name):
    """One row as the head of table 2."""
    if name != "applications":
        return grid
    return [[Cell("办理情况", 3, head=True), *(Cell(label, head=True) for label in APPLICANTS)], *grid[3:]]


def one_label_column(grid, name):
    """The last label of each row of table 2 only, in one column; a group's label in a row without figures."""
    if name != "applications":
        return grid
    out = [[Cell("办理情况"), *(Cell(label) for label in APPLICANTS)]]
    for row in grid[3:]:
        labels, figures = value_cells(row, name)
        out += [[Cell(cell.text, 1, group=True), *(Cell() for _ in APPLICANTS)] for cell in labels if "group" in cell.style]
        out.append([Cell(labels[-1].text, 1, key=labels[-1].style["key"]), *figures])
    return out


def head_merged_down(grid, name):
    """The rows of table 3's head are two: 行政复议 and both kinds of suits stand above their columns."""
    if name != "review":
        return grid
    return [[Cell("行政复议", 5), Cell("行政诉讼（未经复议直接起诉）", 5), Cell("行政诉讼（复议后起诉）", 5)],
            [Cell(cell.text) for cell in grid[1][:5] + grid[2]], grid[3]]


CAPTIONS = {"active": "主动公开政府信息情况统计表", "applications": "收到和处理政府信息公开申请情况统计表", "review": "行政复议、行政诉讼情况统计表"}


def _width(grid):
    return sum(cell.cols for cell in grid[0])


def caption_row(grid, name):
    """The name of the table and the unit of its figures are its first row."""
    return [[Cell(f"{CAPTIONS[name]}（单位：件）", _width(grid), head=True)], *grid]


def foot_row(grid, name):
    """Who filled the table in stands in its last row, with a telephone number."""
    return [*grid, [Cell("填报人：张三　审核人：李四　联系电话：0999-5528600", _width(grid), group=True)]]


def empty_rows(grid, name):
    """A row of empty cells before the last row and behind it."""
    empty = [Cell() for _ in range(_width(grid))]
    return [*grid[:-1], empty, grid[-1], empty] if name != "review" else [*grid, empty]


def empty_column(grid, name):
    """A column without anything at the right."""
    return [[*row, Cell()] for row in grid]


SHAPES = {"caption-row": caption_row, "foot-row": foot_row, "empty-rows": empty_rows, "empty-column": empty_column, "total-first": total_first, "labels-repeated": labels_repeated, "labels-unmerged": labels_unmerged, "flat-head": flat_head,
          "one-label-column": one_label_column, "head-merged-down": head_merged_down}


def shaped(report, shape):
    """The report with its tables in a shape; in table 1 an article has its rows still."""
    for block in report.blocks:
        if block.kind == "table":
            block.grid = SHAPES[shape](report.grid(block), block.name)
    return report
