"""The reports: agencies, regions and numbers are invented; the irregularities are those of real reports."""

import prose
from form import BLANK, Cell, V, made_up_applications, no_applications, review_values
from prose import (PROBLEMS, SECTION_2, SECTION_3, SECTION_4, SECTION_5, SECTION_6, five, preamble,
                   requests)
from report import (NOTICE_2019, NOTICE_2021, REGULATION, Report, active, applications, caption, extra,
                    h1, h2, h3, noise, p, review, right)


def tables(two=SECTION_2, three=SECTION_3, four=SECTION_4):
    return [h1("二", two), active(), h1("三", three), applications(), h1("四", four), review()]


def closing(other, problems=PROBLEMS, five_head=SECTION_5):
    return [h1("五", five_head), *p(*problems), h1("六", SECTION_6), *p(other)]


def water():
    table = made_up_applications("2021", 11, 37, 3, 4)
    contact = ("如有疑问，请与青岚市云溪区水务局办公室联系（地址：青岚市云溪区滨河东路118号；邮编：999100；"
               "电话：0999-8123456；传真：0999-8123457；电子邮箱：yxswj@example.cn）。")
    text = ("全年通过区政府门户网站主动公开政府信息[[412条]]，其中机构职能类[[6条]]，政策文件[[38条]]，规划计划[[12条]]，财政预决算[[9条]]，"
            "行政执法[[203条]]，重点领域[[144条]]。“云溪水务”微信公众号发布信息[[267条]]，总阅读量[[18.6万次]]。发布政策解读材料[[14篇]]，召开新闻发布会[[2场]]。")
    return Report(
        "yunxi-water-2023", "青岚市云溪区水务局", 2023, "2021", ["青岚市云溪区水务局2023年政府信息公开工作年度报告"],
        [*preamble("青岚市云溪区水务局", 2023, contact, "青岚市云溪区人民政府门户网站（www.yunxi.example.cn）"),
         *five(2023, "区水务局", "防汛抗旱、农村供水、河湖治理", text, table, 0, (0, 0, 2, 3, 126)), *tables(),
         *closing("2023年，本机关依申请提供政府信息[[未收取信息处理费|0|元]]。"),
         right("青岚市云溪区水务局"), right("2024年1月18日")],
        region={"stated": "青岚市云溪区", "prefecture": "青岚市", "county": "云溪区"},
        period=("2023-01-01", "2023-12-31"), date="2024-01-18", signature="青岚市云溪区水务局",
        contacts={"contact_unit": "青岚市云溪区水务局办公室", "address": "青岚市云溪区滨河东路118号", "postcode": "999100",
                  "phone": "0999-8123456", "fax": "0999-8123457", "email": "yxswj@example.cn",
                  "website": "www.yunxi.example.cn"},
        active={"rules": [0, 0, 0], "normative_docs": [3, 1, 17], "licensing": [264], "penalty": [31],
                "coercion": [2], "fees": [V(418.35)]},
        applications=table, review=review_values((2, 0, 1, 0), (1, 0, 0, 1), (0, 0, 0, 0)),
        about="2021 edition, clean, numbers in most blocks")


def science():
    table = no_applications("2019")
    table["new_received"] = [4, 1, 0, 0, 0, 0, 5]
    table["carried_in"] = [1, 0, 0, 0, 0, 0, 1]
    table["granted"] = [3, 1, 0, 0, 0, 0, 3]  # wrong: 4
    table["unable.not_held"] = [2, 0, 0, 0, 0, 0, 2]
    table["result_total"] = [5, 1, 0, 0, 0, 0, 5]  # wrong: 6
    body = ("围绕科技创新、成果转化、企业培育等方面加大主动公开力度，2019年部门网站发布信息[[518条]]，政务微信发布信息[[187篇]]，政务微博发布信息[[2304条]]。"
            "发布政策解读材料[[11条]]，办理网民留言[[23条]]。为主承办人大代表建议[[2件]]、政协提案[[7件]]，办理率[[100%]]。")
    return Report(
        "qinglan-science-2019", "青岚市科学技术局", 2019, "2019", ["青岚市科学技术局", "2019年政府信息公开工作年度报告"],
        [h1("一", "总体情况"),
         *p(f"2019年，市科技局认真贯彻落实{REGULATION}规定要求，坚持以公开为常态、不公开为例外，及时、准确、全面公开政府信息。"),
         h2("（一）", "主动公开情况"), *p(body), h2("（二）", "依申请公开情况"),
         *p("全年共受理信息公开申请[[5件]]，上年结转[[1件]]，予以公开[[4件]]，均在规定时限内答复申请人。"),
         h2("（三）", "政府信息管理情况"), *p(prose.MANAGEMENT[0]), h2("（四）", "平台建设情况"),
         *p("加强部门网站的建设管理，优化网站栏目设置，完善公开方式，提高信息更新频次。"),
         h2("（五）", "监督保障情况"), *p("加大日常监督检查力度，督促问题整改，派员参加市政府组织的政务公开工作培训。"),
         *tables(), *closing("无", PROBLEMS[:1]), right("青岚市科学技术局"), right("2020年1月17日")],
        region={"stated": "青岚市", "prefecture": "青岚市"}, date="2020-01-17", signature="青岚市科学技术局",
        active={"rules": [0, 0, 0], "normative_docs": [5, 4, 27], "licensing": [2, 0, 6],
                "other_services": [19, V(8, "增 8"), 735], "penalty": [7, V(-2, "减 2"), 0], "coercion": [0, 0, 0],
                "fees": [0, 0], "procurement": [3, V(88.47, "88.47 万元", "万元")]},
        applications=table, review=[BLANK] * 5 + [0] * 10,
        about="row totals wrong in （一） and （七）; signed words as deltas; review cells blank; no preamble")


def housing():
    table = made_up_applications("2019", 23, 58, 6, 9, organisations=0.35)
    contact = ("如对本报告有任何疑问，请与云溪区住房和城乡建设局办公室联系（地址：青岚市云溪区政务中心B座906室；邮编：999100；"
               "电话：0999—8211907；电子邮箱：yxzjj@example.cn）。")
    text = ("通过区政府网站主动公开各类政府信息[[96条]]，其中政策文件[[12条]]，规划计划[[5条]]，行政权力运行[[47条]]"
            "（其中会议公开[[8条]]，建议提案办理[[9条]]，执行和落实情况[[30条]]），重点领域[[25条]]，组织管理[[7条]]。通过微信公众号发布信息[[341条]]。")
    return Report(
        "yunxi-housing-2020", "青岚市云溪区住房和城乡建设局", 2020, "2019", ["青岚市云溪区住房和城乡建设局2020年政府信息公开工作年度报告"],
        [*preamble("青岚市云溪区住房和城乡建设局", 2020, contact, "“中国云溪”政府门户网站（www.yunxi.example.cn）"),
         *five(2020, "区住房城乡建设局", "保障性住房、老旧小区改造、物业管理", text, table, 1, (14, 6, 3, 2, 9),
               heads=["主动公开情况", "依申请公开情况", "政府信息管理情况", "平台建设", "监督保障"]),
         *tables(), *closing("无其它需要报告的事项。", PROBLEMS[:1]), right("2021年1月22日")],
        region={"stated": "青岚市云溪区", "prefecture": "青岚市", "county": "云溪区"},
        period=("2020-01-01", "2020-12-31"), date="2021-01-22",
        contacts={"contact_unit": "云溪区住房和城乡建设局办公室", "address": "青岚市云溪区政务中心B座906室", "postcode": "999100",
                  "phone": "0999-8211907", "email": "yxzjj@example.cn", "website": "www.yunxi.example.cn"},
        active={"rules": [0, 0, 0], "normative_docs": [2, V(2, "\u00a02"), V(11, "\u3000\u300011")],
                "licensing": [18, 3, 642], "other_services": [9, 0, 1187], "penalty": [42, V(5, "5"), 16],
                "coercion": [3, 0, V(0, "0\u00a0")], "fees": [2, 0],
                "procurement": [6, V(1320.5, "1320.50万元", "万元")]},
        applications=table, review=review_values((1, 1, 0, 0), (2, 0, 0, 1), (1, 0, 0, 0)),
        labels={"本年新制作数量": "本年新\n制作数量", "本年新公开数量": "本年新\n公开数量"},
        about="one cell a line; header cells broken; no-break and ideographic spaces; date without signature")


