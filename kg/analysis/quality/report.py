"""Which rows are damaged, what was made of them, and which answers they touch."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.caption import message_of, natural
from kg.analysis.content.notes import NO_DOCUMENT, cut, portion, share_of
from kg.analysis.dossier import Dossier, Selection, dossiers
from kg.analysis.measure_columns import Row, counted
from kg.analysis.quality.aspects import CORRECTIONS, MEANINGS, SET_ASIDE, Aspect
from kg.analysis.quality.columns import ANSWERS, CODES, DOCUMENTS, ISSUES
from kg.analysis.quality.effects import Effect, effects
from kg.analysis.report import CellValue, Part, Report
from kg.model import Graph, Node
from kg.wording import Text

TITLE = Text("数据质量", "Data quality")

_SEVERITIES = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
}
_SOUND = Text("没有问题", "no issue")
_YES = Text("是", "yes")
_BY_PEOPLE = frozenset({Aspect.CORRECTED, Aspect.STALE, Aspect.UNUSED})


def quality(graph: Graph, selection: Selection | None = None) -> Report:
    """Return the state of each document (``documents``), the issues by code (``codes``), then
    for each document the answers touched (``…!answers``) and every issue, the gravest first.
    """
    selection = selection or Selection()
    found = dossiers(graph, selection.documents)
    if not found:
        return Report("quality", TITLE, (), (NO_DOCUMENT,))
    parts = [_overview(found), _codes(found)]
    for dossier in found:
        parts += [_answers(dossier), _issues(dossier)]
    return Report("quality", TITLE, tuple(cut(p, selection.top) for p in parts))


def _overview(found: Sequence[Dossier]) -> Part:
    sound = [d for d in found if not d.issues]
    notes = [
        Text(
            f"文件 {len(found)} 份，其中没有任何问题的 {len(sound)} 份",
            f"documents: {len(found)}, without any issue: {len(sound)}",
        ),
        Text(
            "依据：读取时记下的问题；受影响的举措由图谱算出。表格读入行数见 kg build 的输出",
            "basis: the issues noted on reading; measures touched are computed from the graph. "
            "kg build prints the rows read",
        ),
    ]
    rows = tuple(_state(dossier) for dossier in found)
    return Part("documents", Text("各文件", "Documents"), DOCUMENTS, rows, tuple(notes))


def _state(dossier: Dossier) -> Row:
    tally = Counter(str(issue.props["severity"]) for issue, _ in dossier.issues)
    codes = Counter(_code(issue) for issue, _ in dossier.issues)
    doubts = [e for e in effects(dossier) if e.aspect not in _BY_PEOPLE]
    touched = {entry.key for effect in doubts for entry in effect.entries}
    gravest = next((text for name, text in _SEVERITIES.items() if tally[name]), _SOUND)
    return {
        "document": dossier.title,
        "state": gravest,
        "errors": tally["error"],
        "warnings": tally["warning"],
        "infos": tally["info"],
        "measures": len(dossier.entries),
        "touched": len(touched),
        "touched_share": share_of(len(touched), len(dossier.entries)),
        "set_aside": sum(codes[code] for code in SET_ASIDE),
        "applied": codes["corrected"],
        "stale": codes["correction-stale"],
        "unused": codes["correction-unused"],
        "touched_keys": tuple(e.key for e in dossier.entries if e.key in touched),
        "issue_keys": tuple(issue.key for issue, _ in dossier.issues),
        "document_keys": (dossier.key,),
    }


def _codes(found: Sequence[Dossier]) -> Part:
    groups: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for dossier in found:
        for issue, _ in dossier.issues:
            groups[str(issue.props["severity"]), _code(issue)].append(issue)
    rows = [_code_row(severity, code, issues) for (severity, code), issues in groups.items()]
    total = sum(map(len, groups.values()))
    return Part(
        "codes",
        Text("问题分类", "Issues by code"),
        CODES,
        tuple(sorted(rows, key=_gravest)),
        (Text(f"问题 {total} 处，{len(rows)} 类", f"issues: {total}, codes: {len(rows)}"),),
        {"issues": total},
    )


def _code_row(severity: str, code: str, issues: Sequence[Node]) -> Row:
    messages = {message_of(issue) for issue in issues}
    return {
        "severity": _severity(severity),
        "code": code,
        "issues": len(issues),
        "documents": len({str(issue.props["document_key"]) for issue in issues}),
        "message": messages.pop() if len(messages) == 1 else None,
        "issue_keys": tuple(issue.key for issue in issues),
    }


def _severity(name: str) -> Text:
    return _SEVERITIES.get(name, Text(name, name))


def _gravest(row: Mapping[str, CellValue]) -> tuple[int, int, str]:
    count = row["issues"]
    return _rank(str(row["severity"])), -count if isinstance(count, int) else 0, str(row["code"])


def _rank(severity: str) -> int:
    names = [text.zh for text in _SEVERITIES.values()]
    return names.index(severity) if severity in names else len(names)


def _answers(dossier: Dossier) -> Part:
    found = effects(dossier)
    rows = tuple(_answer_row(effect, dossier) for effect in found)
    if found:
        note = Text(
            "由图谱算出：有疑问的事实所在的举措和单位；一条举措可在几行",
            "computed from the graph: the measures and bodies whose facts are in doubt; "
            "a measure may stand in several rows",
        )
    else:
        note = Text("没有结论受影响", "no answer is touched")
    return Part(
        f"{dossier.key}!answers",
        Text(f"影响哪些结论：{dossier.title.zh}", f"Which answers are touched: {dossier.title.en}"),
        ANSWERS,
        rows,
        (note,),
    )


def _answer_row(effect: Effect, dossier: Dossier) -> Row:
    meaning = MEANINGS[effect.aspect]
    return {
        "touched_fact": meaning.words,
        "answers": meaning.answers,
        "touched": len(effect.entries),
        "touched_share": share_of(len(effect.entries), len(dossier.entries)),
        "bodies": counted(effect.bodies) or None,
        "issues": len(effect.issues),
        "codes": counted(map(_code, effect.issues)) or None,
        "touched_keys": tuple(entry.key for entry in effect.entries),
        "issue_keys": tuple(issue.key for issue in effect.issues),
    }


def _issues(dossier: Dossier) -> Part:
    rows = sorted(_issue_rows(dossier), key=_issue_order)
    if not rows:
        note = Text("这份文件没有任何问题", "this document has no issue at all")
    else:
        hit = len({owner.key for issue, owner in dossier.issues if owner.label == "Measure"})
        whole = len(dossier.entries)
        aside = sum(_code(issue) in SET_ASIDE for issue, _ in dossier.issues)
        note = Text(
            f"问题 {len(rows)} 处；直接记在举措上的涉及举措 {portion(hit, whole)}；搁置 {aside} 处",
            f"issues: {len(rows)}; measures with an issue of their own: {portion(hit, whole)}; "
            f"set aside: {aside}",
        )
    return Part(dossier.key, dossier.title, ISSUES, tuple(rows), (note,))


def _issue_rows(dossier: Dossier) -> Iterator[Row]:
    for issue, owner in dossier.issues:
        about = owner.key.removeprefix(dossier.key).lstrip("/")
        yield {
            "severity": _severity(str(issue.props["severity"])),
            "code": _code(issue),
            "place": _prop(issue, "place"),
            "about": about or None,
            "was": _prop(issue, "was"),
            "became": _prop(issue, "became"),
            "message": message_of(issue),
            "is_set_aside": _YES if _code(issue) in SET_ASIDE else None,
            "correction": CORRECTIONS.get(_code(issue)),
            "node_keys": (owner.key,),
            "issue_keys": (issue.key,),
        }


def _issue_order(row: Mapping[str, CellValue]) -> tuple[int, str, object, str]:
    place = natural(str(row["place"] or ""))
    return _rank(str(row["severity"])), str(row["code"]), place, str(row["issue_keys"])


def _code(issue: Node) -> str:
    return str(issue.props["code"])


def _prop(issue: Node, name: str) -> str | None:
    value = issue.props.get(name)
    return str(value) if value else None
