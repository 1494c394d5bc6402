"""Prints what aligning many papers costs: time for each pair of papers, memory, figures per pair.

Usage: ``python benchmarks/alignment_scale.py [TASKS MEASURES [PROVINCES]]`` (default 10,000
upper tasks and 100,000 lower measures in 30 provinces, each one upper and one lower paper).
First a tenth of both in a tenth of the provinces, then all: the time for each pair of a task and
a measure of one province should stay flat. The papers are made up of words of the genre, the same
every time; two processes share the provinces. Seconds are wall time and say little on a machine
that does other work; CPU seconds are those of :func:`kg.link.align` in both processes.
"""

from __future__ import annotations

import random
import resource
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from time import perf_counter, process_time

from kg.link import Document, Measure, Task, align, bundled, bundled_background

PROCESSES = 2
MEASURES_IN_TASK = 3
OWN_SUBJECT = 0.4
# fmt: off
VERBS = [
    "加强", "推进", "开展", "完善", "建立", "健全", "支持", "鼓励", "引导", "深化", "组织",
    "落实", "优化", "提升",
]
NOUNS = [
    "专利", "商标", "版权", "质押", "融资", "人才", "培训", "宣传", "普法", "信用", "代理",
    "导航", "预审", "维权", "裁决", "仲裁", "调解", "海关", "展会", "品牌", "园区", "高校",
    "养老", "托育", "医疗", "护理", "助餐", "康复", "河湖", "湿地", "林地", "耕地", "水利",
    "供水", "污水", "垃圾", "扬尘", "噪声", "物流", "港口", "航线", "公路", "桥梁", "公交",
    "停车", "充电", "燃气", "供热", "电梯", "社区", "物业", "住房", "消防", "应急", "防汛",
    "地震", "危化", "矿山", "食品", "药品", "疫苗", "学校", "幼儿", "体育", "场馆", "图书",
    "文物", "非遗", "旅游", "民宿", "茶叶", "水果", "蔬菜", "粮食", "种业", "畜牧", "渔业",
    "农机", "冷链", "电商", "外贸", "口岸", "展销", "招商", "税费", "审批", "证照", "窗口",
    "热线", "数据", "算力", "网络", "芯片", "机床", "轴承", "纺织", "鞋服", "陶瓷", "石材",
    "光伏", "风电", "储能", "氢能", "船舶",
]
ENDS = [
    "工作", "体系建设", "水平", "机制", "试点", "专项行动", "服务能力", "示范工程", "平台建设",
    "政策落实", "队伍建设",
]
# fmt: on
PLACES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one province cost."""

    alignments: int
    cpu_seconds: float


def main() -> None:
    """Print the table."""
    numbers = [int(a) for a in sys.argv[1:]]
    tasks, measures = numbers[:2] if len(numbers) > 1 else (10_000, 100_000)
    provinces = numbers[2] if len(numbers) > 2 else 30  # noqa: PLR2004 - third argument
    print(f"{'tasks':>8}{'measures':>10}{'seconds':>9}{'CPU s':>8}", end="")
    print(f"{'alignments':>12}{'CPU µs/pair':>13}{'MB':>7}")
    for share in (10, 1):
        measure(max(1, provinces // share), tasks // share, measures // share)


def measure(provinces: int, tasks: int, measures: int) -> None:
    """Align that many provinces and print one line; a pair is a task and a measure of one."""
    start = perf_counter()
    jobs = [(n, tasks // provinces, measures // provinces) for n in range(provinces)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        costs = list(pool.map(one_province, jobs))
    seconds = perf_counter() - start
    pairs = provinces * (tasks // provinces) * (measures // provinces)
    memory = PROCESSES * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    cpu = sum(c.cpu_seconds for c in costs)
    print(
        f"{tasks:8,}{measures:10,}{seconds:9.1f}{cpu:8.1f}{sum(c.alignments for c in costs):12,}"
        f"{cpu / pairs * 1e6:13.2f}{memory:7.0f}",
        flush=True,
    )


def one_province(job: tuple[int, int, int]) -> Cost:
    """Align the two papers of one province."""
    number, tasks, measures = job
    chance = random.Random(number)  # noqa: S311 - not secret
    upper = paper(f"省{number}", tasks, 1, chance)
    lower = paper(f"市{number}", measures // MEASURES_IN_TASK, MEASURES_IN_TASK, chance)
    start = process_time()
    found = align(upper, lower, vocabulary=bundled(), background=bundled_background())
    return Cost(len(found), process_time() - start)


def paper(key: str, tasks: int, measures: int, chance: random.Random) -> Document:
    """Return a made-up paper."""
    made = []
    for t in range(tasks):
        subject = "".join(chance.sample(NOUNS, 2))
        rows = tuple(
            Measure(f"{key}#{t}.{m}", "".join(sentences(subject, chance))) for m in range(measures)
        )
        made.append(Task(f"{key}#{t}", f"{chance.choice(VERBS)}{subject}", rows))
    return Document(key, tuple(made))


def sentences(subject: str, chance: random.Random) -> Iterator[str]:
    """Yield the clauses of a made-up measure of the usual length, some 120 characters."""
    for _ in range(chance.randint(4, 8)):
        other = "".join(chance.sample(NOUNS, 2))
        about = subject if chance.random() < OWN_SUBJECT else other
        name = "".join(chance.choices(PLACES, k=3))
        yield f"{chance.choice(VERBS)}{name}{about}{chance.choice(ENDS)}，"
    yield "。"


if __name__ == "__main__":
    main()
