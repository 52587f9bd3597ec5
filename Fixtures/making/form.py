"""The three national tables: rows, columns, printed grids and arithmetic, for both editions."""

import random
from decimal import Decimal

APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
APPLICANT_KEYS = ["natural_person", "business", "research", "public_welfare", "legal_service",
                  "other_org", "total"]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
OUTCOME_KEYS = ["upheld", "corrected", "other", "pending", "total"]
GROUPS = [("review", ["行政复议"]), ("direct_suit", ["行政诉讼", "未经复议直接起诉"]),
          ("suit_after_review", ["行政诉讼", "复议后起诉"])]

RESULTS = "三、本年度办理结果"
DENIED, UNABLE, NOT_PROCESSED, OTHER = "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"

LEADING = [("new_received", ["一、本年新收政府信息公开申请数量"]),
           ("carried_in", ["二、上年结转政府信息公开申请数量"]),
           ("granted", [RESULTS, "（一）予以公开"]),
           ("partial", [RESULTS, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"])]
DETAILS = [(f"denied.{key}", [RESULTS, DENIED, label]) for key, label in [
    ("state_secret", "1.属于国家秘密"), ("law_forbidden", "2.其他法律行政法规禁止公开"),
    ("three_safety_one_stability", "3.危及“三安全一稳定”"),
    ("third_party_rights", "4.保护第三方合法权益"), ("internal_affairs", "5.属于三类内部事务信息"),
    ("process_info", "6.属于四类过程性信息"), ("enforcement_file", "7.属于行政执法案卷"),
    ("admin_query", "8.属于行政查询事项")]]
DETAILS += [(f"unable.{key}", [RESULTS, UNABLE, label]) for key, label in [
    ("not_held", "1.本机关不掌握相关政府信息"), ("needs_creation", "2.没有现成信息需要另行制作"),
    ("still_unclear", "3.补正后申请内容仍不明确")]]
DETAILS += [(f"not_processed.{key}", [RESULTS, NOT_PROCESSED, label]) for key, label in [
    ("petition", "1.信访举报投诉类申请"), ("duplicate", "2.重复申请"),
    ("publication", "3.要求提供公开出版物"), ("excessive", "4.无正当理由大量反复申请"),
    ("reconfirm", "5.要求行政机关确认或重新出具已获取信息")]]
OTHER_2021 = [("other.overdue_correction", [RESULTS, OTHER, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"]),
              ("other.overdue_fee", [RESULTS, OTHER, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"]),
              ("other.other", [RESULTS, OTHER, "3.其他"])]
OTHER_2019 = [("other", [RESULTS, OTHER])]
TRAILING = [("result_total", [RESULTS, "（七）总计"]), ("carried_out", ["四、结转下年度继续办理"])]


def application_rows(edition, collapsed=False):
    """(key, label path) of the printed rows; `collapsed` is a 2021 form with the single （六） row of 2019."""
    other = OTHER_2021 if edition == "2021" and not collapsed else OTHER_2019
    return LEADING + DETAILS + other + TRAILING


class V:
    """A value and the way it is printed; value None for what is no number."""

    def __init__(self, value, raw=None, unit=None):
        self.value = Decimal(str(value)) if isinstance(value, float) else value
        self.raw = raw if raw is not None else ("" if value is None else str(value))
        self.unit = unit


def v(x):
    return x if isinstance(x, V) else V(x)


BLANK = V(None, "")

ACTIVE_2019 = [
    ("第二十条第（一）项", ["本年新制作数量", "本年新公开数量", "对外公开总数量"], [("rules", "规章"), ("normative_docs", "规范性文件")]),
    ("第二十条第（五）项", ["上一年项目数量", "本年增/减", "处理决定数量"], [("licensing", "行政许可"), ("other_services", "其他对外管理服务事项")]),
    ("第二十条第（六）项", ["上一年项目数量", "本年增/减", "处理决定数量"], [("penalty", "行政处罚"), ("coercion", "行政强制")]),
    ("第二十条第（八）项", ["上一年项目数量", "本年增/减"], [("fees", "行政事业性收费")]),
    ("第二十条第（九）项", ["采购项目数量", "采购总金额"], [("procurement", "政府集中采购")]),
]
ACTIVE_2021 = [
    ("第二十条第（一）项", ["本年制发件数", "本年废止件数", "现行有效件数"], [("rules", "规章"), ("normative_docs", "行政规范性文件")]),
    ("第二十条第（五）项", ["本年处理决定数量"], [("licensing", "行政许可")]),
    ("第二十条第（六）项", ["本年处理决定数量"], [("penalty", "行政处罚"), ("coercion", "行政强制")]),
    ("第二十条第（八）项", ["本年收费金额（单位：万元）"], [("fees", "行政事业性收费")]),
]


def active_blocks(edition):
    return ACTIVE_2021 if edition == "2021" else ACTIVE_2019


class Cell:
    """A cell of a printed grid with its spans."""

    def __init__(self, text="", cols=1, rows=1, **style):
        self.text, self.cols, self.rows, self.style = text, cols, rows, style


def active_grid(edition, values, labels=None, columns=4):
    """Rows of own cells of table 1; `values[key]` is a list of V, a missing key a row that isn't printed."""
    labels = labels or {}
    rows = []
    for article, headers, items in active_blocks(edition):
        rows.append([Cell(labels.get(article, article), columns, head=True)])
        spans = [1, 1, 1] if len(headers) == 3 else [1, 2] if len(headers) == 2 else [3]
        if columns == 5:  # the five-grid found on portal pages
            spans = [1, 1, 2] if len(headers) == 3 else [2, 2] if len(headers) == 2 else [4]
        rows.append([Cell("信息内容")] + [Cell(labels.get(h, h), s) for h, s in zip(headers, spans)])
        for key, label in items:
            if key in values:
                rows.append([Cell(labels.get(key, label), key=key)]
                            + [Cell(v(x).raw, s) for x, s in zip(values[key], spans)])
    return rows


def application_header(labels):
    corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    name = lambda text: labels.get(text, text)
    return [[Cell(name(corner), 3, 3), Cell("申请人情况", 7)],
            [Cell("自然人", 1, 2), Cell("法人或其他组织", 5), Cell(name("总计"), 1, 2)],
            [Cell(name(a)) for a in APPLICANTS[1:6]]]


def applications_grid(edition, values, collapsed=False, labels=None):
    """Rows of own cells of table 2 on its ten-column grid."""
    labels = labels or {}
    rows = application_header(labels)
    printed = [(k, p) for k, p in application_rows(edition, collapsed) if k in values]
    if not any(len(p) > 1 for _, p in printed) and labels.get("keep_results"):
        printed = [(k, p) for k, p in printed if k != "carried_out"] + [("carried_out", None)]
    seen = set()
    for key, path in printed:
        cells = []
        if path is None:  # the result block deleted, its first label left standing
            cells = [Cell(RESULTS), Cell("四、结转下年度继续办理", 2)]
        for depth, label in enumerate(path or []):
            last = depth == len(path) - 1
            if last:
                cells.append(Cell(labels.get(key, label), 3 - depth, key=key))
            elif (depth, label) not in seen:
                seen.add((depth, label))
                span = sum(1 for _, q in printed if q and q[:depth + 1] == path[:depth + 1])
                cells.append(Cell(labels.get(label, label), 1, span, group=True))
        rows.append(cells + [Cell(v(x).raw) for x in values[key]])
    return rows


def review_grid(values, labels=None):
    """Rows of own cells of table 3; fewer than fifteen values make a short row."""
    name = lambda text: (labels or {}).get(text, text)
    return [[Cell("行政复议", 5), Cell("行政诉讼", 10)],
            [Cell(name(o), 1, 2) for o in OUTCOMES] + [Cell("未经复议直接起诉", 5), Cell("复议后起诉", 5)],
            [Cell(name(o)) for o in OUTCOMES * 2],
            [Cell(v(x).raw) for x in values]]


def expanded(grid):
    """The full matrix of a grid: (text, owner) where owner is 'own', 'left' or 'above'."""
    matrix, open_spans = [], {}
    for row in grid:
        line, column, cells = [], 0, list(row)
        while cells or column in open_spans:
            if column in open_spans:
                open_spans[column] -= 1
                if not open_spans[column]:
                    del open_spans[column]
                line.append(("", "above"))
                column += 1
                continue
            cell = cells.pop(0)
            for offset in range(cell.cols):
                line.append((cell.text if offset == 0 else "", "own" if offset == 0 else "left"))
                if cell.rows > 1:
                    open_spans[column + offset] = cell.rows - 1
            column += cell.cols
        matrix.append(line)
    return matrix


def made_up_applications(edition, seed, new, carried=0, left=0, collapsed=False, organisations=0.2):
    """Consistent applications of a body that got `new` requests: all identities hold."""
    dice = random.Random(seed)
    keys = [k for k, _ in application_rows(edition, collapsed)]
    table = {k: [0] * 6 for k in keys}

    def applicant():
        if dice.random() > organisations:
            return 0
        return dice.choice([1, 1, 1, 2, 3, 4, 4, 5])

    outcomes = ["granted"] * 9 + ["partial"] * 4 + [k for k, _ in DETAILS]
    outcomes += ["unable.not_held"] * 6 + ["unable.needs_creation"] * 2 + ["not_processed.petition"] * 2
    outcomes += ["other"] if "other" in keys else [k for k, _ in OTHER_2021]
    people = [applicant() for _ in range(new + carried)]
    for person in people[:new]:
        table["new_received"][person] += 1
    for person in people[new:]:
        table["carried_in"][person] += 1
    dice.shuffle(people)
    for person in people[:left]:
        table["carried_out"][person] += 1
    for person in people[left:]:
        table[dice.choice(outcomes)][person] += 1
        table["result_total"][person] += 1
    return {k: row + [sum(row)] for k, row in table.items()}


def no_applications(edition, collapsed=False):
    return {k: [0] * 7 for k, _ in application_rows(edition, collapsed)}


def review_values(review=(0, 0, 0, 0), direct=(0, 0, 0, 0), after=(0, 0, 0, 0)):
    return [x for group in (review, direct, after) for x in [*group, sum(group)]]


def identities(edition, collapsed, applications, review):
    """The identities of domain.md section 6 in the scorer's format, computed from the generator's values."""
    paths = dict(application_rows(edition, collapsed))
    get = lambda key, c: v(applications[key][c]).value if key in applications else None
    details = [k for k in paths if k not in ("new_received", "carried_in", "result_total", "carried_out")]
    found = []

    def check(name, scope, left, right):
        operands = [*left, *right]
        whole = all(x is not None for x in operands)
        verdict = ("holds" if sum(left) == sum(right) else "fails") if whole else "not_assessable"
        found.append({"id": name, "scope": scope, "strict": verdict,
                      "lhs": sum(left) if whole else None, "rhs": sum(right) if whole else None})

    if applications is not None:
        for c, label in enumerate(APPLICANTS):
            column = f"applications column {label}"
            check("A1", column, [get("new_received", c), get("carried_in", c)],
                  [get("result_total", c), get("carried_out", c)])
            check("A2", column, [get(k, c) for k in details], [get("result_total", c)])
        for key, path in paths.items():
            check("A3", "applications row " + " / ".join(path), [get(key, c) for c in range(6)], [get(key, 6)])
    if review is not None:
        values = [v(x).value for x in review] + [None] * (15 - len(review))
        for i, (_, path) in enumerate(GROUPS):
            group = values[5 * i:5 * i + 5]
            check(f"R{i + 1}", " / ".join(path), group[:4], group[4:])
    return found
