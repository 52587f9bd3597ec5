"""Chinese annual disclosure reports as records with proof for each number.

``convert`` reads documents, ``run`` keeps a folder of records up to date with a tree of them, ``tables`` makes tables of records.
All work is done by the program ``gongkai``, which the wheel holds; see docs/python.md.
"""

from ._convert import Input, convert
from ._document import Document
from ._errors import Error
from ._program import program, version
from ._records import Failed, Record, Source, Summary, failure, is_failed
from ._run import run
from ._tables import tables
from ._version import VERSION as __version__

__all__ = [
    "Document", "Error", "Failed", "Input", "Record", "Source", "Summary", "__version__", "convert", "failure",
    "is_failed", "program", "run", "tables", "version",
]
