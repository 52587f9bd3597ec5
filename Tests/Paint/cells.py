"""The cells of the three tables by the names that records give them, from a truth of Fixtures/making and from a record."""

FIELDS = {
    "本年新制作数量": "made", "本年新公开数量": "published", "对外公开总数量": "published_total",
    "本年制发件数": "issued", "本年废止件数": "repealed", "现行有效件数": "in_force",
    "上一年项目数量": "items_previous", "本年增/减": "items_change", "处理决定数量": "decisions", "本年处理决定数量": "decisions",
    "采购项目数量": "projects", "采购总金额": "amount_cny", "本年收费金额（单位：万元）": "amount_cny"}
MONEY = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
TABLES = ("active_disclosure", "applications", "review_litigation")


def cells_of(truth):
    """{name of a cell: (value, printed string)} in the order in which the tables print them."""
    found, tables = {}, truth["tables"]
    for row in tables["active_disclosure"]["rows"]:
        for label, value, raw, unit in zip(row["columns"], row["values"], row["raw"], row["units"]):
            field = FIELDS[label]
            if field == "amount_cny" and value is not None:
                value = round(value * MONEY[unit or "万元"], 2)
            found[f"active_disclosure.{row['key']}.{field}"] = (value, raw)
    for row in tables["applications"]["rows"]:
        key = "other.all" if row["key"] == "other" else row["key"]
        for column, value, raw in zip(tables["applications"]["columns"], row["values"], row["raw"]):
            found[f"applications.{key}.{column['key']}"] = (value, raw)
    review = tables["review_litigation"]
    for column, value, raw in zip(review["columns"], review["values"], review["raw"]):
        found[f"review_litigation.{column['key']}"] = (value, raw)
    return found


def value_of(raw, base_raw, base_value):
    """The value of the printed string `raw` in the cell that has `base_raw` for `base_value`: the same unit."""
    digits = raw.removesuffix("万元").replace("+", "")
    if not digits:
        return None
    number = float(digits) if "." in digits else int(digits)
    base = float(base_raw.removesuffix("万元").replace("+", ""))
    if "." in base_raw or base_raw.endswith("万元"):  # money, in yuan
        return round(number * (round(base_value / base) if base else 10_000), 2)
    return number


def flattened(value, path=""):
    """{path: value} of nested objects."""
    if isinstance(value, dict):
        return {name: leaf for key, below in value.items() for name, leaf in flattened(below, f"{path}{key}.").items()}
    return {path[:-1]: value}


def cells_in(record):
    """{name: value} of all cells of a record; empty where it has no report."""
    report = record.get("annual_report") or {}
    return {name: value for table in TABLES for name, value in flattened(report.get(table) or {}, table + ".").items() if not name == table}


def evidence_in(record):
    """{name: (state, printed string, location)} of the cells that a record has evidence of."""
    found = {}
    for row in (record.get("annual_report") or {}).get("evidence") or []:
        for column, state, raw, location in zip(row["columns"], row["states"], row["raw"], row["locations"]):
            found[f"{row['table_id']}.{row['row_id']}.{column}"] = (state, raw, location)
    return found


def are_equal(one, other):
    return one == other or isinstance(one, (int, float)) and isinstance(other, (int, float)) and abs(one - other) < 0.005
