"""Other ways of printing the same numbers."""

import paths  # noqa: F401
from sources import reprint

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
PRINTED = {"thousands": lambda number: f"{number:,}", "units": lambda number: f"{number}件", "wide-digits": lambda number: str(number).translate(WIDE),
           "padded": lambda number: f"\u3000{number}\u00a0"}


def printed_as(report, way):
    reprint(report, PRINTED[way])
    return report
