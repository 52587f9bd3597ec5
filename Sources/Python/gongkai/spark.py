"""Documents of a Spark DataFrame to records and tables, with pyspark 3.5 or later.

Every task has a supervised worker of its own. What a task does is a function of its rows, so an executor that dies costs time and nothing
else. See docs/spark.md.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow
from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql import types as T

from ._convert import check, worker_command
from ._document import Document
from ._errors import Error
from ._program import execute
from ._records import Record, answered
from ._supervisor import Supervisor
from ._tables import selected

__all__ = ["RECORDS", "Counters", "records", "table", "table_schema", "write"]

RECORDS = T.StructType([
    T.StructField("path", T.StringType(), False),
    T.StructField("member", T.IntegerType(), False),
    T.StructField("container_path", T.StringType()),
    T.StructField("doc_id", T.StringType()),
    T.StructField("status", T.StringType(), False),
    T.StructField("kind", T.StringType()),
    T.StructField("report_year", T.IntegerType()),
    T.StructField("edition", T.StringType()),
    T.StructField("agency_id", T.StringType()),
    T.StructField("agency_name", T.StringType()),
    T.StructField("error_code", T.StringType()),
    T.StructField("record", T.StringType(), False),
])
"""A row for each record: what it is chosen by, and its line. ``member`` counts the members of an archive from 0 and is 0 for a document."""

TABLES = ("reports", "cells", "checks", "figures", "cited")
"""The tables that are made of records."""

_ARROW_RECORDS = pyarrow.schema([
    pyarrow.field(field.name, pyarrow.int32() if isinstance(field.dataType, T.IntegerType) else pyarrow.string(), field.nullable)
    for field in RECORDS
])
# Rows that are handed over at a time; a record has some 20 KB.
_BATCH_BYTES = 4 << 20
# As Hadoop has them: file:/a, s3a://bucket/a; a name may hold a colon, too.
_URL = re.compile(r"(?:([A-Za-z][A-Za-z0-9+.-]*):(?=/))?(?://([^/]*)(?=/|$))?(.*)", re.S)
_KINDS: dict[str, tuple[str, tuple[type[T.DataType], ...]]] = {
    "path": ("string", (T.StringType, T.VarcharType, T.CharType)),
    "url": ("string", (T.StringType, T.VarcharType, T.CharType, T.NullType)),
    "content": ("binary", (T.BinaryType, T.NullType)),
}
"""The columns of documents, with what each must be."""


@dataclass(frozen=True)
class Counters:
    """Accumulators: documents in, and records out in all and of each status that isn't ok.

    Spark counts a task that it tries again once more, and one that is computed again, too: they tell how far a job is, and what it has
    cost. That nothing is missing is checked by each task for itself.

    >>> from pyspark.sql import SparkSession
    >>> from gongkai.spark import Counters
    >>> Counters.on(SparkSession.builder.getOrCreate()).documents.value
    0
    """

    documents: Any
    records: Any
    partial: Any
    failed: Any

    @staticmethod
    def on(session: SparkSession) -> Counters:
        """New ones, of a session that isn't by Spark Connect, which has none."""
        context = session.sparkContext
        return Counters(*(context.accumulator(0) for _ in range(4)))


