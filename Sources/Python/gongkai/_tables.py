"""Records to tables, by ``gongkai tables``."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ._errors import Error
from ._program import execute
from ._records import dump

if TYPE_CHECKING:
    import pyarrow

# Of one row: texts of cells are short, and the widest table has some 300 columns.
_BLOCK_BYTES = 16 << 20


def tables(
    records: Mapping[str, Any] | Iterable[Mapping[str, Any]] | str | os.PathLike[str],
    *,
    agencies: str | os.PathLike[str] | None = None,
) -> dict[str, pyarrow.Table]:
    """The tables of ``records``, of one of them or of a file: ``reports``, ``cells``, ``checks``, ``figures``, ``cited``, ``labels``.

    Their columns and types are those of ``datapackage.json``, with title and description as metadata; amounts are decimals. Needs
    pyarrow. ``agencies`` is the map of docs/analysing.md.

    >>> import gongkai
    >>> reports = gongkai.tables(gongkai.convert("in/2023.docx"))["reports"]
    >>> reports.select(["report_year", "applications_new_received_total"]).to_pylist()
    [{'report_year': 2023, 'applications_new_received_total': 104}]
    """
    if isinstance(records, (str, os.PathLike)):
        return selected(records, None, agencies)
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        file = os.path.join(folder, "records.jsonl")
        with open(file, "w", encoding="utf-8", errors="replace", newline="\n") as lines:
            for record in [records] if isinstance(records, Mapping) else records:
                if not isinstance(record, Mapping):
                    raise TypeError(f"a record is a dict, not {type(record).__name__}")
                lines.write(dump(record) + "\n")
        try:
            return selected(file, None, agencies)
        except Error as error:
            # There will be no such file.
            raise Error(str(error).replace(file, "the records"), error.status) from None


def selected(
    file: str | os.PathLike[str], names: set[str] | None, agencies: str | os.PathLike[str] | None
) -> dict[str, pyarrow.Table]:
    """The tables of a file of records that have these names, or all of them."""
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        more: list[str | bytes] = [] if agencies is None else [b"--agencies=" + os.fsencode(agencies)]
        execute(["tables", "--may-be-empty", "--output", folder, *more, "--", os.fsencode(file)])
        output = Path(folder)
        package = json.loads((output / "datapackage.json").read_bytes())
        return {each["name"]: _table(output, each) for each in package["resources"] if names is None or each["name"] in names}


def _table(folder: Path, resource: dict[str, Any]) -> pyarrow.Table:
    import pyarrow

    types = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        # As views.sql has the widest of them.
        "number": pyarrow.decimal128(38, 10),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }
    fields = resource["schema"]["fields"]
    schema = pyarrow.schema(
        [
            pyarrow.field(
                field["name"], types[field["type"]], not field.get("constraints", {}).get("required", False),
                {key: field[key] for key in ("title", "description") if key in field},
            )
            for field in fields
        ],
        {key: resource[key] for key in ("title", "description") if key in resource},
    )
    try:
        table = _read(folder / resource["path"], schema)
    except pyarrow.ArrowInvalid as error:
        raise Error(f"{resource['name']}: {error}") from error
    return table.cast(schema)


def _read(file: Path, schema: pyarrow.Schema) -> pyarrow.Table:
    import pyarrow.csv

    return pyarrow.csv.read_csv(
        file,
        read_options=pyarrow.csv.ReadOptions(block_size=_BLOCK_BYTES),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types={field.name: field.type for field in schema}, null_values=[""], strings_can_be_null=True,
            true_values=["true"], false_values=["false"],
        ),
    )
