"""``kg export sssom``: alignments of measures, for programs that read mapping sets."""

from __future__ import annotations

from pathlib import Path

from kg.cli.command import Command
from kg.cli.exports.exporting import exported_graph, file_argument
from kg.cli.invocation import Invocation
from kg.cli.parameter import document_option
from kg.export.sssom import write_sssom
from kg.wording import Text

_MEANING = Text(
    "把举措之间的对应导出为 SSSOM（TSV）：程序建议的和人确认、否定、存疑的都在；confidence 是程序的"
    "得分，review_status 是审核状态。人的判断本身在审核账本里，见 kg review。",
    "The alignments of measures as SSSOM (TSV), suggested and judged: confidence is the program's "
    "score, review_status what people made of it. The judgements themselves are in the review "
    "ledger, see kg review.",
)


def _run(invocation: Invocation, *, target: Path, document: tuple[str, ...]) -> None:
    number = write_sssom(exported_graph(invocation, document), target)
    text = Text(f"已写入 {target}：对应 {number} 对", f"written to {target}: {number} mappings")
    invocation.say(invocation.word(text))


COMMAND = Command("sssom", _run, _MEANING, [file_argument(), document_option()])