def records(
    documents: DataFrame,
    *,
    root: str | None = None,
    timeout: float = 120,
    memory: int = 512 << 20,
    limits: Mapping[str, int] | None = None,
    counters: Counters | None = None,
) -> DataFrame:
    """The records of ``documents`` with the schema ``RECORDS``, in the order of each partition's rows.

    ``documents`` has a column ``path``, and perhaps ``content`` (the bytes, as rows of the source ``binaryFile`` have them) and ``url``. Records
    name a file by its path below ``root``, or else by its whole path, of which only ``file:`` is left out. Without ``content`` every executor must
    see the files by their paths, and opens nothing outside ``root``. ``timeout``, ``memory`` and ``limits`` are those of ``gongkai.convert``.

    Each task counts the records that it gives against the rows that it was given, and looks whether each record is of the document that
    was asked for; where that is not so, it raises ``gongkai.Error``, and the job fails after Spark's retries.

    >>> from pyspark.sql import SparkSession
    >>> from gongkai.spark import records
    >>> session = SparkSession.builder.getOrCreate()
    >>> documents = session.createDataFrame([("a.txt", "关于防汛的通知".encode())], "path string, content binary")
    >>> records(documents).select("path", "status", "error_code").collect()
    [Row(path='a.txt', status='ok', error_code=None)]
    """
    named = [name for name in ("path", "content", "url") if name in documents.columns]
    if "path" not in named:
        raise ValueError("documents have no column path")
    for name in named:
        kind, (wanted, kinds) = documents.schema[name].dataType, _KINDS[name]
        if not isinstance(kind, kinds):
            raise ValueError(f"the column {name} is no {wanted}, but {kind.simpleString()}")
    check(timeout, memory)
    kept = dict(limits or {})

    def convert(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        return _converted(batches, root, timeout, memory, kept, counters)

    return documents.select(*named).mapInArrow(convert, RECORDS)


def table_schema(name: str) -> T.StructType:
    """The columns of a table, as ``datapackage.json`` has them, and ``edition`` where it has none.

    >>> from gongkai.spark import table_schema
    >>> table_schema("cells")["value"].dataType
    DecimalType(38,10)
    """
    kinds: dict[str, T.DataType] = {
        "string": T.StringType(), "integer": T.LongType(), "number": T.DecimalType(38, 10), "boolean": T.BooleanType(),
        "date": T.DateType(),
    }
    package = json.loads(execute(["schema", "--datapackage"]).stdout)
    fields = next((each["schema"]["fields"] for each in package["resources"] if each["name"] == name and name in TABLES), None)
    if fields is None:
        raise ValueError(f"there is no table {name}; there are {', '.join(TABLES)}")
    schema = T.StructType([T.StructField(field["name"], kinds[field["type"]]) for field in fields])
    return schema if "edition" in schema.names else schema.add("edition", T.StringType())


def table(records: DataFrame, name: str, *, agencies: str | os.PathLike[str] | None = None) -> DataFrame:
    """A table of ``records``, which have the schema ``RECORDS``: ``reports``, ``cells``, ``checks``, ``figures`` or ``cited``.

    Which of several reports of an agency and a year counts is decided over all records, as ``gongkai tables`` does: reports of one agency and
    year, and files with the same bytes, are brought together first (two shuffles). ``agencies`` is the map of docs/analysing.md, a file that
    every executor sees; with it, all reports of a year are brought together, since any of them may be of one agency.

    Records are computed for each table anew unless they are cached or written: ``write`` does that.
    """
    return _table(_together(records, agencies is not None), name, agencies)


def _together(records: DataFrame, has_map: bool) -> DataFrame:
    """The lines of reports; all of which one may count for another are in one partition, in the order of their paths."""
    path = F.when(F.col("container_path").isNull(), F.col("path")).otherwise(F.concat_ws("!/", "path", "container_path"))
    # Files with the same bytes go with the first of them, whatever each is taken for.
    first = Window.partitionBy("doc_id").orderBy(path, "member")
    groups = [F.first("report_year").over(first).alias("_year")]
    if not has_map:
        groups.append(F.first(F.coalesce("agency_id", "agency_name")).over(first).alias("_agency"))
    reports = records.where("kind = 'annual_report'").select("path", "member", "record", "doc_id", *groups)
    # Without agency or year a report counts for itself.
    alone = F.col("_year").isNull() if has_map else F.col("_year").isNull() | F.col("_agency").isNull()
    keys = [F.when(~alone, F.col(column)).alias(column) for column in (["_year"] if has_map else ["_year", "_agency"])]
    keyed = reports.select("path", "member", "record", *keys, F.when(alone, F.col("doc_id")).alias("_alone"))
    by = [name for name in keyed.columns if name.startswith("_")]
    return keyed.repartition(*by).sortWithinPartitions("path", "member").select("record")


def _table(together: DataFrame, name: str, agencies: str | os.PathLike[str] | None) -> DataFrame:
    schema = table_schema(name)
    map_path = None if agencies is None else os.fspath(agencies)

    def make(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        return _rows(batches, name, map_path)

    return together.mapInArrow(make, schema)


def write(
    documents: DataFrame,
    folder: str,
    *,
    tables: bool = True,
    agencies: str | os.PathLike[str] | None = None,
    **options: Any,
) -> None:
    """Writes ``records`` and the tables of ``documents`` below ``folder``, a URL of Spark's, as Parquet by ``year`` and ``edition``.

    ``options`` are those of ``records``. What was there is replaced. When all is written, the documents that have records are counted against
    those that were given, and a difference raises ``gongkai.Error``.

    >>> import tempfile
    >>> from pyspark.sql import SparkSession
    >>> from gongkai.spark import write
    >>> session = SparkSession.builder.getOrCreate()
    >>> documents = session.createDataFrame([("a.txt", "关于防汛的通知".encode())], "path string, content binary")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(documents, folder, tables=False)
    ...     session.read.parquet(f"{folder}/records").count()
    1
    """
    session = documents.sparkSession
    place = f"{folder}/records"
    _write(records(documents, **options), place, ["path", "member"])
    written = session.read.schema(T.StructType([*RECORDS.fields, _YEAR])).parquet(place)
    given, answered = documents.count(), written.where("member = 0").count()
    if given != answered:
        raise Error(f"{given} documents were given, and {answered} have records in {place}; what is there is not to be used")
    if not tables:
        return
    # For all tables once: it is what costs most of them.
    together = _together(written.select(*RECORDS.names), agencies is not None).persist(StorageLevel.DISK_ONLY)
    try:
        for name in TABLES:
            _write(_table(together, name, agencies), f"{folder}/{name}", [])
    finally:
        together.unpersist()


_YEAR = T.StructField("year", T.IntegerType())


def _write(rows: DataFrame, place: str, order: list[str]) -> None:
    years = rows.withColumn("year", F.col("report_year").cast("int"))
    # So that Spark, which writes partition by partition, leaves the order within each.
    ordered = years.sortWithinPartitions("year", "edition", *order) if order else years
    # Without that option a session may leave the partitions that were there and have no rows now.
    ordered.write.partitionBy("year", "edition").mode("overwrite").option("partitionOverwriteMode", "static").parquet(place)


# In the executors


def _converted(
    batches: Iterator[pyarrow.RecordBatch], root: str | None, timeout: float, memory: int, limits: Mapping[str, int],
    counters: Counters | None,
) -> Generator[pyarrow.RecordBatch, None, None]:
    given = 0

    def documents() -> Iterator[Document]:
        nonlocal given
        for batch in batches:
            for row in batch.to_pylist():
                given += 1
                yield _document(row, root)

    lines = Supervisor(documents(), worker_command(memory, limits), 1, timeout, memory).lines()
    rows: list[tuple[Any, ...]] = []
    size = done = member = 0
    try:
        for line, member_path, is_last in lines:
            record = answered(line, member_path)
            rows.append(_row(line, record, member))
            size += len(line)
            member += 1
            if is_last:
                done += 1
                member = 0
            if counters:
                counters.records.add(1)
                counters.documents.add(int(is_last))
                counters.partial.add(int(record["status"] == "partial"))
                counters.failed.add(int(record["status"] == "failed"))
            if size >= _BATCH_BYTES:
                yield _batch(rows)
                rows, size = [], 0
    finally:
        lines.close()
    if rows:
        yield _batch(rows)
    if given != done or next(iter(batches), None) is not None:
        raise Error(f"{given} documents were given and {done} were answered")


def _document(row: dict[str, Any], root: str | None) -> Document:
    path, content = row["path"], row.get("content")
    if path is None:
        raise Error("a row has no path")
    scheme, _, plain = _parts(path)
    is_file = scheme in ("", "file")
    if content is None and not is_file:
        raise Error(f"{path} is no path of a file; read it by the source binaryFile, which gives its content")
    name = _below(path, root)
    if name is None:
        name = plain if is_file else path
    try:
        if content is not None:
            return Document(name, content=content, url=row.get("url"))
        return Document(name, url=row.get("url"), root=None if root is None else _parts(root)[2].rstrip("/") or "/")
    except ValueError as error:
        raise Error(f"the row with the path {path[:200]!r}: {error}") from error


def _parts(path: str) -> tuple[str, str, str]:
    """The scheme, the authority and the rest of a path or URL."""
    found = _URL.fullmatch(path)
    assert found, "everything is optional"
    scheme, authority, rest = found.groups()
    # Two slashes begin a URL only behind a scheme.
    return (scheme.lower(), authority or "", rest) if scheme else ("", "", path)


def _below(path: str, root: str | None) -> str | None:
    """The path below ``root``, which need not name the file system; None for one that isn't."""
    if root is None:
        return None
    scheme, authority, plain = _parts(path)
    of_scheme, of_authority, folder = _parts(root)
    folder = folder.rstrip("/") + "/"
    if of_scheme not in ("", scheme) or of_authority not in ("", authority) or not plain.startswith(folder):
        return None
    return plain[len(folder):]


def _row(line: bytes, record: Record, member: int) -> tuple[Any, ...]:
    source, error = record["source"], record["error"]
    return (
        source["path"], member, source["container_path"], record["doc_id"], record["status"], record["kind"], record["report_year"],
        record["edition"], record["agency_id"], record["agency_name"], error and error["code"], line.decode(),
    )


def _batch(rows: list[tuple[Any, ...]]) -> pyarrow.RecordBatch:
    columns = [pyarrow.array(column, field.type) for column, field in zip(zip(*rows), _ARROW_RECORDS)]
    return pyarrow.RecordBatch.from_arrays(columns, schema=_ARROW_RECORDS)


def _rows(batches: Iterator[pyarrow.RecordBatch], name: str, agencies: str | None) -> Generator[pyarrow.RecordBatch, None, None]:
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        file = os.path.join(folder, "records.jsonl")
        with open(file, "w", encoding="utf-8", newline="\n") as lines:
            for batch in batches:
                for line in batch.column(0).to_pylist():
                    lines.write(line + "\n")
        found = selected(file, {name, "reports"}, agencies)
    rows = found[name]
    if "edition" not in rows.schema.names:
        editions = dict(zip(found["reports"]["doc_id"].to_pylist(), found["reports"]["edition"].to_pylist()))
        rows = rows.append_column("edition", pyarrow.array(map(editions.get, rows["doc_id"].to_pylist()), pyarrow.string()))
    # Spark has its own idea of which columns may be null.
    yield from rows.cast(pyarrow.schema([(field.name, field.type) for field in rows.schema])).to_batches(max_chunksize=10_000)


