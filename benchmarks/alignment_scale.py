"""Prints what aligning many papers costs: time for each pair of papers, memory, figures per pair.

Usage: ``python benchmarks/alignment_scale.py [TASKS MEASURES [PROVINCES]]`` (default 10,000
upper tasks and 100,000 lower measures in 30 provinces, each one upper and one lower paper).
First a tenth of both, then all: the time for each candidate pair should stay flat. The papers
are made up of words of the genre, the same every time; two processes share the provinces.
"""

from __future__ import annotations

import random
import resource
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from time import perf_counter

from kg.link import Document, Measure, Task, align, bundled, bundled_background

PROCESSES = 2
MEASURES_IN_TASK = 3
OWN_SUBJECT = 0.4
VERBS = "加强 推进 开展 完善 建立 健全 支持 鼓励 引导 深化 组织 落实 优化 提升".split()
OBJECTS = (
    "专利导航 地理标志保护 质押融资 代理机构监管 海外纠纷应对 公共服务网点 人才培训 普法宣传 "
    "专利预审 行政裁决 技术调查官 运营中心 开放许可 商标品牌 典型案例 信用监管 数据共享 "
    "养老服务 义务教育 安全生产 招商引资 高标准农田 老旧小区改造 应急演练 绿色制造 充电设施 "
    "社区食堂 河湖治理 物流枢纽 消费帮扶 职业技能 医疗联合体 政务服务 营商环境 算力网络"
).split()
ENDS = "工作 体系建设 水平 机制 试点 专项行动 服务能力 示范工程 平台建设 政策落实 队伍建设".split()
KINDS = (
    "农村 城镇 跨境 青年 高校 园区 社区 县域 海洋 林业 中医药 制造业 建筑业 服务业 民营 国有 "
    "数字 绿色 智能 公益 基层 边远 流域 口岸 冬季"
).split()
PLACES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one province cost."""

    alignments: int
    seconds: float


def main() -> None:
    """Print the table."""
    numbers = [int(a) for a in sys.argv[1:]]
    tasks, measures = numbers[:2] if len(numbers) > 1 else (10_000, 100_000)
    provinces = numbers[2] if len(numbers) > 2 else 30  # noqa: PLR2004 - third argument
    print(f"{'tasks':>8}{'measures':>10}{'seconds':>9}{'alignments':>12}{'µs/pair':>9}{'MB':>7}")
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
    print(
        f"{tasks:8,}{measures:10,}{seconds:9.1f}{sum(c.alignments for c in costs):12,}"
        f"{seconds / pairs * 1e6:9.2f}{memory:7.0f}"
    )


def one_province(job: tuple[int, int, int]) -> Cost:
    """Align the two papers of one province."""
    number, tasks, measures = job
    chance = random.Random(number)  # noqa: S311 - not secret
    upper = paper(f"省{number}", tasks, 1, chance)
    lower = paper(f"市{number}", measures // MEASURES_IN_TASK, MEASURES_IN_TASK, chance)
    start = perf_counter()
    found = align(upper, lower, vocabulary=bundled(), background=bundled_background())
    return Cost(len(found), perf_counter() - start)


def paper(key: str, tasks: int, measures: int, chance: random.Random) -> Document:
    """Return a made-up paper."""
    made = []
    for t in range(tasks):
        subject = chance.choice(KINDS) + chance.choice(OBJECTS)
        rows = tuple(
            Measure(f"{key}#{t}.{m}", "".join(sentences(subject, chance))) for m in range(measures)
        )
        made.append(Task(f"{key}#{t}", f"{chance.choice(VERBS)}{subject}", rows))
    return Document(key, tuple(made))


def sentences(subject: str, chance: random.Random) -> Iterator[str]:
    """Yield the clauses of a made-up measure of the usual length, some 120 characters."""
    for _ in range(chance.randint(4, 8)):
        other = chance.choice(KINDS) + chance.choice(OBJECTS)
        about = subject if chance.random() < OWN_SUBJECT else other
        name = "".join(chance.choices(PLACES, k=3))
        yield f"{chance.choice(VERBS)}{name}{about}{chance.choice(ENDS)}，"
    yield "。"


if __name__ == "__main__":
    main()
