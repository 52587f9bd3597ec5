"""Archives of documents, written entry by entry as packers write them, right and wrong."""

import struct
import zlib

from printed import all_printed

FILES, UTF8 = 0o100644 << 16, 0x0800


def archive(entries):
    """A zip of (name in bytes, content, what is said of it that isn't so)."""
    out, directory = bytearray(), bytearray()
    for name, content, says in entries:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        head = struct.pack("<HHHHHLLL", 20, says.get("flags", 0), 8, 0, 0x21, says.get("crc", zlib.crc32(content)),
                           len(packed), len(content))
        offset, local, extra = len(out), says.get("local", name), says.get("extra", b"")
        out += b"PK\3\4" + head + struct.pack("<HH", len(local), 0) + local + packed
        directory += b"PK\1\2" + struct.pack("<H", 0x0314) + head + struct.pack(
            "<HHHHHLL", len(name), len(extra), 0, 0, 0, says.get("attributes", FILES), offset) + name + extra
    end = struct.pack("<HHHHLLH", 0, 0, len(entries), len(entries), len(directory), len(out), 0)
    return bytes(out + directory) + b"PK\5\6" + end


def notice(subject):
    return f"关于{subject}的通知\n\n各科室、各直属单位：\n\n请于三日内将{subject}情况报办公室。\n\n青棠县档案馆\n2024年3月5日\n".encode()


def unicode_path(name, text):
    """The extra field in which Info-ZIP puts a name in UTF-8."""
    return struct.pack("<HHBL", 0x7075, 5 + len(text.encode()), 1, zlib.crc32(name)) + text.encode()


def member_names():
    """The same few words under each way in which packers write names: GBK and UTF-8, said or not, rightly or not"""
    gbk = "青棠".encode("gbk")
    return archive([
        ("防汛/GBK无标志.txt".encode("gbk"), notice("防汛"), {}),
        ("保密/UTF-8无标志.txt".encode(), notice("保密"), {}),
        ("值班/UTF-8有标志.txt".encode(), notice("值班"), {"flags": UTF8}),
        ("消防/GBK误标.txt".encode("gbk"), notice("消防"), {"flags": UTF8}),
        ("培训\\反斜杠.txt".encode("gbk"), notice("培训"), {}),
        (gbk + b".txt", notice("移交"), {"extra": unicode_path(gbk + b".txt", "移交/扩展字段.txt")}),
        (b"../../../C:/" + "路径.txt".encode("gbk"), notice("巡查"), {}),
        (b"\xff\xfe\x80.txt", notice("考勤"), {}),
    ])


def reports_and_damage():
    """A report and a notice between members that can't be read: each has a line, and the good ones that of the loose file"""
    report = next(maker(report) for folder, report, extension, maker in all_printed()
                  if extension == "docx" and report.slug == "wangchuan-education-2024")
    inner = archive([(b"a.txt", notice("归档"), {}), (b"b.txt", notice("统计"), {})])
    return archive([
        ("2024/".encode(), b"", {}),
        ("2024/网川教育.docx".encode("gbk"), report, {}),
        ("2024/加密.docx".encode("gbk"), report, {"flags": 1}),
        ("2024/损坏.txt".encode("gbk"), notice("损坏"), {"crc": 1}),
        ("2024/内层.zip".encode("gbk"), inner, {}),
        ("2024/同名.txt".encode("gbk"), notice("同名"), {}),
        ("2024/同名.txt".encode("gbk"), notice("重名"), {}),
        ("2024/两名.txt".encode("gbk"), notice("两名"), {"local": "2024/又名.txt".encode("gbk")}),
        ("2024/链接.txt".encode("gbk"), b"/etc/passwd", {"attributes": 0o120777 << 16}),
        ("2024/空.txt".encode("gbk"), b"", {}),
        (b"__MACOSX/2024/._a.docx", b"x", {}), (b"2024/.DS_Store", b"x", {}), (b"2024/Thumbs.db", b"x", {}),
        ("2024/~$川教育.docx".encode("gbk"), b"x", {}),
        ("2024/通知.txt".encode("gbk"), notice("汇总"), {}),
    ])


def no_document():
    """An archive with nothing but folders and what systems keep beside files: it has a line of its own"""
    return archive([("2024/".encode(), b"", {}), (b"2024/.DS_Store", b"x", {}), (b"2024/Thumbs.db", b"x", {})])


ARCHIVES = {"member-names": member_names, "reports-and-damage": reports_and_damage, "no-document": no_document}
