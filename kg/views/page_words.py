"""The words of the page itself: buttons, headings, notices."""

from __future__ import annotations

from kg.wording import Text

WORDS: dict[str, Text] = {
    "as_of": Text("截至 {0}", "as of {0}"),
    "search": Text("搜索", "Search"),
    "search_hint": Text("搜索文字、单位、编号（按 /）", "words, agencies, numbers (press /)"),
    "found": Text("{0} 处", "{0} found"),
    "found_none": Text("没有找到", "nothing found"),
    "all": Text("{0}：全部", "{0}: all"),
    "choose": Text("选择图", "drawing"),
    "other_language": Text("English", "中文"),
    "legend": Text(
        "图例（数为图上标记；点击显示或隐藏）", "Legend (marks drawn; click to show or hide)"
    ),
    "details": Text("详情", "Details"),
    "details_none": Text(
        "点选图中任一处，这里显示原文、文件、编号、位置和相关内容。",
        "Choose anything in the drawing to read its printed words, document, number, place and "
        "what it is linked to.",
    ),
    "printed": Text("原文", "as printed"),
    "warnings": Text("存疑或受损", "damaged or in doubt"),
    "drawing": Text("图", "Drawing"),
    "table": Text("表格", "Table"),
    "fit": Text("全图", "Fit"),
    "png": Text("PNG", "PNG"),
    "csv": Text("CSV", "CSV"),
    "print": Text("打印", "Print"),
    "reset": Text("复位", "Reset"),
    "help": Text("按键", "Keys"),
    "help_text": Text(
        "/ 搜索，回车到下一处 · 方向键 在图中移动 · 回车 看详情 · Esc 取消 · + − 缩放 · 0 全图 · "
        "t 表格 · l 图例 · ? 本说明",
        "/ search, Enter for the next · arrows move in the drawing · Enter details · Esc clear · "
        "+ − zoom · 0 fit · t table · l legend · ? this",
    ),
    "shown": Text(
        "显示 {0}/{1} 个标记，{2}/{3} 条联系", "{0} of {1} marks, {2} of {3} links shown"
    ),
    "shown_marks": Text("显示 {0}/{1} 个标记", "{0} of {1} marks shown"),
    "more": Text("视野外还有 {0} 个标记{1}：看全图", "{0} marks out of sight{1}: fit"),
    "of_these": Text("，其中{0} {1}", ", of these {0}: {1}"),
    "sources": Text("来源：{0}", "Sources: {0}"),
    "stamp": Text("图谱版本 {0}", "graph {0}"),
    "rows": Text("{0} 行", "{0} rows"),
    "close": Text("关闭", "Close"),
    "empty": Text("图谱中没有可画的内容。", "The graph holds nothing to draw."),
    "empty_next": Text(
        "请先用 kg build 读入任务文件（对应图要上下级两份），或放宽 --document、--query 的选择。",
        "Read task documents with kg build first (alignment needs two, of an upper and a lower "
        "level), or choose less narrowly with --document or --query.",
    ),
    "canvas": Text(
        "图：{0}。用方向键移动，回车看详情；同样的内容见表格。",
        "Drawing: {0}. Arrows move, Enter shows details; the table holds the same.",
    ),
    "note": Text("说明", "Notes"),
    "no_script": Text(
        "本页需要 JavaScript 才能作图；不会访问网络。",
        "This page needs JavaScript to draw; it never asks the network for anything.",
    ),
}
