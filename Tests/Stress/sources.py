"""The reports that are printed: invented agencies, numbers that obey the form's identities, blanks and a printed error where wanted."""

import random

import paths  # noqa: F401
from form import BLANK, V, v
from generated import generated

FILLINGS = ("filled", "blanks")
ERRORS = 0.15  # the share of reports whose tables break an identity


def source(seed, filling, edition, big, kind=None):
    """A report. `filling` blanks leaves cells empty in one of the ways of BLANKS; `big` has hundreds in most rows; None: perhaps."""
    dice = random.Random(f"stress/{seed}")
    report = generated(f"stress/{seed}", edition, big=dice.random() < 0.5 if big is None else big)
    if filling == "blanks":
        BLANKS[kind or dice.choice(list(BLANKS))](report, dice)
    if dice.random() < ERRORS:
        misprint(report, dice)
    return report


def rows_of(report):
    """The lists of values of all rows, which may be changed in their places."""
    return [*report.active.values(), *report.applications.values(), report.review]


def _blank_zeros(share):
    def change(report, dice):
        for row in rows_of(report):
            row[:] = [BLANK if v(x).value == 0 and dice.random() < share else x for x in row]
    return change


def _blank_anything(report, dice):
    """Cells left out at random, zeros or not."""
    for row in rows_of(report):
        row[:] = [BLANK if dice.random() < 0.15 else x for x in row]


def _blank_totals(report, dice):
    """Zeros and the total column of the rows of results are left blank."""
    _blank_zeros(1)(report, dice)
    for key, row in report.applications.items():
        if "." in key:
            row[-1] = BLANK


def _mark_zeros(report, dice):
    """A stroke where nothing happened."""
    mark = V(None, dice.choice(["/", "-", "—", "——", "／", "空"]))
    for row in rows_of(report):
        row[:] = [mark if v(x).value == 0 else x for x in row]


BLANKS = {"zeros": _blank_zeros(1), "most-zeros": _blank_zeros(0.7), "some-zeros": _blank_zeros(0.3), "anything": _blank_anything,
          "totals": _blank_totals, "strokes": _mark_zeros}


def misprint(report, dice):
    """One number of table 2 or 3 is printed as another one, so that an identity of its row breaks."""
    rows = [row for row in [*report.applications.values(), report.review[:5]] if sum(isinstance(x, int) for x in row) > 2]
    row = dice.choice(rows) if rows else None
    places = [place for place, x in enumerate(row or []) if isinstance(x, int)]
    if not places:
        return
    place = dice.choice(places)
    changed = row[place] + dice.choice([1, 2, 10, 27])
    if len(row) == 5:
        report.review[place] = changed
    else:
        row[place] = changed


def reprint(report, printed):
    """Every number of tables 2 and 3 and every count of table 1 is printed as `printed(number)` says; its value stays."""
    for row in rows_of(report):
        row[:] = [V(x, printed(x)) if isinstance(x, int) else x for x in row]
