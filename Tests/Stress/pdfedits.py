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
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


EDITS = {"rotate": rotate}
