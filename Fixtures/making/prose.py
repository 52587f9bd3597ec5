"""Sentences that the invented agencies share; each report adds its own."""

from report import NOTICE_2019, NOTICE_2021, REGULATION, h1, h2, p, run2

SIX = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项"
SECTION_2 = "主动公开政府信息情况"
SECTION_3 = "收到和处理政府信息公开申请情况"
SECTION_4 = "政府信息公开行政复议、行政诉讼情况"
SECTION_5 = "存在的主要问题及改进情况"
SECTION_6 = "其他需要报告的事项"


def preamble(agency, year, contact, site="", parts="六个部分"):
    text = (f"根据{REGULATION}（以下简称《条例》）和{NOTICE_2021 if year > 2020 else NOTICE_2019}"
            f"（{'国办公开办函〔2021〕30号' if year > 2020 else '国办公开办函〔2019〕60号'}）要求，编制{agency}{year}年政府信息公开工作年度报告。"
            f"本报告由{SIX}{parts}组成。")
    second = f"本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。"
    if site:
        second += f"本报告电子版可在{site}下载。"
    return p(text, second + contact)


def overview(year, short, work):
    return (f"{year}年，{short}认真贯彻落实《条例》和上级关于政务公开工作的部署要求，坚持以公开为常态、不公开为例外，"
            f"围绕{work}等群众关心关注的事项，持续提高政府信息公开的及时性、准确性和规范性，有力保障了人民群众的知情权、参与权、表达权和监督权。")


def requests(year, table, organisations=True):
    """What the narrative says of the applications table; the same scope, so the numbers agree."""
    new, carried, left = (table[k][6] for k in ("new_received", "carried_in", "carried_out"))
    if not new and not carried:
        return f"{year}年，[[未收到政府信息公开申请|0|件]]。"
    people = table["new_received"][0]
    text = f"{year}年共收到政府信息公开申请[[{new}件]]，其中自然人申请[[{people}件]]"
    if new - people:
        text += f"，法人或其他组织申请[[{new - people}件]]"
    text += f"；上年结转[[{carried}件]]。" if carried else "。"
    done = table["result_total"][6]
    text += f"全年办结[[{done}件]]，其中予以公开[[{table['granted'][6]}件]]，部分公开[[{table['partial'][6]}件]]"
    return text + (f"，结转下年度继续办理[[{left}件]]。" if left else "，均在法定期限内答复。")


MANAGEMENT = [
    "严格执行信息发布“三审三校”制度，坚持“先审查、后公开，谁公开、谁负责”，未经审核的信息一律不得发布。动态调整主动公开基本目录，对已公开的规范性文件开展清理，及时标注有效性。",
    "建立由主要负责同志负总责、分管负责同志具体抓、办公室统筹协调、各科室分工负责的工作机制，明确公开属性源头认定程序，做到公文起草与公开属性确定同步。全年清理失效信息[[{a}条]]，更新机构职能信息[[{b}条]]。",
    "完善政府信息公开保密审查、依申请公开办理、信息发布登记等制度，规范文件公开属性标注，确保应公开尽公开、涉密信息不上网。",
]
PLATFORM = [
    "加强政府网站栏目日常巡查，对空白栏目、更新不及时栏目和错误链接即查即改；规范政务新媒体运维，关停用户关注度低的账号[[{a}个]]。",
    "依托门户网站集中发布法定主动公开内容，优化栏目设置和检索功能，做好适老化与无障碍改造；在政务服务大厅设置政府信息公开查阅点，配备专用电脑[[{a}台]]。",
    "本单位不单独开设网站，全部信息依托市政府门户网站统一发布，并按季度对所发信息进行自查，发现并改正错别字、失效链接等问题[[{a}处]]。",
]
SUPERVISION = [
    "将政务公开纳入年度绩效考核，全年组织业务培训[[{a}次]]，参训人员[[{b}人次]]；自觉接受社会监督，未发生因政府信息公开工作被追究责任的情形。",
    "定期通报各科室信息公开情况，对公开不及时、内容不规范的予以提醒。全年开展专项检查[[{a}次]]，整改问题[[{b}个]]。",
    "畅通监督渠道，安排专人负责网上留言和电话咨询的登记与答复，全年答复群众留言[[{a}条]]，办结率[[100%]]，群众满意度[[{b}%]]。",
]
PROBLEMS = [
    "一年来，政府信息公开工作取得了一定成效，但仍存在一些不足：一是政策解读形式还不够丰富，图解、短视频等方式运用不多；二是部分科室主动公开意识有待增强，信息更新不够及时；三是工作人员业务水平需要进一步提高。",
    "下一步，将重点做好以下工作：一是深化重点领域信息公开，紧扣群众需求细化公开内容；二是加强政策解读，做到解读与文件同步起草、同步审批、同步发布；三是加大培训力度，提升依申请公开办理的规范化水平。",
]


def five(year, short, work, proactive, table, voice=0, numbers=(3, 5, 4, 2, 36), heads=None, style="h"):
    """Section 一 with its five parts."""
    a, b, c, d, e = numbers
    heads = heads or ["主动公开情况", "依申请公开情况", "政府信息管理情况", "平台建设情况", "监督保障情况"]
    texts = [proactive, requests(year, table), MANAGEMENT[voice % 3].format(a=a, b=b),
             PLATFORM[voice % 3].format(a=c), SUPERVISION[voice % 3].format(a=d, b=e)]
    out = [h1("一", "总体情况"), *p(overview(year, short, work))]
    for number, head, text in zip("一二三四五", heads, texts):
        if style == "run":
            out.append(run2(f"（{number}）", head, text))
        else:
            out += [h2(f"（{number}）", head), *p(text)]
    return out
