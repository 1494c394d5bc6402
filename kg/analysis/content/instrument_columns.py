"""The columns of the report of instruments: what each means."""

from __future__ import annotations

from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_TEXT, _COUNT, _KEYS = ColumnKind.TEXT, ColumnKind.COUNT, ColumnKind.KEYS

INSTRUMENT = Column(
    "instrument", Text("文件制度", "instrument"), _TEXT, Text("题名", "title, as cited")
)
STATE = Column(
    "state",
    Text("状态", "state"),
    _TEXT,
    Text(
        "未见：库中没有这份文件，别的举措和文件导语也未引用；已见：反之。要修订的，所见可能是旧本",
        "not seen: the store has no such document and nothing else cites it; seen: otherwise. "
        "Of a paper to be revised, the one seen may be the old one",
    ),
)
SEEN_IN = Column(
    "seen_in",
    Text("见于", "seen in"),
    _TEXT,
    Text(
        "库中文件、引用它的文件导语或举措的键",
        "keys of the document, or of the preambles and measures that cite it",
    ),
)
MEASURES = Column(
    "measures",
    Text("举措数", "measures"),
    _COUNT,
    Text("写明要出台它的举措数", "measures that promise it"),
)
DOCUMENTS = Column(
    "documents",
    Text("文件数", "documents"),
    _COUNT,
    Text("写明要出台它的文件数", "documents that promise it"),
)
STATUS = Column(
    "status",
    Text("方式", "status"),
    _TEXT,
    Text(
        "引用：举措提到；拟出台：举措说要出台、印发、制定或修订；依据：文件导语提到",
        "cited: a measure refers to it; promised: a measure says it will be issued, made or "
        "revised; preamble: the document's preamble names it",
    ),
)
TIMES = Column(
    "times",
    Text("处数", "times"),
    _COUNT,
    Text("在该举措中以此方式出现的处数", "places in that measure with this status"),
)
INSTRUMENT_KEYS = Column(
    "instrument_keys",
    Text("文件制度键", "instrument keys"),
    _KEYS,
    Text("文件制度的键", "key of the instrument"),
)