def culture():
    table = {"new_received": [0] * 7, "carried_in": [0] * 7, "carried_out": [0] * 7}
    return Report(
        "shipu-culture-2021", "石浦区文化和旅游局", 2021, "2021", ["区文旅局2021年政府信息公开工作年度报告"],
        [h1("一", "总体情况"),
         *p(f"根据{REGULATION}、{NOTICE_2019}规定，以及区政府办《关于做好政府信息公开年报编制工作的通知》的工作部署，结合我局工作实际编制本报告。"
            "本报告中所列数据的统计期限自2021年1月1日起至2021年12月31日止。",
            "区文旅局把政府信息主动公开工作作为推进依法行政的重要手段，不断扩大公开范围，细化公开内容。全年发布文化惠民活动信息[[86条]]，非物质文化遗产名录[[4批次]]。"),
         caption("主动公开政府信息情况统计表"), active(),
         caption("收到和处理政府信息公开申请情况统计表", ["[bookmark: _Hlk90112233]收到和处理政府信息公开申请情况统计表"]), applications(),
         caption("因政府信息公开工作被申请行政复议、提起行政诉讼情况统计表", ["因政府信息公开工作被申请行政复议、提起", "行政诉讼情况统计表"]),
         review(), h1("二", SECTION_5), *p(*PROBLEMS), h1("三", SECTION_6),
         *p("本局2021年度不存在其他需要报告的事项。"), right("石浦区文化和旅游局"), right("2022年1月26日")],
        region={"stated": "石浦区", "county": "石浦区"}, period=("2021-01-01", "2021-12-31"), date="2022-01-26",
        signature="石浦区文化和旅游局",
        active={"rules": [0, 0, 0], "normative_docs": [V(1, "　　1"), 0, V(6, "　6")], "licensing": [V(73, "　73")],
                "penalty": [V(12, "　12")], "coercion": [0], "fees": [0]},
        applications=table, review=[0] * 14, labels={"keep_results": True, "结果维持": "结果\n维持"},
        about="captions without numbers; result block deleted; fourteen review values; bookmark marks; 2019 notice cited")


