"""A report in a style, as a PDF by each of the producers."""

import dataclasses
import random

import producers
from browser import Browser
from figures import printed_as
from looks import random_look
from officeparts import with_document
from pdfedits import EDITS
from shapes import shaped
from sources import source
from styled import styled_docx
from styles import BY_NAME, OWN
from webpage import webpage

BATCH = {"chromium": 20, "libreoffice": 12, "weasyprint": 4, "wkhtmltopdf": 8} | {name: 12 for name in OWN}  # documents of one job


@dataclasses.dataclass(frozen=True)
class Print:
    """One PDF that is to be made; everything of it follows from these."""

    style_name: str
    producer: str
    filling: str
    edition: str
    seed: str

    @property
    def style(self):
        return BY_NAME[self.style_name]

    @property
    def name(self):
        return f"{self.style_name}-{self.producer}-{self.filling}-{self.seed}-{self.edition}"

    def report(self):
        report = source(self.name, self.filling, self.edition, self.style.big)
        if self.style.printed:
            printed_as(report, self.style.printed)
        return shaped(report, self.style.shape) if self.style.shape else report

    def look(self):
        """A random look of prose and type; lines and grounds are those of the style."""
        look = dataclasses.replace(random_look(random.Random(self.name + "/look")), head_fill=None, head_color="#000000", stripe=None, landscape=False, narrow=False,
                                   border="#000000", border_width=0.5, repeat_head=False, align="center")
        look = dataclasses.replace(look, **self.style.look)
        # Five digits in a column of table 3 need a narrow font.
        return dataclasses.replace(look, latin="Liberation Serif") if look.latin == "DejaVu Sans" and look.table_size > 8 else look

    def page(self, footnotes=False):
        return webpage(self.report(), self.look(), footnotes, self.style.css)

    def docx(self):
        return with_document(styled_docx(self.report(), self.look()), self.style.edit)


def printed(producer, prints):
    """The PDFs of some prints, in order, and the names of those in which text reaches over its cell."""
    crowded = []
    if producer == "chromium":
        contents = []
        with Browser() as browser:
            for each in prints:
                content, overflowing = browser.printed(each.page())
                contents.append(content)
                crowded += [f"{each.name}: {overflowing}"] if overflowing else []
    elif producer == "weasyprint":
        import weasyprint
        contents = [weasyprint.HTML(string=each.page(footnotes=True)).write_pdf() for each in prints]
    elif producer == "wkhtmltopdf":
        contents = [producers.printed_page(producers.wkhtmltopdf, each.page(), each.look()) for each in prints]
    elif producer in OWN:
        contents = producers.PRODUCERS[producer]([(each.report(), each.look()) for each in prints])
    else:
        contents = producers.printed_docx([each.docx() for each in prints])
    return [EDITS[each.style.after](content) if each.style.after else content for each, content in zip(prints, contents)], crowded
