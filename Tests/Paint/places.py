"""Where each cell of the three tables stands in a PDF whose truth is known."""

import html
import re
import subprocess
import unicodedata
from dataclasses import dataclass

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
ITEM = re.compile(r"\d\.$")
FIGURE = re.compile(r"[+-]?\d[\d.]*(?:万元)?$")


@dataclass(frozen=True)
class Word:
    page: int  # from 0
    box: tuple  # left, top, right, bottom, from the upper left corner
    text: str


def words_of(path):
    """(words in the order of the content, sizes of the pages)."""
    out = subprocess.run(["pdftotext", "-bbox", "-raw", "-cropbox", str(path), "-"], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    words, sizes = [], []
    for line in out.splitlines():
        if match := PAGE.search(line):
            sizes.append((float(match[1]), float(match[2])))
        elif match := WORD.search(line):
            words.append(Word(len(sizes) - 1, tuple(map(float, match.groups()[:4])), html.unescape(match[5])))
    return words, sizes


def places_of(path, cells):
    """{name of a cell: Word} of {name: (value, raw)}; None where the words don't tell. Of money with its unit the number alone."""
    words, sizes = words_of(path)
    texts = [unicodedata.normalize("NFKC", word.text) for word in words]
    start = next((n for n, text in enumerate(texts) if text.startswith("二、主动公开")), None)
    end = next((n for n, text in enumerate(texts) if text.startswith("五、存在")), None)
    if start is None or end is None:
        return None

    def is_page_number(word):
        return word.text == str(word.page + 1) and word.box[1] > sizes[word.page][1] - 60

    figures = [word for word in words[start:end] if FIGURE.match(word.text) and not ITEM.match(word.text) and not is_page_number(word)]
    wanted = [(name, raw.removesuffix("万元")) for name, (_, raw) in cells.items() if raw]
    if [word.text.removesuffix("万元") for word in figures] != [raw for _, raw in wanted]:
        return None
    return {name: word for (name, _), word in zip(wanted, figures)}
