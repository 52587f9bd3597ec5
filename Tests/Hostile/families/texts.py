"""Text in every encoding and in none."""

import os
import random

from families.case import group

CASES, add = group("text")
REPORT = ("宁川市人民政府2024年政府信息公开工作年度报告\n一、总体情况\n2024年,本机关主动公开政府信息123条,受理依申请公开45件。\n"
          "二、主动公开政府信息情况\n全年制发规范性文件6件。\n三、收到和处理政府信息公开申请情况\n全部按期答复。\n" * 20)
MARK = "宁川市人民政府"

for encoding in ("utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le", "utf-16-be"):
    add(f"{encoding}.txt", "ok flagged", REPORT.encode(encoding), MARK)
add("utf-16-be-mark.txt", "ok flagged", b"\xfe\xff" + REPORT.encode("utf-16-be"), MARK)
add("utf-32.txt", "text_undecodable", REPORT.encode("utf-32"))
add("utf-32-be-no-mark.txt", "text_undecodable text_binary", REPORT.encode("utf-32-be"))
add("big5.txt", "text_undecodable flagged", "臺北縣政府資訊公開年度報告,主動公開政府資訊一百件。\n".encode("big5") * 50)
add("shift_jis.txt", "text_undecodable flagged", "情報公開年次報告書について、ひらがなとカタカナ。\n".encode("shift_jis") * 50)
add("euc_kr.txt", "text_undecodable flagged", "정보공개 연차 보고서입니다.\n".encode("euc_kr") * 50)
add("utf-7.txt", "ok flagged text_undecodable", REPORT.encode("utf-7"))
add("hz.txt", "ok flagged text_undecodable text_binary", REPORT.encode("hz"))
add("iso2022.txt", "ok flagged text_undecodable text_binary", "情報公開\n".encode("iso2022_jp") * 50)
add("lian_tong.txt", "ok flagged", "联通".encode("gbk"), "联通")
add("four_byte.txt", "flagged", ("㐀㐁𠀀𠀁年度报告" * 50).encode("gb18030"), "年度报告")
add("latin1.txt", "flagged text_undecodable ok", ("R\xe9sum\xe9 d'activit\xe9 2024 " * 50).encode("latin-1"))
for split in (3, 2):
    half = len(REPORT) // split
    add(f"mixed_utf8_gbk_{split}.txt", "flagged text_undecodable", REPORT[:half].encode() + REPORT[half:].encode("gbk"))
    add(f"mixed_gbk_utf8_{split}.txt", "flagged text_undecodable", REPORT[:half].encode("gbk") + REPORT[half:].encode())
