"""The kinds of repair, doubt and loss that reading a task table can meet."""

from __future__ import annotations

from kg.model import IssueCode, Severity
from kg.wording import Text


def _info(code: str, zh: str, en: str) -> IssueCode:
    return IssueCode(code, Severity.INFO, Text(zh, en))


def _warning(code: str, zh: str, en: str) -> IssueCode:
    return IssueCode(code, Severity.WARNING, Text(zh, en))


def _error(code: str, zh: str, en: str) -> IssueCode:
    return IssueCode(code, Severity.ERROR, Text(zh, en))


# form only: no fact depends on it
HEADER_VARIANT = _info(
    "header-variant",
    "表头重复且用词不同，按同一表头读取",
    "the header repeats in other words; read as the same header",
)
HEADING_REPEATED = _info(
    "heading-repeated", "标题重复印出（换页），合为一个", "a heading is printed again; merged"
)
HEADING_NUMBER_MISSING = _info(
    "heading-number-missing",
    "标题一处漏印编号，按另一处补",
    "a heading lacks its number in one place; taken from the other",
)
HEADING_SPACING = _info(
    "heading-spacing",
    "编号后的空格与全文多数写法不同",
    "the space after the number differs from the rest of the document",
)
PERSON_IN_NAME = _info(
    "person-in-name",
    "单位名称后括号内为责任人，已从名称中分出",
    "a person stands in brackets behind the body's name; taken off the name",
)
TRAILING_STOP = _info(
    "trailing-stop",
    "单位格末尾多出句号，已去掉",
    "a full stop behind a list of bodies was taken off",
)
ROW_JOINED = _info(
    "row-joined", "一行被拆成几行，已接回", "a row broken over several lines was joined"
)
PAGE_BREAK_IN_ROW = _info(
    "page-break-in-row",
    "换页的页码、页眉夹在一行中间，已从内容中分出",
    "a page number or running head stood inside a row; taken out of it",
)
COLUMN_UNKNOWN = _info(
    "column-unknown", "不认识的列，内容记入备注", "an unknown column; its words are kept as remark"
)
NOTE_ROW = _info(
    "note-row", "表内说明行，不是举措，已搁置", "a note inside the table, no measure; set aside"
)

TEXT_DOUBLED = _info(
    "text-doubled",
    "疑似重字，照录",
    "a character seems to be printed twice; kept as printed",
)

