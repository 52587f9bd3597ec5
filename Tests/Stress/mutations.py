"""Tables whose structure is another than the form's: each function changes a report and its grids.

A number stands under its labels still wherever a reader can tell them; where none can, a careful reader holds back and says so.
"""

import copy

import paths  # noqa: F401
from form import Cell, applications_grid, v
from report import p
from shapes import value_cells

MUTATIONS = {}
# Those after which a record that says nothing hides what is odd, whatever it gives.
OWED_A_WORD = {"row-doubled-differently", "label-of-another-row", "row-dropped", "group-dropped", "column-dropped", "row-added", "label-of-no-row"}


def mutation(name):
    def register(function):
        MUTATIONS[name] = function
        return function
    return register


def block_of(report, name):
    block = next(block for block in report.blocks if block.kind == "table" and block.name == name)
    if block.grid is None:
        block.grid = report.grid(block)
    return block


def data_rows(block):
    """(place, key) of the rows of table 2 whose labels aren't the first of a merged group."""
    found = []
    for place, row in enumerate(block.grid):
        keys = [cell.style["key"] for cell in row if "key" in cell.style]
        if keys and not any(cell.rows > 1 for cell in row):
            found.append((place, keys[0]))
    return found


@mutation("row-dropped")
def row_dropped(report, dice):
    key = dice.choice([key for key in report.applications if "." in key])
    del report.applications[key]


@mutation("group-dropped")
def group_dropped(report, dice):
    """No row of a group is printed."""
    group = dice.choice(["unable.", "not_processed."])
    for key in [key for key in report.applications if key.startswith(group)]:
        del report.applications[key]


@mutation("row-doubled")
def row_doubled(report, dice):
    block = block_of(report, "applications")
    place, key = dice.choice(data_rows(block)[:-1])
    block.grid.insert(place + 1, block.grid[place])
    _grow(block.grid, place)


@mutation("row-doubled-differently")
def row_doubled_differently(report, dice):
    """A row once more with other numbers: none is surely the right one."""
    block = block_of(report, "applications")
    place, key = dice.choice(data_rows(block)[:-1])
    labels, figures = value_cells(block.grid[place], "applications")
    block.grid.insert(place + 1, labels + [Cell(str(dice.randrange(1, 90))) for _ in figures])
    _grow(block.grid, place)


def _grow(grid, place):
    """Merged labels that reach over the row `place` reach over one more."""
    for number, row in enumerate(grid[:place]):
        for cell in row:
            if cell.rows > 1 and number + cell.rows > place:
                cell.rows += 1


@mutation("rows-swapped")
def rows_swapped(report, dice):
    """Two rows have changed places, labels and figures."""
    block = block_of(report, "applications")
    rows = [place for place, key in data_rows(block) if "." in key]
    place = dice.choice([place for place in rows if place + 1 in rows])
    block.grid[place], block.grid[place + 1] = block.grid[place + 1], block.grid[place]


@mutation("columns-swapped")
def columns_swapped(report, dice):
    """Two columns of applicants have changed places, heads and figures."""
    block = block_of(report, "applications")
    at = dice.randrange(1, 5)
    swap = lambda cells, place: cells[:place] + [cells[place + 1], cells[place]] + cells[place + 2:]
    block.grid[2] = swap(block.grid[2], at - 1)
    for number, row in enumerate(block.grid[3:], 3):
        labels, figures = value_cells(row, "applications")
        block.grid[number] = labels + swap(figures, at)


@mutation("outcomes-swapped")
def outcomes_swapped(report, dice):
    """结果纠正 stands before 结果维持 in table 3."""
    block = block_of(report, "review")
    swap = lambda cells, starts: [cells[place + 1] if place in starts else cells[place - 1] if place - 1 in starts else cells[place] for place in range(len(cells))]
    block.grid[1], block.grid[2], block.grid[3] = swap(block.grid[1], {0}), swap(block.grid[2], {0, 5}), swap(block.grid[3], {0, 5, 10})


@mutation("groups-swapped")
def groups_swapped(report, dice):
    """复议后起诉 stands before 未经复议直接起诉."""
    block = block_of(report, "review")
    head, row = block.grid[1], block.grid[3]
    block.grid[1] = head[:5] + [head[6], head[5]]
    block.grid[3] = row[:5] + row[10:] + row[5:10]


