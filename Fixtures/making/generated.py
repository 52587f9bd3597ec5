"""Reports of invented agencies with numbers drawn by a seed: of both forms, as long as one likes, all sums right."""

import random

from form import V, active_blocks, made_up_applications, review_values
from prose import PROBLEMS, SECTION_2, SECTION_3, SECTION_4, SECTION_5, SECTION_6, five, preamble
from report import Report, active, applications, h1, p, review, right

CITIES = ["青岚", "望川", "临湖", "松坪", "云栖", "石门", "白渡"]
COUNTIES = ["云溪区", "柳桥区", "石浦区", "桐岭县", "东坡区", "鹿鸣县", "清荷区"]
BUREAUS = ["水务局", "财政局", "教育局", "民政局", "司法局", "审计局", "统计局", "林业局", "交通运输局", "农业农村局", "应急管理局"]
WORK = ["防汛抗旱、农村供水、河湖治理", "保障性住房、老旧小区改造、物业管理", "乡村振兴、就业创业、生态保护", "营商环境、民生实事、城市更新"]
MEASURES = ["健全工作机制，明确责任分工，定期开展自查", "规范办理流程，严格答复时限，加强协调会商",
            "优化栏目设置，提升检索体验，及时更新内容", "组织业务培训，强化日常监测，落实整改要求", "扩大公众参与，回应社会关切，做好政策解读"]


def active_values(dice, edition):
    """Numbers of one to five digits; change columns with their sign, money with its unit where the form wants one."""
    number = lambda: dice.choice([0, dice.randrange(1, 10), dice.randrange(10, 100), dice.randrange(100, 1000), dice.randrange(1000, 30000)])
    table = {}
    for _, headers, items in active_blocks(edition):
        for key, _ in items:
            table[key] = [number() for _ in headers]
            if "本年增/减" in headers:
                change = dice.choice([0, dice.randrange(1, 60), -dice.randrange(1, 60)])
                table[key][1] = V(change, f"+{change}" if change > 0 and dice.random() < 0.3 else None)
    money = dice.randrange(100, 9_000_000) / 100
    if edition == "2021":
        table["fees"] = [V(money, f"{money:.2f}")]
    else:
        table["procurement"][1] = V(money, f"{money:.2f}万元", "万元")
    return table


def paragraph(dice, number):
    """Some hundred characters under a number of its own."""
    county, bureau = dice.choice(COUNTIES), dice.choice(BUREAUS)
    return (f"{county}{bureau}围绕{dice.choice(WORK)}等重点工作，{dice.choice(MEASURES)}；{dice.choice(MEASURES)}。"
            f"全年累计办理群众来信来电[[{dice.randrange(10, 5000)}件]]，召开会议[[{dice.randrange(1, 60)}次]]，{dice.choice(MEASURES)}。")


def generated(seed, edition, new=None, annex=0, big=False):
    """A report; `annex` paragraphs stand behind its last section. `big`: table 2 has hundreds in most rows."""
    dice = random.Random(f"generated/{seed}")
    year = dice.choice([2021, 2022, 2023, 2024] if edition == "2021" else [2019, 2020])
    city, county, bureau = dice.choice(CITIES), dice.choice(COUNTIES), dice.choice(BUREAUS)
    agency, short = f"{city}市{county}{bureau}", f"{county[-1]}{bureau}"
    carried = dice.choice([0, 3, 48, 130]) if not big else dice.randrange(200, 600)
    new = new or (dice.choice([7, 42, 320, 1280]) if not big else dice.randrange(4000, 16000))
    table = made_up_applications(edition, dice.getrandbits(32), new, carried, min(carried, dice.choice([0, 2, 40])),
                                 organisations=dice.choice([0.2, 0.5]) if not big else 0.6)
    outcomes = lambda: tuple(dice.choice([0, dice.randrange(10), dice.randrange(10, 100), dice.randrange(100, 400) if big else 1]) for _ in range(4))
    proactive = f"全年通过政府门户网站主动公开政府信息[[{dice.randrange(200, 4000)}条]]，发布政策解读材料[[{dice.randrange(2, 60)}篇]]。"
    address = f"{city}市{county}滨河路{dice.randrange(1, 400)}号"
    contact = f"如有疑问，请与{agency}办公室联系（地址：{address}）。"
    blocks = [*preamble(agency, year, contact),
              *five(year, short, dice.choice(WORK), proactive, table, dice.randrange(3), [dice.randrange(2, 60) for _ in range(5)]),
              h1("二", SECTION_2), active(), h1("三", SECTION_3), applications(), h1("四", SECTION_4), review(),
              h1("五", SECTION_5), *p(*PROBLEMS), h1("六", SECTION_6), *p("本年度没有需要报告的其他事项。")]
    for number in range(annex):
        blocks += p(paragraph(dice, number))
    date = dice.randrange(4, 29)
    blocks += [right(agency), right(f"{year + 1}年1月{date}日")]
    return Report(
        f"generated-{seed}", agency, year, edition, [agency, f"{year}年政府信息公开工作年度报告"], blocks,
        region={"stated": f"{city}市{county}", "prefecture": f"{city}市", "county": county},
        period=(f"{year}-01-01", f"{year}-12-31"), date=f"{year + 1}-01-{date:02d}", signature=agency,
        contacts={"contact_unit": f"{agency}办公室", "address": address},
        active=active_values(dice, edition), applications=table, review=review_values(outcomes(), outcomes(), outcomes()))