def tongling_government():
    table = made_up_applications("2019", 31, 143, 8, 11, organisations=0.3)
    deltas = {"rules": [0, 0, 0], "normative_docs": [16, 16, 213],
              "licensing": [1204, V(346, "346"), V(27067)], "other_services": [388, V(-12, "-12"), 90321],
              "penalty": [2415, V(36, "+36"), 5188], "coercion": [164, V(-2, "-2"), 77],
              "fees": [21, V(-1, "-1")], "procurement": [412, V(6229.95, "6229.95万元", "万元")]}
    contact = ("如对本报告有疑问，请与桐岭县人民政府办公室政务公开科联系（地址：望川市桐岭县人民路1号，邮编：999320，电话：0999—7310022）。")
    return Report(
        "tongling-government-2020", "桐岭县人民政府", 2020, "2019", ["桐岭县2020年政府信息公开工作", "年度报告"],
        [*p(f"本报告由桐岭县人民政府办公室按照{REGULATION}（以下简称《条例》）和{NOTICE_2019}（国办公开办函〔2019〕60号）要求，"
            "根据[[12个]]镇街和县政府各部门、各有关单位政府信息公开工作年度报告编制。全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况、政府信息公开工作存在的主要问题及改进情况和其他需要报告的事项六部分组成。"
            "本报告中所列数据的统计期限为2020年1月1日至12月31日。", contact),
         h1("一", "总体情况"), *p(prose.overview(2020, "全县各级行政机关", "疫情防控、脱贫攻坚、优化营商环境")),
         h2("（一）", "主动公开情况"),
         h3("1、", "推进决策公开"), *p("全年公开县政府常务会议议题[[38个]]，重大行政决策事项[[6项]]，征求意见[[17次]]。"),
         h3("2、", "推进政策解读"), *p("发布政策解读[[96件]]，其中图解[[41件]]，印发惠企政策汇编[[8000余份|8000|份]]，企业知晓率比上年提高[[33%]]。"),
         h2("（二）", "依申请公开情况"), *p(requests(2020, table)),
         h2("（三）", "政府信息管理情况"), *p(prose.MANAGEMENT[0]),
         h2("（四）", "平台建设情况"), *p("县政府门户网站全年发布信息[[1.27万条]]，总浏览量[[536万次]]；“桐岭发布”政务新媒体矩阵共有账号[[27个]]，粉丝近[[30万人]]。"),
         h2("（五）", "监督保障情况"), *p(prose.SUPERVISION[1].format(a=4, b=52)),
         *tables(four="因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
         *closing("无。", five_head="政府信息公开工作存在的主要问题及改进情况")],
        region={"stated": "望川市桐岭县", "prefecture": "望川市", "county": "桐岭县"}, period=("2020-01-01", "2020-12-31"),
        compiled_by="桐岭县人民政府办公室",
        contacts={"contact_unit": "桐岭县人民政府办公室政务公开科", "address": "望川市桐岭县人民路1号", "postcode": "999320", "phone": "0999-7310022"},
        active=deltas, applications=table, review=review_values((9, 2, 1, 1), (6, 0, 1, 2), (3, 0, 0, 1)),
        about="government-level: region as title, title broken inside a phrase, compiled by the office, signed deltas")


def liuqiao_2023():
    table = made_up_applications("2021", 41, 29, 0, 0, collapsed=True, organisations=0)
    values = review_values((12, 1, 0, 0), (0, 0, 0, 0), (6, 0, 0, 0))
    values[4] = values[14] = 0  # totals printed as zero
    heads = ["主动公开情况", "依申请公开情况", "政府信息管理情况", "政府信息公开平台建设情况", "政府信息公开监督保障情况"]
    text = "主要通过政府门户网站主动公开政府文件、项目审批、通知公告等各类政府信息。2023年，我区在政府网站平台主动公开政府信息[[2048条]]。"
    return Report(
        "liuqiao-government-2023", "柳桥区人民政府", 2023, "2021", ["柳桥区人民政府", "2023年政府信息公开工作年度报告"],
        [*p(f"本报告由临湖市柳桥区人民政府办公室根据{REGULATION}（国令第711号）（以下简称《条例》）要求编制。报告中所列数据统计期限自2023年1月1日起至2023年12月31日止。"
            "如对本报告有疑问，请与临湖市柳桥区人民政府办公室联系（地址：临湖市柳桥区湖滨大道66号，邮 编 ： 999410 ，电 话：0999-5587001，电 子 邮 箱：lqzwgk@example.cn）。"),
         *five(2023, "柳桥区人民政府", "乡村振兴、就业创业、生态保护", text, table, 0, (0, 0, 3, 2, 88), heads, "run"),
         *tables(), *closing("2023年收取信息处理费[[0元]]。")],
        region={"stated": "临湖市柳桥区", "prefecture": "临湖市", "county": "柳桥区"}, period=("2023-01-01", "2023-12-31"),
        compiled_by="临湖市柳桥区人民政府办公室",
        contacts={"contact_unit": "临湖市柳桥区人民政府办公室", "address": "临湖市柳桥区湖滨大道66号", "postcode": "999410",
                  "phone": "0999-5587001", "email": "lqzwgk@example.cn"},
        active={"rules": [0, 0, 0], "normative_docs": [2, 5, 14], "licensing": [6550], "penalty": [4119],
                "coercion": [195], "fees": [V(8803.28)]},
        applications=table, review=values, collapsed=True,
        labels={"denied.law_forbidden": "2.其他法律行政止公开"},
        about="single （六） row in a 2021 form; review totals 0; a label in vertical writing; run-in headings; letter-spaced contact; damaged label")


def liuqiao_2024():
    table = made_up_applications("2021", 43, 95, 0, 7, collapsed=True)
    text = "2024年，全区主动公开政府信息[[3127条]]，其中区政府文件[[62件]]、区政府办公室文件[[48件]]；发布政策解读[[39篇]]。"
    blocks = five(2024, "柳桥区人民政府", "营商环境、民生实事、城市更新", text, table, 2, (0, 0, 12, 64, 98), style="run")
    for block in blocks:
        if "依申请公开情况" in block.text:
            block.text = "（二）依申请公开情况。2024年，区政府本级共办理政府信息公开申请[[17件]]，按期办结率[[100%]]。"
    return Report(
        "liuqiao-government-2024", "柳桥区人民政府", 2024, "2021", ["柳桥区人民政府", "2024年政府信息公开工作年度报告"],
        [*p(f"根据{REGULATION}（国务院令第711号）和{NOTICE_2021}（国办公开办函〔2021〕30号）编制本报告。本报告所列数据统计期限为2024年1月1日至2024年12月31日。"),
         *blocks, *tables(), *closing("本年度发出收费通知[[3件]]，总金额[[1280元]]，实际收取总金额[[640元]]。", PROBLEMS[:1])],
        region={"stated": "柳桥区", "county": "柳桥区"}, period=("2024-01-01", "2024-12-31"),
        active={"rules": [0, 0, 0], "normative_docs": [4, 1, 17], "licensing": [7102], "penalty": [3984],
                "coercion": [211], "fees": [V(7545)]},
        applications=table, review=review_values((7, 2, 3, 1), (2, 0, 1, 0), (4, 0, 0, 2)), collapsed=True,
        about="narrates one body's 17 requests and tabulates the district's 95")


def wangchuan_2024():
    table = made_up_applications("2021", 47, 3217, 96, 118, organisations=0.12)
    text = ("2024年，市政府及市政府办公室制发规范性文件[[21件]]，全市发布政务信息[[5500余条|5500|条]]；市政府门户网站总访问量[[1.2亿次]]。"
            "公开市政府常务会议[[24次]]、全体会议[[2次]]，举办新闻发布会[[46场]]。")
    return Report(
        "wangchuan-government-2024", "望川市人民政府", 2024, "2021", ["望川市人民政府", "2024年政府信息公开工作年度报告"],
        [*p(f"根据{REGULATION}（以下简称《条例》）规定，望川市人民政府办公室编制本年度报告。统计期限为2024年1月1日至12月31日。"),
         *five(2024, "望川市", "高质量发展、重大项目、公共服务", text, table, 1, (326, 41, 7, 6, 143), style="run"),
         *tables(), *closing("全市行政机关依申请提供政府信息收取信息处理费[[3940元]]。")],
        region={"stated": "望川市", "prefecture": "望川市"}, period=("2024-01-01", "2024-12-31"), compiled_by="望川市人民政府办公室",
        active={"rules": [2, 1, 12], "normative_docs": [64, 38, 597], "licensing": [1482063], "penalty": [938417],
                "coercion": [20866], "fees": [V(96171.6)]},
        applications=table, review=review_values((208, 31, 44, 29), (61, 7, 12, 18), (39, 2, 5, 9)),
        about="large figures wrapped in narrow cells; vertical label of single characters; pages")


def linhu_2022():
    table = made_up_applications("2021", 53, 612, 27, 31)
    return Report(
        "linhu-government-2022", "临湖市人民政府", 2022, "2021", ["临湖市2022年政府信息公开工作年度报告"],
        [*p(f"本报告由临湖市人民政府办公室根据{REGULATION}规定编制，所列数据统计期限从2022年1月1日到12月31日止。"),
         *five(2022, "全市各级行政机关", "疫情防控、助企纾困、稳定就业",
               "全市主动公开政府信息[[38.6万条]]，其中政府网站公开[[21.4万条]]，政务新媒体公开[[17.2万条]]。", table, 2, (0, 0, 31, 905, 96)),
         *tables(), *closing("本年度[[未收取信息处理费|0|元]]。")],
        region={"stated": "临湖市", "prefecture": "临湖市"}, period=("2022-01-01", "2022-12-31"), compiled_by="临湖市人民政府办公室",
        active={"rules": [1, 2, 11], "normative_docs": [50, 19, 420], "licensing": [803214], "penalty": [312008],
                "coercion": [9120], "fees": [V(59237.2449)]},
        applications=table, review=review_values((77, 12, 20, 14), (19, 3, 6, 8), (22, 1, 4, 3)),
        labels={"other.overdue_correction": "1.逾期不补正", "other.overdue_fee": "2.逾期未缴费", "corner": ""},
        about="rows between pipes, covered cells lost; short labels; an amount with four decimals")


def baishi_office_2019():
    numbers = {"new_received": [214, 31, 0, 2, 5, 6], "carried_in": [9, 1, 0, 0, 0, 0], "granted": [88, 12, 0, 1, 2, 1],
               "partial": [21, 4, 0, 0, 1, 0], "denied.third_party_rights": [3, 1, 0, 0, 0, 0],
               "denied.process_info": [6, 0, 0, 0, 0, 1], "unable.not_held": [72, 9, 0, 1, 1, 3],
               "not_processed.petition": [14, 2, 0, 0, 0, 0], "not_processed.duplicate": [4, 0, 0, 0, 1, 0],
               "other": [7, 2, 0, 0, 0, 1], "result_total": [215, 30, 0, 2, 5, 6], "carried_out": [8, 2, 0, 0, 0, 0]}
    table = {}
    for key in no_applications("2019"):
        row = numbers.get(key)
        cells = [V(x) if x else BLANK for x in row] if row else [BLANK] * 6
        table[key] = cells + [V(sum(row)) if key in ("new_received", "carried_in", "result_total", "carried_out") else BLANK]
    return Report(
        "baishi-office-2019", "白石市人民政府办公室", 2019, "2019", ["2019年白石市人民政府办公室政府信息公开工作年度报告"],
        [noise("发布日期：2020-01-20"),
         *p(f"根据{REGULATION}（以下简称《条例》）要求，编制本报告。本报告中所列数据的统计期限从2019年1月1日到12月31日止。"),
         h1("一", "总体情况"), h2("（一）", "主动公开情况"),
         *p("2019年，我办主动公开政府信息[[386条]]，全文电子化率达[[100%]]；公文类政府信息主动公开率为[[92.34%]]，同比上升[[0.34个百分点|0.34|百分点]]。配合印发《白石市贯彻<流域保护规划纲要>实施方案》等文件。"),
         h2("（二）", "依申请公开情况"), *p("2019年，我办收到政府信息公开申请[[258件]]，已答复[[258件]]。"),
         h2("（三）", "平台建设情况"), *p("“白石发布”全年推送信息[[1.5万条]]，微信公众号阅读量超过[[3000万次]]。"),
         *tables(), *closing("无其他需要报告的事项。", PROBLEMS[1:])],
        region={"stated": "白石市", "prefecture": "白石市"}, period=("2019-01-01", "2019-12-31"), date="2020-01-20",
        active={"rules": [BLANK, BLANK, V(3)], "normative_docs": [12, 12, 140], "licensing": [BLANK] * 3,
                "other_services": [BLANK] * 3, "penalty": [BLANK] * 3, "coercion": [BLANK] * 3, "fees": [BLANK] * 2,
                "procurement": [4, V(251000, "251000元", "元")]},
        applications=table, review=[5, BLANK, 1, 2, 8, 3, BLANK, BLANK, 1, 4, BLANK, BLANK, BLANK, 1, 1],
        active_columns=5, about="copied from a web page: own cells only, most of them blank, row totals blank")


def baishi_technology_2024():
    table = made_up_applications("2021", 61, 19, 1, 2)
    text = ("全年主动公开政府信息[[1265条]]，其中规范性文件[[7件]]；办理人大代表建议[[50件]]，主合办政协提案[[85件]]，均已办结。")
    return Report(
        "baishi-technology-2024", "白石市科委", 2024, "2021", ["2024年白石市科委政府信息公开工作", "年度报告"],
        [*p(f"根据{REGULATION}（以下简称《条例》）第五十条规定，由白石市科学技术委员会编制本报告。数据统计期限为2024年1月1日至2024年12月31日。"),
         h1("一", "总体情况"), *p(prose.overview(2024, "市科委", "科技计划、创新平台、人才引育")),
         h2("（一）", "主动公开情况"), *p(text), h2("（二）", "依申请公开情况"), *p(requests(2024, table)),
         h2("（三）", "政府信息管理情况"), *p(prose.MANAGEMENT[2]),
         h2("（四）", "平台建设情况"), *p(prose.PLATFORM[0].format(a=2)), h2("（五）", "监督保障情况"), *p(prose.SUPERVISION[2].format(a=148, b=97)),
         h1("二", SECTION_2), active(), h1("三", SECTION_3), applications(), h1("四", SECTION_4), review(),
         *p(*PROBLEMS), h1("六", SECTION_6), *p("本年度[[未收取信息处理费|0|元]]。")],
        region={"stated": "白石市", "prefecture": "白石市"}, period=("2024-01-01", "2024-12-31"),
        before=[noise("正文")],
        active={"rules": [0, 1, 2], "normative_docs": [7, 3, 41], "licensing": [386], "penalty": [0], "coercion": [0], "fees": [0]},
        applications=table, review=review_values((1, 0, 0, 0), (0, 0, 0, 1), (0, 0, 0, 0)),
        labels={"normative_docs": "规范性文件"},
        about="markdown rows of as many fields as cells; hard wraps; exporter's 正文; year before agency; no heading 五")


def baishi_office_2025():
    table = made_up_applications("2021", 67, 301, 12, 17)
    note = noise("注：行政复议、行政诉讼数量含上年度结转数量。")
    return Report(
        "baishi-office-2025", "白石市人民政府办公室", 2025, "2021", ["2025年白石市人民政府办公室政府信息公开", "工作年度报告"],
        [*p(f"根据{REGULATION}（国务院令第711号，以下简称《条例》）和{NOTICE_2021}（国办公开办函〔2021〕30号）要求编制本报告。",
            "本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。联系地址：白石市人民广场1号；邮政编码：999003；联系电话：0999-2311111。"),
         *five(2025, "白石市人民政府办公室", "科技创新、城市治理、民生保障",
               "2025年主动公开政府信息[[812条]]，公文公开率[[96.5%]]。政府公报编发[[24期]]，免费发放[[26.4万册]]，网站总浏览量为[[536万次]]，解答群众咨询近[[300个]]。",
               table, 1, (58, 12, 6, 5, 240)),
         h1("二", SECTION_2), active(), h1("三", SECTION_3), applications(), h1("四", SECTION_4), review(), note,
         *closing("本年度[[未收取信息处理费|0|元]]。")],
        region={"stated": "白石市", "prefecture": "白石市"}, period=("2025-01-01", "2025-12-31"),
        contacts={"address": "白石市人民广场1号", "postcode": "999003", "phone": "0999-2311111"},
        active={"rules": [V(2, "2"), V(1, "1"), 12],
                "normative_docs": [V(22, "22（其中修订 16 件）"), V(55, "55（含自然失效 29 件）"), 137],
                "licensing": [0], "penalty": [0], "coercion": [0], "fees": [0]},
        numbers={"中华人民共和国政府信息公开条例": "国务院令第711号"},
        applications=table, review=review_values((31, 2, 4, 6), (8, 0, 1, 3), (11, 0, 2, 2)),
        about="annotations inside cells; page footers with dashes; a note below a table")


def xijie_2019():
    table = no_applications("2019")
    return Report(
        "xijie-subdistrict-2019", "松平市东陂区西街街道办事处", 2019, "2019", ["松平市东陂区西街街道办事处2019年政府信息公开工作年度报告"],
        [*p(f"根据{REGULATION}和{NOTICE_2019}（国办公开办函〔2019〕 60 号）要求，结合本街道实际编制本报告。统计期限从2019年1月1日起至2019年12月31日止。"),
         h1("一", "总体情况"), *p("街道办事处主动公开政府信息[[44条]]，其中党务公开[[13条]]、财务公开[[12条]]、民政救助公示[[19条]]。[[未收到政府信息公开申请|0|件]]。"),
         *tables(), h1("五", SECTION_5), *p(PROBLEMS[0]), h1("六", "其它需要报告的事项"),
         *p("无。", "地址：松平市东陂区西街12号。 电话：7128700。 邮箱：999337304@example.cn"),
         right("西街街道办事处"), right("2020年1月9日")],
        region={"stated": "松平市东陂区", "prefecture": "松平市", "county": "东陂区"}, period=("2019-01-01", "2019-12-31"),
        date="2020-01-09", signature="西街街道办事处",
        contacts={"address": "松平市东陂区西街12号", "phone": "7128700", "email": "999337304@example.cn"},
        active={"rules": [0, 0, 0], "normative_docs": [2, 1, 1], "licensing": [0, 0, 0], "other_services": [6, 0, 213],
                "penalty": [0, 0, 0], "coercion": [0, 0, 0], "fees": [0, 0], "procurement": [1, V(4.86, "4.86万元", "万元")]},
        applications=table, review=review_values(),
        about="a subdistrict's short report; fewer documents on the books than published this year")


def statistics():
    table = made_up_applications("2021", 71, 9, 0, 1)
    return Report(
        "songping-statistics-2021", "松平市统计局", 2021, "2021", ["松平市统计局2021年政府信息公开工作年度报告"],
        [*preamble("松平市统计局", 2021, "如有疑问，请与松平市统计局办公室联系（电话、传真：0999-4416020）。"),
         *five(2021, "市统计局", "统计数据发布、经济运行分析、普查公报",
               "全年发布统计公报[[1期]]、月度数据[[12期]]、统计分析[[37篇]]，答复数据咨询[[126人次]]。", table, 2, (0, 0, 5, 40, 99)),
         *tables(), *closing("无。"), right("松平市统计局"), right("2022年1月14日")],
        region={"stated": "松平市", "prefecture": "松平市"}, period=("2021-01-01", "2021-12-31"), date="2022-01-14",
        signature="松平市统计局", contacts={"contact_unit": "松平市统计局办公室", "phone": "0999-4416020", "fax": "0999-4416020"},
        active={"rules": [0, 0, 0], "normative_docs": [1, 0, 5], "licensing": [14], "penalty": [3], "coercion": [0], "fees": [0]},
        applications=table, review=review_values(), about="automatic numbering and tracked changes")


def health():
    table = made_up_applications("2021", 73, 64, 5, 6)
    return Report(
        "lanshan-health-2022", "澜山县卫生健康局", 2022, "2021", ["澜山县卫生健康局", "2022年政府信息公开工作年度报告"],
        [*preamble("澜山县卫生健康局", 2022, "如有任何疑问与意见建议，请与澜山县卫生健康局办公室联系（地址：县行政中心3号楼407室；邮编：999512；电话：0999-6620188；传真：0999-6620188；邮箱：lswjj@example.cn）。",
                   "澜山县人民政府门户网站（<http://www.lanshan.example.cn/>）", "五个部分"),
         *five(2022, "我局", "疫情防控、医疗服务、公共卫生",
               "2022年，我局共制发文件[[118个]]，在政府网站公开发布[[61个]]，发布政策解读[[9件]]，公开疫情防控信息[[274条]]。组织“健康开放日”活动[[3次]]。",
               table, 0, (0, 0, 1, 2, 75)),
         *tables(four="政府信息公开行政复议和行政诉讼情况"),
         h1("五", "政府信息公开工作存在的主要问题及改进情况"), *p("".join(PROBLEMS)),
         right("澜山县卫生健康局"), right("2023年1月12日"), right("（此件公开发布）")],
        region={"stated": "澜山县", "county": "澜山县"}, period=("2022-01-01", "2022-12-31"), date="2023-01-12",
        signature="澜山县卫生健康局", note="(此件公开发布)",
        contacts={"contact_unit": "澜山县卫生健康局办公室", "address": "县行政中心3号楼407室", "postcode": "999512",
                  "phone": "0999-6620188", "fax": "0999-6620188", "email": "lswjj@example.cn",
                  "website": "http://www.lanshan.example.cn/"},
        active={"rules": [0, 0, 0], "normative_docs": [2, 0, 8], "licensing": [1417], "penalty": [56], "coercion": [1],
                "fees": [V(36.2)]},
        applications=table, review=review_values((0, 0, 1, 0), (0, 0, 0, 0), (1, 0, 0, 0)),
        about="ASCII punctuation, spaces around digits, website in angle brackets, five of six parts, disclosure note")


def education():
    table = made_up_applications("2021", 79, 118, 4, 10)
    return Report(
        "wangchuan-education-2024", "望川市教育局", 2024, "2021", ["望川市教育局2024年政府信息公开工作年度报告"],
        [*preamble("望川市教育局", 2024, "联系单位：望川市教育局办公室；联系电话：0999-7000345；电子邮箱：wcjyj@example.cn。"),
         *five(2024, "市教育局", "招生入学、校外培训治理、教育收费",
               "全年主动公开信息[[1536条]]，其中通过门户网站公开[[884条]]，通过“望川教育”公众号公开[[652条]]。招生政策专栏访问量[[47.3万次]]。", table, 1, (33, 8, 2, 3, 210)),
         *tables(), *closing("本年度未发出收费通知，[[未收取信息处理费|0|元]]。"), right("望川市教育局"), right("2025年1月23日")],
        region={"stated": "望川市", "prefecture": "望川市"}, period=("2024-01-01", "2024-12-31"), date="2025-01-23",
        signature="望川市教育局", contacts={"contact_unit": "望川市教育局办公室", "phone": "0999-7000345", "email": "wcjyj@example.cn"},
        active={"rules": [0, 0, 0], "normative_docs": [6, 4, 33], "licensing": [97], "penalty": [8], "coercion": [0], "fees": [V(20814.07)]},
        applications=table, review=review_values((3, 0, 0, 1), (1, 0, 0, 0), (0, 0, 0, 1)),
        about="strict namespace, title in a text box")


def finance():
    table = made_up_applications("2021", 83, 14, 2, 0)
    return Report(
        "shipu-finance-2023", "石浦区财政局", 2023, "2021", ["石浦区财政局2023年政府信息公开工作年度报告"],
        [*preamble("石浦区财政局", 2023, "联系电话：0999-3302215。"),
         *five(2023, "区财政局", "预算决算、政府采购、惠民补贴",
               "公开部门预算[[56家]]、部门决算[[56家]]，发布政府采购信息[[428条]]，惠农补贴发放信息[[1.9万条]]。", table, 2, (0, 0, 3, 17, 100)),
         *tables(), *closing("无其他需要报告的事项。", PROBLEMS[:1]), right("石浦区财政局"), right("2024年1月10日")],
        region={"stated": "石浦区", "county": "石浦区"}, period=("2023-01-01", "2023-12-31"), date="2024-01-10", signature="石浦区财政局",
        contacts={"phone": "0999-3302215"},
        active={"rules": [0, 0, 0], "normative_docs": [1, 2, 9], "licensing": [21], "penalty": [5], "coercion": [0], "fees": [V(1.05)]},
        applications=table, review=review_values(), about="GB18030 bytes")


def audit():
    table = no_applications("2021")
    return Report(
        "yunxi-audit-2022", "青岚市云溪区审计局", 2022, "2021", ["青岚市云溪区审计局2022年政府信息公开工作年度报告"],
        [*preamble("青岚市云溪区审计局", 2022, "联系电话：0999-8126600。"),
         *five(2022, "区审计局", "审计结果公告、整改情况", "全年公开审计结果公告[[9篇]]、整改情况公告[[7篇]]。", table, 0, (0, 0, 1, 1, 18)),
         *tables(), *closing("无。"), right("青岚市云溪区审计局"), right("2023年1月30日")],
        region={"stated": "青岚市云溪区", "prefecture": "青岚市", "county": "云溪区"}, period=("2022-01-01", "2022-12-31"),
        date="2023-01-30", signature="青岚市云溪区审计局", contacts={"phone": "0999-8126600"},
        active={"rules": [0, 0, 0], "normative_docs": [0, 0, 0], "licensing": [0], "penalty": [0], "coercion": [0], "fees": [0]},
        applications=table, review=review_values(), about="UTF-16 bytes, one cell a line, all zeros")


def civil_affairs():
    table = made_up_applications("2019", 89, 22, 1, 3)
    return Report(
        "linhu-civil-affairs-2020", "临湖市民政局", 2020, "2019", ["临湖市民政局2020年政府信息公开工作年度报告"],
        [*preamble("临湖市民政局", 2020, "联系地址：临湖市湖东路29号，邮编：999400，联系电话：0999-5561020。"),
         *five(2020, "市民政局", "社会救助、养老服务、社会组织登记",
               "全年公开社会组织登记信息[[214条]]、社会救助信息[[96条]]、养老机构备案信息[[33条]]。", table, 0, (0, 0, 2, 2, 51)),
         *tables(), *closing("无。"), right("临湖市民政局"), right("2021年1月25日")],
        region={"stated": "临湖市", "prefecture": "临湖市"}, period=("2020-01-01", "2020-12-31"), date="2021-01-25", signature="临湖市民政局",
        contacts={"address": "临湖市湖东路29号", "postcode": "999400", "phone": "0999-5561020"},
        active={"rules": [0, 0, 0], "normative_docs": [3, 3, 26], "licensing": [8, 0, 274], "other_services": [15, V(1, "+1"), 3308],
                "penalty": [12, 0, 4], "coercion": [1, 0, 0], "fees": [0, 0], "procurement": [5, V(386.9, "386.9万元", "万元")]},
        applications=table, review=review_values((1, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0)),
        about="columns held apart by spaces; byte order mark; CR LF")


def forestry():
    table = made_up_applications("2021", 97, 7, 0, 1, organisations=0.4)
    return Report(
        "lanshan-forestry-2022", "澜山县林业局", 2022, "2021", ["澜山县林业局2022年政府信息公开工作年度报告"],
        [*preamble("澜山县林业局", 2022, "联系电话：0999-6620771。"),
         *five(2022, "县林业局", "林权登记、森林防火、古树名木保护", "全年主动公开信息[[67条]]，其中森林防火信息[[29条]]、林木采伐许可[[38条]]。", table, 2, (0, 0, 1, 6, 100)),
         *tables(), *closing("无。", PROBLEMS[:1]), right("澜山县林业局"), right("2023年1月6日")],
        region={"stated": "澜山县", "county": "澜山县"}, period=("2022-01-01", "2022-12-31"), date="2023-01-06", signature="澜山县林业局",
        contacts={"phone": "0999-6620771"},
        active={"rules": [0, 0, 0], "normative_docs": [0, 0, 3], "licensing": [38], "penalty": [11], "coercion": [0], "fees": [V(12.64)]},
        applications=table, review=review_values((0, 1, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0)),
        about="retyped rows with single spaces, nothing for merged cells")


def agriculture():
    table = made_up_applications("2021", 101, 12, 1, 0)
    return Report(
        "songping-agriculture-2021", "松平市农业农村局", 2021, "2021", ["松平市农业农村局", "2021年政府信息公开工作年度报告"],
        [noise("松平市农业农村局"), noise("2021年政府信息公开工作年度报告"),
         *preamble("松平市农业农村局", 2021, "联系人：办公室；联系电话：0999-4416533。"),
         *five(2021, "市农业农村局", "强农惠农政策、农产品质量安全、高标准农田建设",
               "2021年通过市政府门户网站公开信息[[329条]]，其中农产品质量抽检信息[[24条]]，惠农补贴信息[[117条]]。", table, 0, (0, 0, 1, 3, 64)),
         *tables(), *closing("无其他需要报告的事项。"), right("松平市农业农村局"), right("二〇二二年一月十五日"), right("（此件公开发布）")],
        region={"stated": "松平市", "prefecture": "松平市"}, period=("2021-01-01", "2021-12-31"), date="2022-01-15",
        signature="松平市农业农村局", note="（此件公开发布）", contacts={"phone": "0999-4416533"},
        active={"rules": [0, 0, 0], "normative_docs": [5, 2, 19], "licensing": [158], "penalty": [47], "coercion": [6], "fees": [V(3.3)]},
        applications=table, review=review_values((0, 0, 0, 0), (1, 0, 0, 0), (0, 0, 0, 0)),
        about="title printed twice; date in Chinese numerals")


def emergency():
    table = made_up_applications("2021", 103, 5, 0, 0, organisations=0)
    page = ["首页 > 政务公开 > 法定主动公开内容 > 政府信息公开年报", "索引号：999213/2023-00017", "发布机构：东陂区应急管理局",
            "发布日期：2023-01-16", "字体：[ 大 中 小 ] 打印"]
    return Report(
        "dongpo-emergency-2022", "东陂区应急管理局", 2022, "2021", ["东陂区应急管理局2022年政府信息公开工作年度报告"],
        [*preamble("东陂区应急管理局", 2022, "联系电话：0999-4102119。"),
         *five(2022, "区应急管理局", "安全生产、防灾减灾、应急救援", "全年公开安全生产检查信息[[183条]]，行政处罚信息[[41条]]，应急预案[[6个]]。", table, 0, (0, 0, 1, 2, 33)),
         *tables(), *closing("无。", PROBLEMS[:1]), noise("扫一扫在手机打开当前页"), noise("主办：东陂区人民政府 网站标识码：9990000001")],
        region={"stated": "东陂区", "county": "东陂区"}, period=("2022-01-01", "2022-12-31"), date="2023-01-16",
        contacts={"phone": "0999-4102119"}, before=[noise(t) for t in page],
        active={"rules": [0, 0, 0], "normative_docs": [1, 0, 4], "licensing": [62], "penalty": [41], "coercion": [3], "fees": [V(0)]},
        applications=table, review=review_values((1, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0)),
        about="page furniture around the text, metadata lines before the title")


def market():
    table = made_up_applications("2021", 107, 1306, 41, 58, organisations=0.25)
    table["new_received"] = [V(x, f"{x:,}") if isinstance(x, int) and x > 999 else x for x in table["new_received"]]
    table["granted"] = [V(x, str(x).translate(str.maketrans("0123456789", "０１２３４５６７８９"))) for x in table["granted"]]
    secrets = table["denied.state_secret"]
    table["partial"] = [a + b for a, b in zip(table["partial"], secrets)]
    table["denied.state_secret"] = [V(None, "/")] * 7
    table["result_total"][1] += 10  # wrong: A1, A2 of the column and A3 of the row
    plain_table = {k: [getattr(x, "value", x) for x in row] for k, row in table.items()}
    return Report(
        "wangchuan-market-2023", "望川市市场监督管理局", 2023, "2021", ["望川市市场监督管理局", "2023年政府信息公开工作年度报告"],
        [*preamble("望川市市场监督管理局", 2023, "如有疑问，请与望川市市场监督管理局办公室联系（地址：望川市金川路7号；邮编：999300；电话：0999-7123315；传真：0999-7123316）。"),
         *five(2023, "市市场监管局", "食品安全、价格监管、企业信用", "全年主动公开行政处罚信息[[8216条]]、抽检信息[[1.36万批次]]、行政许可信息[[42,508条]]。", plain_table, 1, (205, 11, 4, 6, 318)),
         *tables(), *closing("2023年发出信息处理费收费通知[[2件]]，收取信息处理费[[1,260元]]。"), right("望川市市场监督管理局"), right("2024年1月29日")],
        region={"stated": "望川市", "prefecture": "望川市"}, period=("2023-01-01", "2023-12-31"), date="2024-01-29",
        signature="望川市市场监督管理局",
        contacts={"contact_unit": "望川市市场监督管理局办公室", "address": "望川市金川路7号", "postcode": "999300", "phone": "0999-7123315", "fax": "0999-7123316"},
        active={"rules": [V(None, "/")] * 3, "normative_docs": [7, V(None, "—"), 36], "licensing": [V(42508, "42,508")],
                "penalty": [8216], "coercion": [V(319, "３１９")], "fees": [V(None, "／")]},
        applications=table, review=review_values((14, 3, 6, 2), (9, 0, 2, 3), (4, 1, 0, 1)),
        about="dashes and slashes, thousands separators, full-width digits, one wrong total")


def archives():
    table = made_up_applications("2019", 109, 46, 2, 5, organisations=0.3)
    return Report(
        "tongling-archives-2020", "桐岭县自然资源局", 2020, "2019", ["桐岭县自然资源局2020年政府信息公开工作年度报告"],
        [*preamble("桐岭县自然资源局", 2020, "如有疑问，请与桐岭县自然资源局办公室联系（地址：望川市桐岭县迎宾路40号；邮编：999320；电话：0999-7310466）。"),
         *five(2020, "县自然资源局", "土地征收、国土空间规划、不动产登记",
               "全年公开土地征收信息[[87条]]、规划公示[[31条]]、建设用地审批结果[[64条]]、地质灾害防治信息[[12条]]。", table, 0, (0, 0, 1, 4, 96)),
         *tables(), *closing("无其他需要报告的事项。"), right("桐岭县自然资源局"), right("2021年1月19日")],
        region={"stated": "望川市桐岭县", "prefecture": "望川市", "county": "桐岭县"}, period=("2020-01-01", "2020-12-31"), date="2021-01-19", signature="桐岭县自然资源局",
        contacts={"contact_unit": "桐岭县自然资源局办公室", "address": "望川市桐岭县迎宾路40号", "postcode": "999320", "phone": "0999-7310466"},
        active={"rules": [0, 0, 0], "normative_docs": [1, 1, 14], "licensing": [23, V(-3, "-3"), 518],
                "other_services": [11, V(2, "+2"), 2064], "penalty": [37, 0, 26], "coercion": [4, V(1, "+1"), 2],
                "fees": [3, 0], "procurement": [14, V(903.48, "903.48万元", "万元")]},
        applications=table, review=review_values((2, 1, 0, 1), (3, 0, 0, 0), (1, 0, 1, 0)),
        about="2019 edition, clean")


def urban():
    table = made_up_applications("2019", 113, 18, 0, 2)
    return Report(
        "dongpo-urban-2021", "松平市东陂区城市管理局", 2021, "2019", ["松平市东陂区城市管理局2021年度政府信息公开工作报告"],
        [*preamble("松平市东陂区城市管理局", 2021, "联系电话：0999-4105540。"),
         *five(2021, "区城市管理局", "市容环境、垃圾分类、违法建设治理", "全年主动公开信息[[158条]]，其中行政处罚决定[[92条]]。", table, 1, (7, 3, 2, 2, 6)),
         *tables(), *closing("无。"), right("松平市东陂区城市管理局"), right("2022年1月20日")],
        region={"stated": "松平市东陂区", "prefecture": "松平市", "county": "东陂区"}, period=("2021-01-01", "2021-12-31"),
        date="2022-01-20", signature="松平市东陂区城市管理局", contacts={"phone": "0999-4105540"},
        active={"rules": [0, 0, 0], "normative_docs": [0, 0, 2], "licensing": [6, 0, 207], "other_services": [4, 0, 58],
                "penalty": [88, V(4, "增4"), 92], "coercion": [9, V(-1, "减1"), 5], "fees": [1, 0], "procurement": [2, V(47.6, "47.60万元", "万元")]},
        applications=table, review=review_values((1, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0)),
        about="a report for 2021 on the tables of 2019, table 2 cut in two by a page break; title without 年度报告 in one phrase")


def lanshan_2022():
    table = made_up_applications("2021", 127, 88, 5, 9)
    return lanshan(2022, table, [0, 0, 1], [9, 4, 71], review_values((6, 1, 0, 2), (2, 0, 0, 1), (1, 0, 0, 0)), V(1204.5))


def lanshan_2023():
    carried = made_up_applications("2021", 127, 88, 5, 9)["carried_out"]
    table = made_up_applications("2021", 131, 104, 9, 12)
    for c in range(7):  # 上年结转 is last year's 结转下年度; what changes goes to this year's new ones
        table["new_received"][c] -= carried[c] - table["carried_in"][c]
        table["carried_in"][c] = carried[c]
    return lanshan(2023, table, [1, 0, 2], [12, 3, 80], review_values((8, 0, 2, 1), (1, 1, 0, 0), (2, 0, 0, 1)), V(987))


def lanshan(year, table, rules, documents, reviews, fees):
    return Report(
        f"lanshan-government-{year}", "澜山县人民政府", year, "2021", [f"澜山县人民政府{year}年政府信息公开工作年度报告"],
        [*p(f"根据{REGULATION}规定，由澜山县人民政府办公室综合各乡镇、县政府各部门年度报告编制。数据统计期限为{year}年1月1日至{year}年12月31日。联系电话：0999-6620001。"),
         *five(year, "澜山县", "乡村振兴、教育医疗、公共资源配置",
               f"县政府门户网站发布信息[[{year * 2}条]]，政务新媒体发布信息[[{year * 3 + 7}条]]，举办政府开放日活动[[{year - 2018}场]]。", table, 0, (0, 0, 5, 4, 163)),
         *tables(), *closing(f"{year}年全县[[未收取信息处理费|0|元]]。"), right("澜山县人民政府"), right(f"{year + 1}年3月21日")],
        region={"stated": "澜山县", "county": "澜山县"}, period=(f"{year}-01-01", f"{year}-12-31"), date=f"{year + 1}-03-21",
        signature="澜山县人民政府", compiled_by="澜山县人民政府办公室", contacts={"phone": "0999-6620001"},
        active={"rules": rules, "normative_docs": documents, "licensing": [18000 + year], "penalty": [900 + year % 100],
                "coercion": [44], "fees": [fees]},
        applications=table, review=reviews, about="one of two consecutive years that agree with one another")


def xijie_2022():
    return Report(
        "xijie-subdistrict-2022", "松平市东陂区西街街道办事处", 2022, "2021", ["松平市东陂区西街街道办事处", "2022年政府信息公开工作年度报告"],
        [*p(f"根据{REGULATION}要求编制本报告。"), h1("一", "总体情况"),
         *p("2022年，西街街道主动公开政府信息[[58条]]，[[未收到政府信息公开申请|0|件]]。"),
         h1("二", SECTION_2), h1("三", SECTION_3), h1("四", SECTION_4), *closing("无。", PROBLEMS[:1]),
         right("西街街道办事处"), right("2023年1月11日")],
        region={"stated": "松平市东陂区", "prefecture": "松平市", "county": "东陂区"}, date="2023-01-11", signature="西街街道办事处",
        about="headings without the three tables")


def justice():
    table = made_up_applications("2021", 137, 26, 2, 3)
    return Report(
        "liuqiao-justice-2024", "临湖市柳桥区司法局", 2024, "2021", ["临湖市柳桥区司法局2024年政府信息公开工作年度报告"],
        [*preamble("临湖市柳桥区司法局", 2024, "联系电话：0999-5587148。"),
         *five(2024, "区司法局", "行政复议、法律援助、普法宣传", "全年公开行政复议决定[[43件]]、法律援助信息[[118条]]、普法信息[[206条]]。", table, 2, (0, 0, 4, 31, 99)),
         *tables(), *closing("本年度[[未收取信息处理费|0|元]]。"), right("临湖市柳桥区司法局"), right("2025年1月9日")],
        region={"stated": "临湖市柳桥区", "prefecture": "临湖市", "county": "柳桥区"}, period=("2024-01-01", "2024-12-31"),
        date="2025-01-09", signature="临湖市柳桥区司法局", contacts={"phone": "0999-5587148"},
        active={"rules": [0, 0, 0], "normative_docs": [1, 0, 6], "licensing": [9], "penalty": [0], "coercion": [0], "fees": [V(0)]},
        applications=table, review=review_values((0, 0, 0, 1), (1, 0, 0, 0), (0, 0, 0, 0)),
        about="whole report inside a frame table, the three tables nested in it")


def energy():
    table = made_up_applications("2021", 139, 83, 6, 8, organisations=0.5)
    return Report(
        "shipu-energy-2022", "望川市石浦区发展和改革委员会", 2022, "2021", ["望川市石浦区发展和改革委员会", "2022年政府信息公开工作年度报告"],
        [*preamble("望川市石浦区发展和改革委员会", 2022, "联系地址：望川市石浦区海滨路2号；联系电话：0999-3300190；电子邮箱：spfgw@example.cn。"),
         *five(2022, "区发展改革委", "重大项目、价格收费、能源保供", "全年公开重大项目批准信息[[74条]]、价格收费信息[[28条]]、发展规划[[5份]]。", table, 0, (0, 0, 2, 3, 57)),
         *tables(), *closing("无其他需要报告的事项。"), right("望川市石浦区发展和改革委员会"), right("2023年1月19日")],
        region={"stated": "望川市石浦区", "prefecture": "望川市", "county": "石浦区"}, period=("2022-01-01", "2022-12-31"),
        date="2023-01-19", signature="望川市石浦区发展和改革委员会",
        contacts={"address": "望川市石浦区海滨路2号", "phone": "0999-3300190", "email": "spfgw@example.cn"},
        active={"rules": [0, 0, 0], "normative_docs": [2, 0, 15], "licensing": [336], "penalty": [1], "coercion": [0], "fees": [V(88.8)]},
        applications=table, review=review_values((1, 0, 0, 0), (0, 1, 0, 0), (1, 0, 0, 0)),
        about="PDF with tables on landscape pages")


def shifted():
    table = made_up_applications("2021", 149, 52, 3, 5, organisations=0.3)
    row = table["unable.not_held"]
    table["unable.not_held"] = [0, *row[:5], row[6]]  # moved one column to the right
    return Report(
        "yunxi-ecology-2023", "青岚市云溪区生态环境局", 2023, "2021", ["青岚市云溪区生态环境局", "2023年政府信息公开工作年度报告"],
        [*preamble("青岚市云溪区生态环境局", 2023, "联系电话：0999-8128812。"),
         *five(2023, "区生态环境局", "环境质量、排污许可、环评审批",
               "全年公开环评审批信息[[136条]]、环境质量信息[[52期]]、行政处罚信息[[29条]]；开展公众开放活动[[4场]]。", table, 0, (0, 0, 1, 2, 44)),
         *tables(), *closing("无。"), right("青岚市云溪区生态环境局"), right("2024年1月22日")],
        region={"stated": "青岚市云溪区", "prefecture": "青岚市", "county": "云溪区"}, period=("2023-01-01", "2023-12-31"),
        date="2024-01-22", signature="青岚市云溪区生态环境局", contacts={"phone": "0999-8128812"},
        active={"rules": [0, 0, 0], "normative_docs": [0, 1, 3], "licensing": [157], "penalty": [29], "coercion": [0], "fees": [V(0)]},
        applications=table, review=review_values((3, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 1)),
        about="a row typed one column to the right, which only the sums show")


def template():
    table = {k: [BLANK] * 7 for k in no_applications("2021")}
    return Report(
        "blank-template", None, None, "2021", ["XX局20XX年政府信息公开工作年度报告"],
        [h1("一", "总体情况"), *p("文字描述。"), *tables(), h1("五", SECTION_5), *p("文字描述。"), h1("六", SECTION_6),
         *p("文字描述，收取信息处理费情况在此处报告。")],
        active={"rules": [BLANK] * 3, "normative_docs": [BLANK] * 3, "licensing": [BLANK], "penalty": [BLANK], "coercion": [BLANK], "fees": [BLANK]},
        applications=table, review=[BLANK] * 15, title="XX局20XX年政府信息公开工作年度报告",
        about="the blank form: nothing is zero")


def legacy():
    return Report(
        "songping-transport-2017", "松平市交通运输局", 2017, "legacy", ["松平市交通运输局2017年度政府信息公开工作报告"],
        [*p(f"根据{REGULATION}要求，特向社会公布2017年度政府信息公开工作报告。本报告所列数据的统计期限自2017年1月1日起至2017年12月31日止。"),
         h1("一", "概述"), *p("2017年，市交通运输局把政府信息公开作为转变作风的重要抓手，全年召开专题会议[[4次]]。"),
         h1("二", "主动公开政府信息的情况"), *p("全年主动公开政府信息[[276条]]，其中网站公开[[198条]]，公示栏公开[[78条]]。"),
         h1("三", "依申请公开政府信息办理情况"), *p("全年受理申请[[6件]]，其中当面申请[[2件]]，网络申请[[4件]]，均已答复。"),
         h1("四", "政府信息公开的收费及减免情况"), *p("2017年[[未收取任何费用|0|元]]。"),
         h1("五", "因政府信息公开申请行政复议、提起行政诉讼的情况"), *p("[[未发生行政复议、行政诉讼|0|件]]。"),
         h1("六", "存在的不足及改进措施"), *p(PROBLEMS[0]),
         h1("七", "附表"), extra([[Cell("指标"), Cell("单位"), Cell("数量")], [Cell("主动公开信息数"), Cell("条"), Cell("276")],
                                [Cell("收到申请数"), Cell("件"), Cell("6")], [Cell("行政复议数"), Cell("件"), Cell("0")]]),
         right("松平市交通运输局"), right("2018年3月9日")],
        region={"stated": "松平市", "prefecture": "松平市"}, period=("2017-01-01", "2017-12-31"), date="2018-03-09",
        signature="松平市交通运输局", about="before the national tables: sections and figures only, a table of its own")


ALL = [water, science, housing, culture, tongling_government, liuqiao_2023, liuqiao_2024, wangchuan_2024, linhu_2022,
       baishi_office_2019, baishi_technology_2024, baishi_office_2025, xijie_2019, statistics, health, education,
       finance, audit, civil_affairs, forestry, agriculture, emergency, market, archives, urban, lanshan_2022,
       lanshan_2023, xijie_2022, justice, energy, shifted, template, legacy]
