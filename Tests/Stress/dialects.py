"""The dialects of docx in which reports are written: how one is registered, and the parts of a table's XML that they change.

A dialect is a function of (a report, dice) that gives the bytes of a docx; most change a plain docx of Fixtures/making. They
stand in dialects_tables.py, dialects_cells.py and dialects_programs.py.
"""

import re
from xml.sax.saxutils import escape

import paths  # noqa: F401
from docx import report_docx

DIALECTS = {}
TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.S)
ROW = re.compile(r"<w:tr>.*?</w:tr>", re.S)
CELL = re.compile(r"<w:tc>.*?</w:tc>", re.S)
FIGURE = re.compile(r'(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t xml:space="preserve">(\d+)</w:t></w:r>')
REVISION = 'w:id="7" w:author="张三" w:date="2024-01-05T09:00:00Z"'


def dialect(name):
    def register(function):
        DIALECTS[name] = function
        return function
    return register


def by_table(name, **options):
    """Registers a function of (the XML of a table, dice)."""
    def register(function):
        def written(report, dice):
            return report_docx(report, tweak=lambda block, xml: function(xml, dice) if block.kind == "table" else xml, **options)
        DIALECTS[name] = written
        return function
    return register


def by_figure(name, share=1.0):
    """Registers a function of (the run's beginning with its properties, the digits, dice) that gives what stands in the place of a figure's run."""
    def register(function):
        def table(xml, dice):
            return FIGURE.sub(lambda match: function(match[1], match[2], dice) if dice.random() < share else match[0], xml)
        by_table(name)(table)
        return function
    return register


def text_run(beginning, text):
    return f'{beginning}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
