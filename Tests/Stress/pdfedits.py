"""What is done to a PDF that a producer printed."""

import io

import pikepdf


def rotate(content):
    """Pages are stored turned and have a /Rotate that turns them back: the page looks as before."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = map(float, page.MediaBox)
            page.contents_coalesce()
            matrix = f"q 0 1 -1 0 {top - bottom} 0 cm ".encode()
            page.Contents = pdf.make_stream(matrix + page.Contents.read_bytes() + b"\nQ")
            page.MediaBox = [0, 0, top - bottom, right - left]
            for name in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if name in page:
                    del page[name]
            page.Rotate = 90
        return saved(pdf)


def two_up(content):
    """Two pages on each sheet, side by side."""
    with pikepdf.open(io.BytesIO(content)) as pdf, pikepdf.new() as sheets:
        for number in range(0, len(pdf.pages), 2):
            sheets.add_blank_page(page_size=(841.9, 595.3))
            for place, page in enumerate(pdf.pages[number:number + 2]):
                left = place * 420.9
                pikepdf.Page(sheets.pages[-1]).add_overlay(page, pikepdf.Rectangle(left, 0, left + 420.9, 595.3))
        return saved(sheets)


def offset(content):
    """Pages whose corner isn't at 0, 0, cut out of a larger sheet."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = map(float, page.MediaBox)
            page.contents_coalesce()
            page.Contents = pdf.make_stream(b"q 1 0 0 1 -120 75 cm " + page.Contents.read_bytes() + b"\nQ")
            page.MediaBox = [left - 160, bottom + 35, right - 80, top + 115]
            page.CropBox = [left - 120, bottom + 75, right - 120, top + 75]
        return saved(pdf)


def saved(pdf):
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


EDITS = {"rotate": rotate, "two-up": two_up, "offset": offset}
