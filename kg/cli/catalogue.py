"""The commands: name, module and one line of help. A command's module is loaded when it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.wording import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A command, or a group of commands when it has ``members``.

    Parameters
    ----------
    meaning
        One line for the list of commands.
    module
        Where its ``COMMAND`` stands; empty for a group.
    """

    meaning: Text
    module: str = ""
    members: Mapping[str, Entry] = field(default_factory=dict)


COMMANDS: Mapping[str, Entry] = {
    "build": Entry(
        Text("读取任务文件，建成知识图谱", "read task documents into the knowledge graph"),
        "kg.cli.build",
    ),
    "report": Entry(
        Text("分析报告", "reports"),
        members={
            "register": Entry(
                Text("任务台账：每条举措一行", "the register of tasks: every measure, one a row"),
                "kg.cli.reports.register",
            ),
            "workload": Entry(
                Text("各单位牵头、配合多少任务", "who leads and supports how much"),
                "kg.cli.reports.workload",
            ),
            "deadlines": Entry(
                Text(
                    "何时到期、是否扎堆、哪些没有时限", "what falls due when, and what has no date"
                ),
                "kg.cli.reports.deadlines",
            ),
            "coordination": Entry(
                Text("谁要与谁沟通、因何事", "who must talk to whom, and about what"),
                "kg.cli.reports.coordination",
            ),
            "centrality": Entry(
                Text("各单位在协同网络中的位置", "who stands in the middle of the network"),
                "kg.cli.reports.centrality",
            ),
            "industries": Entry(
                Text("举措涉及哪些产业", "which industries the measures name"),
                "kg.cli.reports.industries",
            ),
            "targets": Entry(
                Text("哪些可以衡量：量化目标", "what can be measured: quantified targets"),
                "kg.cli.reports.targets",
            ),
            "instruments": Entry(
                Text("引用和拟出台的文件制度", "papers cited, and promised but not yet seen"),
                "kg.cli.reports.instruments",
            ),
            "gaps": Entry(
                Text("上级任务哪些已承接、哪些没有", "tasks taken on below, and gaps"),
                "kg.cli.reports.gaps",
            ),
            "alignment": Entry(
                Text("上下级举措的对应及其理由", "alignments of measures, with reasons"),
                "kg.cli.reports.alignment",
            ),
            "brief": Entry(
                Text("一个单位的任务简报", "one agency's dossier"),
                "kg.cli.reports.brief",
            ),
            "quality": Entry(
                Text("哪些行受损，影响哪些结论", "damaged rows and the answers they touch"),
                "kg.cli.reports.quality",
            ),
        },
    ),
    "view": Entry(
        Text("图：一个 HTML 文件，断网可看", "views: one HTML file each, offline"),
        members={
            "all": Entry(
                Text("全部图和总览页，写入一个文件夹", "all views with an index, in a folder"),
                "kg.cli.views.all",
            ),
            "alignment": Entry(
                Text("上级任务由哪些下级举措承接", "which measures take on which tasks"),
                "kg.cli.views.alignment",
            ),
            "responsibility": Entry(
                Text("谁牵头、谁配合", "who leads and who supports"),
                "kg.cli.views.responsibility",
            ),
            "coordination": Entry(
                Text("谁要与谁沟通", "who must talk to whom"),
                "kg.cli.views.coordination",
            ),
            "agency": Entry(
                Text("一个单位的全部任务", "all that one agency has to do"),
                "kg.cli.views.agency",
            ),
            "document": Entry(
                Text("文件里有什么", "what is in a document"),
                "kg.cli.views.document",
            ),
            "deadlines": Entry(
                Text("何时到期", "what falls due when"),
                "kg.cli.views.deadlines",
            ),
        },
    ),
    "diff": Entry(
        Text("两个版本的清单有哪些差别", "what changed between two versions of a list"),
        "kg.cli.diff",
    ),
    "show": Entry(
        Text("查看一个节点：属性、关系、问题、原文", "one node with its printed source"),
        "kg.cli.show",
    ),
    "find": Entry(
        Text("在节点和原文中查找文字", "look for words in nodes and printed lines"),
        "kg.cli.find",
    ),
    "query": Entry(
        Text("用 Cypher 或命名查询提问（只读）", "Cypher and named questions, read-only"),
        "kg.cli.query",
    ),
    "shell": Entry(
        Text("逐条提问的查询窗口", "a prompt for one query after another"),
        "kg.cli.shell",
    ),
    "schema": Entry(
        Text("图谱的标签、关系类型和属性", "labels, edge types and properties"),
        "kg.cli.schema",
    ),
    "correct": Entry(
        Text(
            "更正：单位、时限、错字、拆分合并",
            "corrections: bodies, deadlines, misprints, splits",
        ),
        members={
            "add": Entry(
                Text("记一条更正", "write a correction into the ledger"), "kg.cli.corrections.add"
            ),
            "list": Entry(
                Text("列出更正", "the corrections of the ledger"), "kg.cli.corrections.list"
            ),
            "remove": Entry(
                Text("删去一条更正", "take a correction out"), "kg.cli.corrections.remove"
            ),
        },
    ),
    "align": Entry(
        Text("指定两份文件要比对，或不要", "have two documents compared, or not"),
        "kg.cli.align",
    ),
    "review": Entry(
        Text(
            "审核上下级举措的对应：确认、否定、存疑、补充",
            "judge alignments: accept, reject, unsure, add",
        ),
        members={
            "list": Entry(
                Text("列出待审和已审的对应", "pairs to judge, and those judged"),
                "kg.cli.reviews.list",
            ),
            "show": Entry(
                Text("一对举措：全文、依据、判断", "one pair: texts, reasons, judgements"),
                "kg.cli.reviews.show",
            ),
            "accept": Entry(Text("确认对应", "pairs that do correspond"), "kg.cli.reviews.accept"),
            "reject": Entry(Text("否定对应", "pairs that do not"), "kg.cli.reviews.reject"),
            "unsure": Entry(Text("存疑", "pairs nobody can tell yet"), "kg.cli.reviews.unsure"),
            "add": Entry(Text("补充漏掉的一对", "a pair the program missed"), "kg.cli.reviews.add"),
            "exempt": Entry(
                Text("上级任务不适用于下级，或适用", "tasks not meant for the level below"),
                "kg.cli.reviews.exempt",
            ),
            "undo": Entry(Text("撤回判断", "take judgements back"), "kg.cli.reviews.undo"),
            "merge": Entry(
                Text("并入别人的审核账本", "take another ledger in"), "kg.cli.reviews.merge"
            ),
            "export": Entry(
                Text("导出为 XLSX，供填写判断", "write a workbook to be filled in"),
                "kg.cli.reviews.export",
            ),
            "import": Entry(
                Text("读回填好的 XLSX", "read a workbook back"), "kg.cli.reviews.import_"
            ),
        },
    ),
    "export": Entry(
        Text("导出图谱", "write the graph to files"),
        members={
            "jsonl": Entry(
                Text("导出为 nodes.jsonl 和 edges.jsonl", "as nodes.jsonl and edges.jsonl"),
                "kg.cli.exports.jsonl",
            ),
            "graphml": Entry(
                Text(
                    "导出为 GraphML（networkx、igraph、yEd）", "as GraphML (networkx, igraph, yEd)"
                ),
                "kg.cli.exports.graphml",
            ),
            "gexf": Entry(Text("导出为 GEXF（Gephi）", "as GEXF (Gephi)"), "kg.cli.exports.gexf"),
            "csv": Entry(
                Text("导出为表格，每个标签一个文件", "as tables, one for each label"),
                "kg.cli.exports.csv",
            ),
            "neo4j-admin": Entry(
                Text("导出为 Neo4j 批量导入的文件", "as files for Neo4j's bulk import"),
                "kg.cli.exports.neo4j_admin",
            ),
            "sssom": Entry(
                Text("导出举措之间的对应（SSSOM）", "alignments as a mapping set (SSSOM)"),
                "kg.cli.exports.sssom",
            ),
            "ics": Entry(
                Text("导出为日历：谁牵头、何时到期", "as a calendar: who leads, due when"),
                "kg.cli.exports.ics",
            ),
        },
    ),
    "plot": Entry(
        Text("画图：PNG、SVG、PDF", "pictures: PNG, SVG, PDF"),
        members={
            "register": Entry(
                Text("任务台账：每条举措一行", "the register of tasks: every measure, one a row"),
                "kg.cli.reports.register",
            ),
            "workload": Entry(
                Text("各单位牵头、配合多少", "who leads and supports how much"),
                "kg.cli.plots.workload",
            ),
            "deadlines": Entry(
                Text("各月到期多少，是否扎堆", "what falls due when"),
                "kg.cli.plots.deadlines",
            ),
            "alignment": Entry(
                Text("各板块承接情况", "sections taken on below"),
                "kg.cli.plots.alignment",
            ),
            "industries": Entry(
                Text("牵头单位与产业", "lead agencies and industries"),
                "kg.cli.plots.industries",
            ),
        },
    ),
    "copy": Entry(
        Text("把一个图谱库复制到另一个", "the documents of one store into another"),
        "kg.cli.copy",
    ),
    "doctor": Entry(
        Text("检查本机环境和图谱库", "check this installation and the store"),
        "kg.cli.doctor",
    ),
}