NOTES = ["（含上年结转）", "*", "①", "（不含涉密）", "：", "（件）", " "]


@mutation("label-with-note")
def label_with_note(report, dice):
    for _, key in dice.sample(data_rows(block_of(report, "applications")), 3):
        _relabel(report, key, lambda text: text + dice.choice(NOTES))


@mutation("label-with-typo")
def label_with_typo(report, dice):
    """One character of a label is another one; the row may be lost with an issue."""
    _, key = dice.choice([(place, key) for place, key in data_rows(block_of(report, "applications")) if "." in key])
    def typo(text):
        at = dice.randrange(3, len(text))
        return text[:at] + dice.choice("的不申信被起") + text[at + 1:]
    _relabel(report, key, typo)


@mutation("label-of-another-row")
def label_of_another_row(report, dice):
    """A label is printed twice, on its own row and on the next: the reader can't tell which is which."""
    rows = [key for _, key in data_rows(block_of(report, "applications")) if key.startswith("denied.")]
    at = dice.randrange(len(rows) - 1)
    block = block_of(report, "applications")
    texts = {cell.style["key"]: cell for row in block.grid for cell in row if "key" in cell.style}
    texts[rows[at + 1]].text = texts[rows[at + 1]].text[:2] + texts[rows[at]].text[2:]


def _relabel(report, key, change):
    for row in block_of(report, "applications").grid:
        for cell in row:
            if cell.style.get("key") == key:
                cell.text = change(cell.text)


@mutation("label-cut")
def label_cut(report, dice):
    """Only the first characters of a label are printed: one of those that more labels begin with may be another row's."""
    rows = [key for _, key in data_rows(block_of(report, "applications")) if "." in key]
    for key in dice.sample(rows, dice.choice([1, 2, 3])):
        _relabel(report, key, lambda text: text[:dice.randrange(4, max(5, len(text) - 2))])


@mutation("label-of-no-row")
def label_of_no_row(report, dice):
    """Rows whose labels are not the form's: whose figures these are, nothing tells."""
    rows = [key for _, key in data_rows(block_of(report, "applications")) if "." in key]
    for key in dice.sample(rows, dice.choice([1, 1, 2, 3, 4])):
        _relabel(report, key, lambda text: dice.choice(["4.涉及个人隐私", "国家安全事项", "转其他部门办理", "9.不属于政府信息", "待核实情形", "其中：通过网络申请"]))


@mutation("labels-swapped")
def labels_swapped(report, dice):
    """The words of two rows' labels have changed places, below the same numbers and beside other figures."""
    block = block_of(report, "applications")
    rows = [key for _, key in data_rows(block) if key.startswith("denied.")]
    one, other = dice.sample(rows, 2)
    texts = {cell.style["key"]: cell for row in block.grid for cell in row if "key" in cell.style}
    texts[one].text, texts[other].text = texts[one].text[:2] + texts[other].text[2:], texts[other].text[:2] + texts[one].text[2:]
    report.applications[one], report.applications[other] = report.applications[other], report.applications[one]


@mutation("row-added")
def row_added(report, dice):
    """A row that the form doesn't have."""
    block = block_of(report, "applications")
    place, _ = dice.choice([each for each in data_rows(block) if "." in each[1]])
    label = dice.choice(["9.其他情形", "其中：通过网络申请", "合计", "小计", "10.属于工作秘密"])
    added = copy.deepcopy(block.grid[place][:-7])
    added[-1] = Cell(label, added[-1].cols, group=True)
    block.grid.insert(place + 1, added + [Cell(str(dice.choice([0, dice.randrange(1, 90)]))) for _ in range(7)])
    _grow(block.grid, place)


@mutation("column-added-at-the-end")
def column_added_at_the_end(report, dice):
    """备注 behind 总计, mostly empty."""
    _column(report, dice, dice.choice(["备注", "占比", "上年总计"]), 7)


@mutation("column-added-in-the-middle")
def column_added_in_the_middle(report, dice):
    """A column of figures among those of the applicants."""
    _column(report, dice, dice.choice(["村（居）委会", "事业单位", "同比"]), dice.choice([2, 3, 4]))