# a fact was recovered, inferred, or is in doubt
SECTION_RECOVERED = _warning(
    "section-heading-recovered",
    "板块标题错印在举措格内，按编号空缺与标题写法恢复",
    "a section heading stood in a measure cell; restored from the gap in the numbers",
)
MEASURE_IN_BODY_COLUMN = _warning(
    "measure-in-agency-column",
    "举措文字错印在责任单位格内，已移回举措",
    "words of a measure stood in the agency column; moved back",
)
BODIES_IN_MEASURE_COLUMN = _warning(
    "agencies-in-measure-column",
    "责任单位错印在举措格内，已移回",
    "agencies stood in the measure column; moved back",
)
ROW_SHIFTED = _warning(
    "row-shifted",
    "内容错印在板块标题行，已移到其后任务",
    "words stood in the row of a section heading; moved to the task below",
)
CELL_INHERITED = _warning(
    "cell-inherited",
    "本行未印责任单位，按合并单元格取上一行",
    "no agencies in this row; taken from the row above as a merged cell",
)
COLUMN_INHERITED = _warning(
    "column-inherited",
    "本行此列未印，全表均只印在任务首行，按合并单元格取上一行",
    "blank in this row as in all but the first of each task; taken from above as a merged cell",
)
CELL_BLANK = _warning(
    "cell-blank",
    "本行此列为空（未印，或与上一行合并），未代填",
    "a cell is blank (never printed, or merged with the one above); left blank",
)
CELL_BLANK_ASSIST = _info(
    "assist-cell-blank",
    "本行配合单位格为空（无配合单位，或与上一行合并），未代填",
    "no supporting agencies in this row, or merged with those above; left blank",
)
DEADLINE_IN_BODY_COLUMN = _warning(
    "deadline-in-agency-column",
    "时限错印在责任单位格内，已从单位名称中分出",
    "a deadline stood in the agency column; taken out of the names",
)
MEASURE_CONTINUED = _warning(
    "measure-continued",
    "举措被换页断成两行，已接回",
    "a measure was broken over two rows; joined",
)
HEADING_NUMBER_MISREAD = _warning(
    "heading-number-misread",
    "标题编号印错或缺分隔号，按前后编号读出",
    "the number of a heading is misprinted; read from those around it",
)
HEADING_IN_MEASURE = _warning(
    "heading-in-measure",
    "疑似板块标题与举措连印，照录；其后各行仍在上一板块",
    "a section heading seems to be printed within a measure; kept as printed, and the rows below"
    " stay in the section above",
)
HEADINGS_PARTED = _warning(
    "headings-parted",
    "板块标题与任务标题连印，已分开",
    "a section and a task were printed as one heading; parted",
)
COLUMN_GUESSED = _warning(
    "column-guessed",
    "本行缺格，按内容判断各格属于哪一列",
    "a cell is missing in this row; columns were told from what the cells say",
)
NAME_MALFORMED = _warning(
    "agency-malformed",
    "单位名称不成名（疑似受损），照录",
    "not the form of a body's name (damaged?); kept as printed",
)
NAME_FUSED = _warning(
    "agency-fused",
    "疑似两个单位名称连印，照录",
    "two names seem to be printed as one; kept as printed",
)
NAME_HALF_BRACKETED = _warning(
    "agency-half-bracketed",
    "单位名称的括号缺一半，按补全的名称理解",
    "a bracket of the name has lost its other half; read as the whole name",
)
NAMES_PARTED = _warning(
    "agencies-parted",
    "两个以上单位名称连印（缺分隔号），已分开",
    "names were printed with no separator between them; parted",
)
NAMES_SEPARATED = _info(
    "agencies-separated",
    "单位名称之间用了空格、斜线等少见的分隔号，已分开",
    "names were parted at a blank, a slash or another unusual mark",
)
NAME_SUSPECT = _warning(
    "agency-suspect",
    "疑似单位名称受损：与常见名称仅末尾不同，照录",
    "a damaged name? it differs from a frequent one in its ending alone; kept as printed",
)
NAME_WITH_LEVEL = _warning(
    "division-with-level",
    "处室名称前多印层级字，按同名处室理解",
    "a division is printed with a level word; read as the division of that name",
)
TEXT_SUSPECT = _warning(
    "text-suspect",
    "疑似错字：与固定用语仅一处不同，照录",
    "a misprint? it differs from a fixed expression in one place; kept as printed",
)
CLAUSE_IN_MEASURE = _warning(
    "clause-in-measure",
    "责任单位印在举措末尾，按该处读取",
    "the agencies stand at the end of the measure; read from there",
)
CLAUSE_DIFFERS = _warning(
    "clause-differs",
    "举措末尾写明的责任单位与单位格不同，按单位格读取",
    "the measure's last words name other agencies than the cells do; the cells were read",
)
DEADLINE_UNREADABLE = _warning(
    "deadline-unreadable", "时限无法识读，照录", "the deadline cannot be read; kept as printed"
)
NUMBER_GAP = _warning("number-gap", "编号不连续", "the numbers skip")
NUMBER_REPEATED = _warning("number-repeated", "编号重复", "a number is printed twice")

LAST_ROW_DOUBTFUL = _warning(
    "last-row-doubtful",
    "末行最后的单位与其他各行写法不同，请核对文件是否完整",
    "the last agency of the last row is unlike those of the others; check that the file is whole",
)

COLUMN_TOLD = _warning(
    "column-told",
    "列名不认识，按各格内容判断为此列，请核对",
    "the heading is unknown; the column was told from what its cells say, please check",
)
COLUMN_UNREAD = _warning(
    "column-unread",
    "列名不认识，而各格像是单位或时限：未作单位或时限读取，只记入备注",
    "the heading is unknown while its cells look like agencies or deadlines: not read as such, "
    "kept as remark only",
)

TITLE_FROM_FILE = _warning(
    "title-from-file",
    "文中没有标题和文号，按文件名取标题",
    "the text prints neither title nor number; the title was taken from the name of the file",
)

# a fact was lost or could not be placed
AGENCY_MISSING = _error(
    "agency-missing", "没有可识别的责任单位", "no agency could be read for this measure"
)
CELL_UNPLACED = _error(
    "cell-unplaced", "内容无法归位，已搁置", "words could not be placed; set aside"
)
ROW_UNPLACED = _error(
    "row-unplaced", "本行无法归位，已搁置", "the row could not be placed; set aside"
)
PROSE_UNREAD = _error(
    "prose-unread",
    "表外正文写有责任分工，未读取；请把这些举措整理进表格再载入",
    "the text outside the table says who is responsible and was not read; put these measures into"
    " the table and load it again",
)
TASK_EMPTY = _error("task-empty", "任务没有举措", "a task without a measure")