add("mixed_one_word.txt", "flagged text_undecodable", REPORT.encode() + "乱码".encode("gbk"))
add("mojibake_saved.txt", "flagged text_undecodable", REPORT.encode().decode("gbk", "replace").encode())
add("mojibake_latin.txt", "flagged text_undecodable", REPORT.encode().decode("latin-1").encode())
add("mojibake_windows.txt", "flagged text_undecodable", REPORT.encode("gbk").decode("latin-1").encode())
add("question_marks.txt", "flagged text_undecodable", REPORT.encode("ascii", "replace"))
add("replacement_characters.txt", "flagged text_undecodable", (REPORT + "\ufffd" * 20).encode())
add("all_replacement.txt", "flagged text_undecodable", ("\ufffd" * 1000).encode())
add("kun_jin_kao.txt", "flagged text_undecodable", (REPORT + "锟斤拷锟斤拷" * 5).encode())
add("lone_surrogates_utf8.txt", "flagged text_undecodable", REPORT.encode() + b"\xed\xa0\x80\xed\xb0\x80")
add("lone_surrogates_utf16.txt", "flagged text_undecodable", b"\xff\xfe" + REPORT.encode("utf-16-le") + b"\x00\xd8\x41\x00")
add("odd_utf16.txt", "flagged text_undecodable", REPORT.encode("utf-16") + b"a")
add("cut_in_character.txt", "flagged", REPORT.encode()[:-3])
add("overlong.txt", "flagged text_undecodable", REPORT.encode() + b"\xc0\xaf\xe0\x80\xaf")
add("one_nul.txt", "flagged text_binary", REPORT.encode() + b"\0")
add("many_nul.txt", "text_binary", REPORT.encode().replace("。".encode(), b"\0" * 9))
add("all_nul.txt", "text_binary text_undecodable", bytes(4096))
add("one_byte_nul.txt", "text_binary text_undecodable", b"\0")
add("controls.txt", "flagged text_binary", REPORT.replace("。", "\x01\x02").encode())
add("escape_sequences.txt", "flagged text_binary", REPORT.replace("。", "\x1b[31m").encode())
add("noise.txt", "text_binary text_undecodable", random.Random(1).randbytes(20_000))
add("only_mark.txt", "flagged", b"\xef\xbb\xbf")
add("only_spaces.txt", "flagged", b"   \n\t\n  ")
add("only_newlines.txt", "flagged", b"\n" * 100_000)
add("ideographic_spaces.txt", "flagged", "\u3000".encode() * 1000)
add("old_mac_lines.txt", "ok flagged", REPORT.replace("\n", "\r").encode(), MARK)
add("mixed_lines.txt", "ok flagged", REPORT.replace("\n", "\r\n", 7).encode(), MARK)
add("unicode_lines.txt", "ok flagged", REPORT.replace("\n", "\u2028").encode(), MARK)
add("json_specials.txt", "ok flagged", (REPORT + '"\\\u2028\u2029</script>{"status":"ok"}\n').encode(), MARK)
add("forged_record.txt", "ok flagged unsupported_format", b'x\n{"schema":"gongkai.record/1.0","doc_id":"0"}\n')
add("bidi.txt", "ok flagged", (REPORT + "\u202e321\u202c").encode(), MARK)
add("zalgo.txt", "ok flagged document_limit", (REPORT + "字" + "\u0301" * 500_000).encode())
add("one_line_20_mb.txt", "ok flagged document_limit", lambda: "受理申请12件。".encode() * 1_000_000, slow=True)
add("one_line_2_mb.txt", "ok flagged document_limit", lambda: "受理申请12件。".encode() * 100_000, slow=True)
add("lines_5m.txt", "ok flagged document_limit", lambda: "字\n".encode() * 5_000_000, slow=True)
add("tabs_10m.txt", "ok flagged document_limit", lambda: b"\t" * 10_000_000, slow=True)
add("pipes_5m.txt", "ok flagged document_limit", lambda: b"|" * 5_000_000, slow=True)
add("rows_of_tabs.txt", "ok flagged document_limit", lambda: b"1\t2\t3\n" * 500_000, slow=True)
add("wide_rows.txt", "ok flagged document_limit", lambda: (b"1\t" * 2_000 + b"\n") * 1_000, slow=True)
add("blanks_20_mb.txt", "ok flagged document_limit", lambda: (b"1" + b" " * 199) * 100_000, slow=True)
add("gb18030_60_mb.txt", "ok flagged document_limit", lambda: REPORT.encode("gb18030") * (60_000_000 // len(REPORT.encode("gb18030"))), slow=True)
add("text_100_mb.txt", "document_limit", lambda: REPORT.encode() * (100_000_000 // len(REPORT.encode())), slow=True)


def sparse(size):
    def place(path):
        with open(path, "wb") as file:
            os.truncate(file.fileno(), size)
    return place


add("sparse_8_gib.txt", "input_too_large", sparse(8 << 30))
add("sparse_8_gib.pdf", "input_too_large", sparse(8 << 30))
add("sparse_8_gib.docx", "input_too_large", sparse(8 << 30))
add("sparse_200_mib.txt", "text_binary text_undecodable", sparse(200 << 20), slow=True)
