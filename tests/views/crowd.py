"""Many marks at once, on our page and on a bare one, and how long each takes to draw."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser

from kg.views.scene import Kind, Mark, Record, Scene, Shape, Table, View
from kg.wording import Text, same

BARE = """<!DOCTYPE html><meta charset="utf-8"><div id="a" style="height:800px"></div>
<script>%s</script><script>
const nodes = %s;
const network = new vis.Network(document.getElementById("a"), { nodes, edges: [] },
  { physics: { enabled: false }, interaction: { hover: true } });
network.once("afterDrawing", () => performance.mark("drawn"));
</script>"""


def crowd(marks: int) -> View:
    """A view of so many marks, each with a record of its own with words of usual length."""
    keys = [f"澄知发〔2025〕1号/一/{n}#1" for n in range(marks)]
    words = (
        "开展专利转化运用专项行动，推动高校和科研机构存量专利与企业对接，培育高价值专利组合。" * 2
    )
    scene = Scene(
        key="甲",
        title="甲",
        finding=Text("甲", "a"),
        kinds=(Kind("a", Text("甲", "a"), Shape.DOT, "#FFFFFF", "#0072B2"),),
        marks=tuple(
            Mark(key, "a", n % 50 * 22, n // 50 * 20, (key,), same("") if n % 5 else f"举措 {n}")
            for n, key in enumerate(keys)
        ),
        links=(),
        drawings=(),
        table=Table((), ()),
    )
    record = Text("举措", "measure")
    facts = ((Text("文件", "document"), "澄湖市知识产权工作任务分解表（澄知发〔2025〕1号）"),)
    records = tuple(
        Record(key, record, f"{n} {words[:30]}", words, facts) for n, key in enumerate(keys)
    )
    return View("crowd", Text("甲", "a"), (scene,), records, (), "0", date(2025, 1, 1))


def bare(view: View) -> str:
    """A page of vis-network alone with the marks of a view."""
    library = (files("pyvis") / "lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
    nodes = [
        {"id": n, "x": m.x, "y": m.y, "label": str(m.label) or " ", "shape": "dot", "size": 6}
        for n, m in enumerate(view.scenes[0].marks)
    ]
    return BARE % (library, json.dumps(nodes, ensure_ascii=False))


def drawn_ms(browser: Browser, path: Path) -> float:
    """Milliseconds from the start of the load to the end of the first drawing."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    found = context.new_page()
    found.goto(path.as_uri())
    for _ in range(400):
        marks = found.evaluate("performance.getEntriesByName('drawn').map((m) => m.startTime)")
        if marks:
            context.close()
            return float(marks[0])
        found.wait_for_timeout(25)
    raise AssertionError("never drawn")
