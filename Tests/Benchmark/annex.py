"""Pages behind a report, as many as are asked for: paragraphs of invented prose and lists of documents."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Torture"))

from reports import BUREAUS, COUNTIES, WORK  # noqa: E402

MEASURES = ["健全工作机制，明确责任分工，定期开展自查", "规范办理流程，严格答复时限，加强协调会商",
            "优化栏目设置，提升检索体验，及时更新内容", "组织业务培训，强化日常监测，落实整改要求", "扩大公众参与，回应社会关切，做好政策解读"]
LIST_HEAD = ["序号", "文件名称", "制发机关", "公开日期", "件数"]


def paragraph(dice, number):
    """Some 150 characters with a few figures; one in four names a document."""
    county, bureau = dice.choice(COUNTIES), dice.choice(BUREAUS)
    year, month, day = dice.randrange(2015, 2025), dice.randrange(1, 13), dice.randrange(1, 29)
    text = f"{number}．{county}{bureau}围绕{dice.choice(WORK)}等重点工作，{dice.choice(MEASURES)}；{dice.choice(MEASURES)}。"
    if number % 4 == 0:
        text += f"{year}年{month}月{day}日印发《{county}{bureau}关于做好{dice.choice(WORK)}工作的通知》，对有关事项作出安排。"
    return text + (f"{year}年累计办理群众来信来电{dice.randrange(10, 5000)}件，回访{dice.randrange(1, 900)}人次，"
                   f"召开会议{dice.randrange(1, 60)}次，{dice.choice(MEASURES)}。")


def list_rows(dice, rows):
    """A list of documents under LIST_HEAD."""
    return [LIST_HEAD, *([str(i + 1), f"关于{dice.choice(WORK)}的公告", dice.choice(BUREAUS),
                          f"{dice.randrange(2015, 2025)}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}",
                          str(dice.randrange(0, 400))] for i in range(rows))]


def blocks(dice, with_lists=True):
    """Endless blocks: a string is a paragraph, a list of rows a table."""
    number = 0
    while True:
        number += 1
        yield paragraph(dice, number)
        if with_lists and number % 30 == 0:
            yield list_rows(dice, 40)
