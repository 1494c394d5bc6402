"""Two large made-up papers of one place and its province: long names, many sections and months."""

from __future__ import annotations

import csv
import io

SECTIONS, TASKS, MEASURES = 9, 5, 3
_SUBJECTS = (
    "政务服务", "市场准入", "工程建设项目审批", "招标投标", "跨境贸易", "企业开办注销",
    "信用监管", "融资服务", "用地保障", "人才引进", "法治保障", "数据共享", "科技创新平台",
    "物流通道", "基层减负",
)  # fmt: skip
_OFFICES = (
    "发展和改革委员会", "工业和信息化局", "市场监督管理局（知识产权局）", "人力资源和社会保障局",
    "住房和城乡建设局", "自然资源和规划局", "国有资产监督管理委员会", "卫生健康委员会",
    "文化旅游广电体育局", "行政审批服务局", "公共资源交易中心", "农业农村局（乡村振兴局）",
    "交通运输局", "生态环境局", "退役军人事务局", "应急管理局", "医疗保障局", "统计局",
    "城市管理和综合执法局", "水利局", "商务局（口岸办公室）", "司法局", "财政局", "教育局",
    "科学技术局", "民政局", "审计局", "林业局", "税务局", "公安局", "数据局", "信访局",
)  # fmt: skip
_HEAD = ("重点任务", "具体举措", "牵头单位", "责任单位", "完成时限")


def paper(region: str, office: str) -> str:
    """Return a breakdown table as CSV; every eighth measure has a date of one clause as well.

    Parameters
    ----------
    office
        What stands before the names of the bodies: 市, 省.
    """
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow((f"{region}2025年优化营商环境重点任务分解表", *[""] * 4))
    table.writerow(_HEAD)
    number = 0
    for section in range(SECTIONS):
        table.writerow((f"{'一二三四五六七八九'[section]}、营造更加{_SUBJECTS[section]}便利的高质量发展环境",
                        *[""] * 4))  # fmt: skip
        for task in range(TASKS):
            for measure in range(MEASURES):
                table.writerow(_row(office, number, section * TASKS + task + 1, measure))
                number += 1
    return out.getvalue()


def _row(office: str, number: int, task: int, measure: int) -> tuple[str, ...]:
    subject = _SUBJECTS[task % len(_SUBJECTS)]
    title = f"{task}.提升{subject}水平" if measure == 0 else ""
    clause = f"，2026年{number % 12 + 1}月底前完成系统对接" if number % 8 == 0 else ""
    words = f"推进{subject}第{number + 1}批改革，完善{subject}工作机制，开展专项服务{clause}。"
    lead = 0 if number % 3 else number % len(_OFFICES)
    others = [(number * 5 + n * 7) % len(_OFFICES) for n in range(number % 6 + 1)]
    bodies = "、".join(f"{office}{_OFFICES[body]}" for body in others if body != lead)
    due = f"{2023 + number % 5}年{number * 7 % 12 + 1}月"
    return title, words, f"{office}{_OFFICES[lead]}", bodies, due
