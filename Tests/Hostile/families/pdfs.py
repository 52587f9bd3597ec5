"""PDFs: damaged, locked, looping, expanding, mute and garbled."""

import random
import zlib

from families.case import group

CASES, add = group("pdf")
WORD = "Zhengwen2024"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
DAMAGED = "ok flagged pdf_corrupt pdf_no_pages pdf_no_text backend_failed"
LIMITED = DAMAGED + " backend_timeout backend_memory backend_output_limit backend_crashed pdf_limit document_limit text_undecodable"


def obj(number, body):
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)


def stream(content, extra=b"", length=None, packed=False):
    if packed:
        content, extra = zlib.compress(content), extra + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (extra, len(content) if length is None else length, content)


def text(word, size=12):
    word = word.encode() if isinstance(word, str) else word
    return b"BT /F1 %d Tf 72 720 Td (%s) Tj ET" % (size, word)


def pdf(objects, trailer=b"", version=b"1.7", start=None, size=None, xref=True, root=b"/Root 1 0 R"):
    """A file of `objects`, a map from numbers to bodies; the rest is right unless it is said otherwise."""
    out, offsets = bytearray(b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n" % version), {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += obj(number, body)
    place = len(out)
    top = max(objects) + 1
    if xref:
        out += b"xref\n0 %d\n0000000000 65535 f \n" % top
        for number in range(1, top):
            out += b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 00000 f \n"
    out += b"trailer\n<</Size %d%s%s>>\nstartxref\n%d\n%%%%EOF\n" % (top if size is None else size, root, trailer, place if start is None else start)
    return bytes(out)


def pages(contents, font=FONT, page=b"", catalog=b"", more=None):
    """A file with a page for each of `contents`, all streams; `more` adds or replaces objects."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * index) for index in range(len(contents)))
    objects = {1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog, 2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(contents)), 3: font}
    for index, content in enumerate(contents):
        objects[10 + 2 * index] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>%s>>" % (11 + 2 * index, page)
        objects[11 + 2 * index] = content if content.startswith(b"<<") else stream(content)
    objects.update(more or {})
    return objects


def simple(content=None, **options):
    return pdf(pages([text(WORD) if content is None else content], **options))


SOUND = simple()
add("sound.pdf", "ok flagged", SOUND, WORD)

# The table of objects and the trailer.
for name, content in {
    "start_zero": pdf(pages([text(WORD)]), start=0), "start_away": pdf(pages([text(WORD)]), start=99_999_999), "start_negative": pdf(pages([text(WORD)]), start=-5),
    "start_huge": pdf(pages([text(WORD)]), start=1 << 70), "size_zero": pdf(pages([text(WORD)]), size=0), "size_huge": pdf(pages([text(WORD)]), size=2_147_483_647),
    "no_table": pdf(pages([text(WORD)]), xref=False), "no_trailer": SOUND[:SOUND.index(b"trailer")], "no_end": SOUND[:-7], "no_header": SOUND[9:],
    "offsets_shifted": SOUND.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%%%%%%%\n"), "table_negative": SOUND.replace(b"0 12\n", b"-1 12\n"), "table_count_huge": SOUND.replace(b"xref\n0 ", b"xref\n0 99999999"),
    "previous_itself": pdf(pages([text(WORD)]), b"/Prev 0"), "previous_loop": SOUND.replace(b"/Size", b"/Prev %d/Size" % SOUND.index(b"xref\n")), "previous_away": pdf(pages([text(WORD)]), b"/Prev 99999999"),
    "root_missing": pdf(pages([text(WORD)]), root=b""), "root_away": pdf(pages([text(WORD)]), root=b"/Root 99 0 R"), "root_itself": pdf({**pages([text(WORD)]), 1: b"1 0 R"}),
    "root_number": pdf(pages([text(WORD)]), root=b"/Root 7"), "version_9": pdf(pages([text(WORD)]), version=b"9.9"), "version_none": pdf(pages([text(WORD)]), version=b""),
    "two_files": SOUND + SOUND, "zeros_behind": SOUND + bytes(5000), "page_behind": SOUND + b"<html>" * 300, "noise_before": b"x" * 900 + SOUND, "crlf": SOUND.replace(b"\n", b"\r\n"),
    "zeros_inside": SOUND[:200] + bytes(300) + SOUND[500:], "objects_same_number": SOUND.replace(b"11 0 obj", b"10 0 obj"), "seventh_bit": bytes(byte & 0x7F for byte in SOUND),
}.items():
    add(f"xref_{name}.pdf", DAMAGED + " unsupported_format", content)
for share in (1, 5, 10, 25, 50, 75, 90, 95, 99):
    many = simple(b"\n".join(text(f"{WORD}{index}") for index in range(300)))
    add(f"cut_at_{share}_percent.pdf", "flagged pdf_corrupt pdf_no_pages pdf_no_text", many[:len(many) * share // 100])
add("header_only.pdf", "pdf_corrupt", b"%PDF-1.7\n")
add("magic_only.pdf", "pdf_corrupt", b"%PDF-")
add("header_and_zeros.pdf", "pdf_corrupt", b"%PDF-1.7\n" + bytes(10_000))
add("header_and_noise.pdf", "pdf_corrupt", b"%PDF-1.7\n" + random.Random(2).randbytes(10_000))

# Passwords: what is asked for is the code, whatever the key is made of.
OWNER = b"(" + b"o" * 32 + b")"
for name, dictionary in {
    "40": b"/V 1/R 2/Length 40", "128": b"/V 2/R 3/Length 128", "aes_128": b"/V 4/R 4/Length 128/CF<</StdCF<</CFM/AESV2/Length 16>>>>/StmF/StdCF/StrF/StdCF",
    "aes_256": b"/V 5/R 6/Length 256/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF/OE" + OWNER + b"/UE" + OWNER + b"/Perms(" + b"p" * 16 + b")",
}.items():
    both = b"(" + b"o" * 48 + b")" if "256" in name else OWNER
    add(f"password_{name}.pdf", "encrypted", pdf({**pages([text(WORD)]), 5: b"<</Filter/Standard%s/O%s/U%s/P -4>>" % (dictionary, both, both)}, b"/Encrypt 5 0 R/ID[(a)(a)]"))
for name, dictionary in {"unknown_filter": b"<</Filter/Foo>>", "version_9": b"<</Filter/Standard/V 9/R 9/O(a)/U(a)/P 0>>", "empty": b"<<>>", "itself": b"5 0 R", "public_key": b"<</Filter/Adobe.PubSec/V 4>>"}.items():
    add(f"encrypt_{name}.pdf", "encrypted flagged pdf_corrupt pdf_no_pages pdf_no_text ok backend_crashed backend_failed", pdf({**pages([text(WORD)]), 5: dictionary}, b"/Encrypt 5 0 R/ID[(a)(a)]"))

# Pages.
TREE = {
    "none": b"<</Type/Pages/Kids[]/Count 0>>", "count_lies": b"<</Type/Pages/Kids[10 0 R]/Count 2147483647>>", "count_negative": b"<</Type/Pages/Kids[10 0 R]/Count -1>>",
    "kids_itself": b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>", "kids_twice": b"<</Type/Pages/Kids[10 0 R 10 0 R]/Count 2>>", "kids_away": b"<</Type/Pages/Kids[99 0 R]/Count 1>>",
    "kids_null": b"<</Type/Pages/Kids[null]/Count 1>>", "kids_missing": b"<</Type/Pages/Count 1>>", "kids_numbers": b"<</Type/Pages/Kids[1 2 3]/Count 3>>", "count_missing": b"<</Type/Pages/Kids[10 0 R]>>",
}
for name, tree in TREE.items():
    add(f"pages_{name}.pdf", LIMITED, pdf({**pages([text(WORD)]), 2: tree}))
add("pages_20000.pdf", "pdf_limit pdf_no_pages", lambda: pdf({**pages([text(WORD)]), 2: b"<</Type/Pages/Kids[%s]/Count 20000>>" % (b"10 0 R " * 20_000)}), slow=True)
add("pages_9000_same.pdf", "ok flagged pdf_limit pdf_no_pages", lambda: pdf({**pages([text(WORD)]), 2: b"<</Type/Pages/Kids[%s]/Count 9000>>" % (b"10 0 R " * 9_000)}), slow=True)
nodes = {20 + level: b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count %d>>" % (21 + level, 21 + level, 2 ** (29 - level)) for level in range(29)}
add("pages_2pow29.pdf", LIMITED, pdf({**pages([text(WORD)]), 2: b"<</Type/Pages/Kids[20 0 R]/Count %d>>" % 2 ** 29, **nodes, 49: b"<</Type/Page/Parent 48 0 R/Contents 11 0 R>>"}), slow=True)
for name, page in {
    "box_zero": b"/MediaBox[0 0 0 0]", "box_huge": b"/MediaBox[0 0 1e30 1e30]", "box_negative": b"/MediaBox[595 842 0 0]", "box_words": b"/MediaBox[a b c d]", "box_short": b"/MediaBox[0]", "rotate_90": b"/Rotate 90",
    "rotate_45": b"/Rotate 45", "rotate_huge": b"/Rotate 2147483647", "unit_huge": b"/UserUnit 1e30", "unit_zero": b"/UserUnit 0", "crop_outside": b"/CropBox[9000 9000 9001 9001]",
}.items():
    add(f"page_{name}.pdf", DAMAGED, pdf({**pages([text(WORD)]), 10: b"<</Type/Page/Parent 2 0 R%s/Contents 11 0 R/Resources<</Font<</F1 3 0 R>>>>>>" % (page if b"MediaBox" in page else b"/MediaBox[0 0 595 842]" + page)}))

# Trees that double.
def doubling(levels, row, leaf, first=100):
    return {first + level: row(first + level + 1) if level < levels - 1 else leaf for level in range(levels)}


FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
add("forms_2pow29.pdf", LIMITED, pdf(pages([b"/X Do"], page=b"", more={
    10: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 11 0 R/Resources<</XObject<</X 100 0 R>>>>>>",
    **doubling(29, lambda next: stream(b"/X Do /X Do", FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % next), stream(text(WORD), FORM + b"/Resources<</Font<</F1 3 0 R>>>>"))})), slow=True)
add("form_draws_itself.pdf", LIMITED, pdf(pages([b"/X Do"], more={
    10: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 11 0 R/Resources<</XObject<</X 100 0 R>>>>>>", 100: stream(b"/X Do", FORM + b"/Resources<</XObject<</X 100 0 R>>>>")})))
add("form_fields_2pow39.pdf", LIMITED, pdf(pages([text(WORD)], catalog=b"/AcroForm<</Fields[100 0 R]>>", more=doubling(
    39, lambda next: b"<</Kids[%d 0 R %d 0 R]>>" % (next, next), b"<</FT/Tx/V(x)/T(a)/Subtype/Widget/Rect[0 0 9 9]>>"))), slow=True)
add("form_fields_loop.pdf", LIMITED, pdf(pages([text(WORD)], catalog=b"/AcroForm<</Fields[100 0 R]>>", more={100: b"<</T(a)/Kids[100 0 R 100 0 R]>>"})))
add("outline_loop.pdf", LIMITED, pdf(pages([text(WORD)], catalog=b"/Outlines 100 0 R", more={100: b"<</First 101 0 R/Last 101 0 R>>", 101: b"<</Title(a)/Next 101 0 R/First 101 0 R>>"})), WORD)
add("names_loop.pdf", LIMITED, pdf(pages([text(WORD)], catalog=b"/Names<</Dests 100 0 R/EmbeddedFiles 100 0 R>>", more={100: b"<</Kids[100 0 R]>>"})))
add("length_itself.pdf", LIMITED, pdf(pages([text(WORD)], more={11: b"<</Length 11 0 R>>stream\n%s\nendstream" % text(WORD)})))
add("array_deep.pdf", LIMITED, lambda: pdf(pages([b"[" * 1_000_000])), slow=True)
add("array_deep_object.pdf", LIMITED, lambda: pdf(pages([text(WORD)], catalog=b"/X 100 0 R", more={100: b"[" * 100_000})))
add("dictionary_deep.pdf", LIMITED, lambda: pdf(pages([text(WORD)], catalog=b"/X " + b"<</a" * 50_000)))
add("q_1m.pdf", LIMITED, lambda: pdf(pages([stream(b"q " * 1_000_000 + text(WORD), packed=True)])), slow=True)
add("marked_1m.pdf", LIMITED, lambda: pdf(pages([stream(b"/a BMC " * 1_000_000 + text(WORD), packed=True)])), slow=True)
add("text_operators_1m.pdf", LIMITED, lambda: pdf(pages([stream(b"BT /F1 1 Tf " + b"1 1 Td (a) Tj " * 1_000_000 + b"ET", packed=True)])), slow=True)
add("text_operators_10m.pdf", LIMITED, lambda: pdf(pages([stream(b"BT /F1 1 Tf " + b"(a) Tj " * 10_000_000 + b"ET", packed=True)])), slow=True)
add("words_500000.pdf", LIMITED, lambda: pdf(pages([stream(b"BT /F1 1 Tf 1 0 0 1 9 9 Tm " + b"0 1 Td (abcd efgh) Tj " * 250_000 + b"ET", packed=True)])), slow=True)
add("words_apart_200000.pdf", LIMITED, lambda: pdf(pages([stream(b"BT /F1 4 Tf " + b"".join(b"1 0 0 1 %d %d Tm (%d) Tj " % (index % 300 * 2, index // 300, index) for index in range(200_000)) + b"ET", packed=True)])), slow=True)
add("lines_300000.pdf", LIMITED, lambda: pdf(pages([stream(text("1 2 3") + b" " + b"".join(b"%d %d m %d %d l S " % (index % 500, index % 700, index % 500 + 50, index % 700) for index in range(300_000)), packed=True)])), slow=True)
add("boxes_100000.pdf", LIMITED, lambda: pdf(pages([stream(text("1 2 3") + b" " + b"".join(b"%d %d 20 10 re S " % (index % 29 * 20, index // 29 % 80 * 10) for index in range(100_000)), packed=True)])), slow=True)
add("bomb_flate.pdf", LIMITED, lambda: pdf(pages([stream(b" " * (1 << 28) + text(WORD), packed=True)])), slow=True)
add("bomb_flate_twice.pdf", LIMITED, lambda: pdf(pages([b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>\nstream\n%s\nendstream" % ((lambda it: (len(it), it))(zlib.compress(zlib.compress(bytes(1 << 28), 9), 9)))])), slow=True)
add("bomb_predictor.pdf", LIMITED, pdf(pages([stream(zlib.compress(b"a" * 1000), b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 32/BitsPerComponent 16>>")])))
add("object_stream_loop.pdf", LIMITED, pdf(pages([text(WORD)], more={100: stream(b"100 0 ", b"/Type/ObjStm/N 1/First 6/Extends 100 0 R")})))
add("object_stream_count.pdf", LIMITED, pdf(pages([text(WORD)], more={100: stream(b"1 0 ", b"/Type/ObjStm/N 2147483647/First 2147483647")})))
for filter in ("JBIG2Decode", "JPXDecode", "DCTDecode", "CCITTFaxDecode", "LZWDecode", "RunLengthDecode", "ASCII85Decode", "ASCIIHexDecode", "Crypt", "Nothing"):
    add(f"filter_garbage_{filter}.pdf", DAMAGED + " backend_crashed backend_timeout", pdf(pages([stream(random.Random(3).randbytes(3000), b"/Filter/" + filter.encode())])))
add("filters_1000.pdf", LIMITED, pdf(pages([stream(b"a", b"/Filter[" + b"/ASCIIHexDecode" * 1000 + b"]")])))
for length in (-1, 0, 5, 99_999_999, 1 << 62):
    add(f"stream_length_{length}.pdf", DAMAGED, pdf(pages([stream(text(WORD), length=length)])))

# Numbers and names.
for name, content in {
    "position_huge": b"BT /F1 12 Tf 1e38 1e38 Td (%s) Tj ET", "position_nan": b"BT /F1 12 Tf 0 0 0 0 0 0 Tm (%s) Tj ET", "size_huge": b"BT /F1 99999999999 Tf 72 720 Td (%s) Tj ET", "size_zero": b"BT /F1 0 Tf 72 720 Td (%s) Tj ET",
    "size_negative": b"BT /F1 -12 Tf 72 720 Td (%s) Tj ET", "matrix_tiny": b"1e-30 0 0 1e-30 0 0 cm BT /F1 12 Tf 72 720 Td (%s) Tj ET", "font_away": b"BT /F9 12 Tf 72 720 Td (%s) Tj ET", "font_none": b"BT 72 720 Td (%s) Tj ET",
    "invisible": b"BT /F1 12 Tf 3 Tr 72 720 Td (%s) Tj ET", "string_open": b"BT /F1 12 Tf 72 720 Td (%s", "operators_unknown": b"foo bar 1 2 3 BT /F1 12 Tf 72 720 Td (%s) Tj ET baz", "outside": b"BT /F1 12 Tf -5000 -5000 Td (%s) Tj ET",
    "upside_down": b"BT /F1 12 Tf -1 0 0 -1 300 400 Tm (%s) Tj ET", "sideways": b"BT /F1 12 Tf 0 1 -1 0 300 400 Tm (%s) Tj ET", "slanted": b"BT /F1 12 Tf .7 .7 -.7 .7 300 400 Tm (%s) Tj ET",
}.items():
    add(f"text_{name}.pdf", DAMAGED, simple(content % WORD.encode()))

# Pages that are pictures, and text that stands for nothing.
PICTURE = stream(bytes(300), b"/Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceRGB")
SCAN = {10: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 11 0 R/Resources<</XObject<</X 100 0 R>>>>>>", 100: PICTURE}
add("scan.pdf", "pdf_no_text", pdf(pages([b"595 0 0 842 0 0 cm /X Do"], more=SCAN)))
add("scan_and_text.pdf", "flagged", pdf(pages([b"/X Do", text(WORD)], more=SCAN)), WORD)
add("scan_spaces.pdf", "pdf_no_text", simple(text("     ")))
add("empty_page.pdf", "pdf_no_text", simple(b""))
add("no_contents.pdf", "pdf_no_text", pdf({**pages([text(WORD)]), 10: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"}))
COMPOSITE = b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Song/Encoding/Identity-H/DescendantFonts[101 0 R]%s>>"
CID = {101: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 102 0 R>>",
       102: b"<</Type/FontDescriptor/FontName/ABCDEF+Song/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>"}
GLYPHS = b"BT /F1 12 Tf 72 720 Td <%s> Tj ET" % b"".join(b"%04x" % (1000 + index * 37) for index in range(40))


def mapped(rows, count):
    cmap = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange %d beginbfchar %s endbfchar endcmap end" % (count, rows)
    return pdf(pages([GLYPHS], font=COMPOSITE % b"/ToUnicode 103 0 R", more={**CID, 103: stream(cmap)}))


def each(target):
    return b" ".join(b"<%04x> <%s>" % (1000 + index * 37, target(index)) for index in range(40))


add("no_to_unicode.pdf", "text_undecodable flagged pdf_no_text", pdf(pages([GLYPHS], font=COMPOSITE % b"", more=CID)))
add("to_unicode_private.pdf", "text_undecodable flagged", mapped(each(lambda index: b"%04x" % (0xE000 + index)), 40))
add("to_unicode_replacement.pdf", "text_undecodable flagged", mapped(each(lambda index: b"fffd"), 40))
add("to_unicode_some_private.pdf", "flagged", mapped(each(lambda index: b"e000" if index % 10 == 0 else b"%04x" % (0x4E00 + index)), 40))
add("to_unicode_nul.pdf", "text_undecodable flagged backend_failed pdf_no_text", mapped(each(lambda index: b"0000"), 40))
add("to_unicode_form_feed.pdf", "text_undecodable flagged pdf_no_text", mapped(each(lambda index: b"000c"), 40))
add("to_unicode_surrogate.pdf", "text_undecodable flagged backend_failed pdf_no_text", mapped(each(lambda index: b"d800"), 40))
add("to_unicode_long.pdf", "ok flagged text_undecodable", mapped(each(lambda index: b"4e00" * 500), 40))
add("to_unicode_markup.pdf", "ok flagged", mapped(each(lambda index: "</word></page>".encode("utf-16-be").hex().encode()), 40))
add("to_unicode_lines.pdf", "ok flagged pdf_no_text text_undecodable", mapped(each(lambda index: b"000a"), 40) )
add("to_unicode_cut.pdf", DAMAGED + " text_undecodable", mapped(each(lambda index: b"4e0"), 4000))
add("to_unicode_bidi.pdf", "ok flagged text_undecodable", mapped(each(lambda index: b"202e0031"), 40))
add("to_unicode_itself.pdf", DAMAGED + " text_undecodable", pdf(pages([GLYPHS], font=COMPOSITE % b"/ToUnicode 3 0 R", more=CID)))
for name, actual in {"form_feed": b"(A\\014B)", "nul": b"(A\\000B)", "markup": b"(</word>)", "long": b"(" + b"A" * 50_000 + b")", "empty": b"()", "surrogate": b"<feffd800>"}.items():
    add(f"actual_text_{name}.pdf", "ok flagged pdf_no_text text_undecodable backend_failed", simple(b"/Span<</ActualText%s>>BDC %s EMC" % (actual, text(WORD))))
add("cmap_missing.pdf", "text_undecodable flagged pdf_no_text", pdf(pages([GLYPHS], font=(COMPOSITE % b"").replace(b"Identity-H", b"Nothing-H"), more=CID)))
add("fonts_itself.pdf", DAMAGED + " text_undecodable", pdf(pages([GLYPHS], font=b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[3 0 R]>>")))
add("type3_draws_itself.pdf", LIMITED, pdf(pages([text("aa")], font=b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>/CharProcs<</a 100 0 R>>/Resources<</Font<</F1 3 0 R>>>>>>", more={100: stream(b"9 0 d0 " + text("a"))})))
add("script.pdf", "ok flagged", simple(catalog=b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), WORD)
add("launch.pdf", "ok flagged", simple(catalog=b"/OpenAction<</S/Launch/F(/bin/sh)>>"), WORD)
add("remote.pdf", "ok flagged", simple(catalog=b"/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>"), WORD)
add("external_stream.pdf", DAMAGED, pdf(pages([b"<</Length 0/F(/etc/passwd)>>\nstream\n\nendstream"])), must_not="root:x:0")
add("info_markup.pdf", "ok flagged", pdf({**pages([text(WORD)]), 6: b"<</Title(</title><body>\\n<doc>\\n  <page width=\"1\" height=\"1\">\\n)>>"}, b"/Info 6 0 R"), WORD)
add("info_long.pdf", "ok flagged", lambda: pdf({**pages([text(WORD)]), 6: b"<</Title(%s)>>" % (b"a" * 5_000_000)}, b"/Info 6 0 R"), WORD)

source = random.Random(541)
for index in range(40):
    changed = bytearray(simple(b"\n".join(text(f"{WORD}{row}") for row in range(20))))
    for _ in range(source.randint(1, 30)):
        changed[source.randrange(len(changed))] = source.randrange(256)
    add(f"mutation_{index:02}.pdf", LIMITED + " encrypted unsupported_format", bytes(changed))