def _column(report, dice, head, place):
    """A column before the figures' column `place` of table 2; behind all for 7."""
    block = block_of(report, "applications")
    figure = {"备注": lambda: "", "占比": lambda: f"{dice.randrange(100)}%"}.get(head, lambda: str(dice.randrange(90)))
    for number, row in enumerate(block.grid[3:], 3):
        labels, figures = value_cells(row, "applications")
        block.grid[number] = labels + figures[:place] + [Cell(figure())] + figures[place:]
    block.grid[0][1].cols += 1
    if place == 7:
        block.grid[1].append(Cell(head, 1, 2))
    else:
        block.grid[1][1].cols += 1
        block.grid[2].insert(place - 1, Cell(head))


@mutation("column-of-numbers-before")
def column_of_numbers_before(report, dice):
    """序号 before the labels of table 2."""
    block = block_of(report, "applications")
    block.grid[0].insert(0, Cell("序号", 1, 3))
    for number, row in enumerate(block.grid[3:], 1):
        row.insert(0, Cell(str(number)))


@mutation("column-dropped")
def column_dropped(report, dice):
    """A column of applicants isn't printed at all."""
    block = block_of(report, "applications")
    at = dice.randrange(1, 6)
    del block.grid[2][at - 1]
    block.grid[1][1].cols -= 1
    block.grid[0][1].cols -= 1
    for number, row in enumerate(block.grid[3:], 3):
        labels, figures = value_cells(row, "applications")
        block.grid[number] = labels + figures[:at] + figures[at + 1:]
    for row in report.applications.values():
        row[at] = v(None)


@mutation("head-missing")
def head_missing(report, dice):
    """The names of the columns of table 2 aren't printed: the form's order is only likely."""
    block = block_of(report, "applications")
    del block.grid[:3]


@mutation("head-in-a-table-of-its-own")
def head_in_a_table_of_its_own(report, dice):
    """The head of table 2 is a table, and the rows are the next one, of the same columns."""
    block = block_of(report, "applications")
    head = copy.copy(block)
    head.grid, block.grid, head.name = block.grid[:3], block.grid[3:], "applications-head"
    report.blocks.insert(report.blocks.index(block), head)


@mutation("review-head-missing")
def review_head_missing(report, dice):
    block = block_of(report, "review")
    del block.grid[:3]


@mutation("figures-one-to-the-right")
def figures_one_to_the_right(report, dice):
    """The figures of a row stand one column too far to the right, the last one is gone: so it is printed, and the checks tell."""
    key = dice.choice([key for key in report.applications if v(report.applications[key][6]).value] or ["new_received"])
    row = report.applications[key]
    row[:] = [v(None), *row[:6]]


@mutation("tables-joined")
def tables_joined(report, dice):
    """Tables 2 and 3 are one of fifteen columns, with the heading of table 3 as a row between them."""
    second, third = block_of(report, "applications"), block_of(report, "review")
    at = report.blocks.index(third)
    if dice.random() < 0.5:  # the columns of table 2 are the first ones
        rows = [[*row, Cell("", 5)] for row in second.grid]
    else:  # its labels take five columns more
        for number, row in enumerate(second.grid):
            labels = [cell for cell in row if "key" in cell.style or number == 0 and cell.rows == 3]
            labels[-1:] and setattr(labels[-1], "cols", labels[-1].cols + 5)
        rows = second.grid
    second.grid = [*rows, [Cell(report.blocks[at - 1].text, 15)], *third.grid]
    del report.blocks[at - 1:at + 1]


@mutation("table-split-in-three")
def table_split_in_three(report, dice):
    """Table 2 is three tables, with the head on each, a note between them or nothing."""
    block = block_of(report, "applications")
    keys = list(report.applications)
    cuts = [keys.index(next(key for key in keys if key.startswith(group))) for group in ("unable.", "other")]
    pieces = [keys[:cuts[0]], keys[cuts[0]:cuts[1]], keys[cuts[1]:]]
    way = dice.choice(["heads", "note", "nothing"])
    tables = []
    for number, piece in enumerate(pieces):
        grid = applications_grid(report.edition, {key: report.applications[key] for key in piece}, report.collapsed)
        part = copy.copy(block)
        part.grid = grid if way == "heads" or number == 0 else grid[3:]
        part.name = "applications" if number == 0 else "applications-part"
        tables += ([*p("（续表）")] if way != "nothing" and number else []) + [part]
    at = report.blocks.index(block)
    report.blocks[at:at + 1] = tables
