"""Records as values: the dicts that they are, and what a failed one says."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypedDict

from ._errors import Error


class Source(TypedDict):
    """The file that a record is of."""

    path: str
    name: str
    bytes: int | None
    sha256: str | None
    media_type: str | None
    url: str | None
    container_path: str | None
    published_on: str | None
    site: str | None


class Record(TypedDict):
    """A record, as ``gongkai schema`` describes it. Every record has every key."""

    schema: str
    doc_id: str
    status: Literal["ok", "partial", "failed"]
    kind: str | None
    report_year: int | None
    agency_name: str | None
    edition: str | None
    title: str | None
    dated_on: str | None
    period_start: str | None
    period_end: str | None
    region: dict[str, Any]
    agency_id: str | None
    contacts: dict[str, Any]
    source: Source
    attachments: list[dict[str, Any]]
    extraction: dict[str, Any]
    sections: list[dict[str, Any]]
    annual_report: dict[str, Any] | None
    tables: list[dict[str, Any]]
    checks: dict[str, Any]
    issues: list[dict[str, Any]]
    error: dict[str, Any] | None


Summary = dict[str, Any]
"""What a run says of itself: ``summary.json`` of its output, and ``exit_status``."""


class Failed(NamedTuple):
    """Why a document has no content."""

    code: str
    """Of a closed list: ``worker_timeout``, ``worker_crashed``, ``pdf_no_text`` …"""
    message: str
    stage: str
    retryable: bool
    """Whether another try may do better."""


def is_failed(record: Mapping[str, Any]) -> bool:
    """Whether the document could not be converted.

    >>> import gongkai
    >>> [gongkai.is_failed(record) for record in gongkai.convert([b"\\x00\\x01"])]
    [True]
    """
    return bool(record["status"] == "failed")


def failure(record: Mapping[str, Any]) -> Failed | None:
    """Why the document could not be converted; None where it was.

    >>> import gongkai
    >>> [record] = gongkai.convert([b""])
    >>> gongkai.failure(record).code
    'input_empty'
    """
    error = record["error"]
    return Failed(error["code"], error["message"], error["stage"], error["retryable"]) if error else None


def load(line: bytes) -> Record:
    """The record in ``line``: amounts that no float holds as they are printed are ``Decimal``."""
    record: Record = json.loads(line, parse_float=_number)
    return record


def answered(line: bytes, member: str | None) -> Record:
    """The record in ``line``, which a worker gave for a document or for this member of an archive."""
    try:
        record = load(line)
        given = record["source"]["container_path"]
    except (ValueError, KeyError, TypeError) as error:
        raise Error(f"the program gongkai answered what is no record: {error}") from error
    if given != member:
        raise Error(f"{member} was answered with the record of another member, {given}: the program gongkai does not answer what it is asked")
    return record


def dump(record: Mapping[str, Any]) -> str:
    """The line of ``record``, without its LF."""
    decimals: list[Decimal] = []

    def hold(value: object) -> str:
        if not isinstance(value, Decimal):
            raise TypeError(f"a record has no {type(value).__name__}")
        decimals.append(value)
        return f"{_MARK}{len(decimals) - 1}"

    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=hold)
    for index, value in enumerate(decimals):
        text = text.replace(f'"{_MARK}{index}"', format(value, "f"), 1)
    return text


# What no document can have as a text, since it is of this process.
_MARK = f"\ue000{secrets.token_hex(16)} "


def _number(text: str) -> float | Decimal:
    number = float(text)
    return number if repr(number) == text else Decimal(text)
