"""Names that a title never divides and that a general dictionary does not know: organs, honours, fixed phrases."""

from __future__ import annotations

PLACES = ("大连市", "辽宁省", "大连", "辽宁", "全国", "全省", "全市", "各区市县")
BODIES = ("总工会办公室", "总工会", "工会工作", "工会", "人民政府办公室", "人民政府", "市委", "职工")
PHRASES = """
中华全国总工会办公厅 中华全国总工会 全国总工会 国务院办公厅 中共中央办公厅
五一劳动奖状 五一劳动奖章 工人先锋号 劳动模范 先进集体 先进个人 优秀工会工作者
工会工作 基层工会 产业工会 领导机关 困难职工 帮扶中心 职工之家 职工小家 劳模创新工作室 创新工作室 评审委员会
工资集体协商 厂务公开 民主管理 安康杯 劳动和技能竞赛 新就业形态 产业工人队伍 女职工工作 活力建设 办实事
实施方案 实施意见 工作要点 工作方案 管理办法 评选办法 暂行办法 指导意见 组成人员 年度考核 表彰大会
申报表 建议表 审批表 登记表 汇总表 经费收支管理 专项检查 专项资金 专项经费 技术创新
创新成果 创新项目 创优成果 防暑降温 安全生产 高质量发展 营商环境 市场主体
"""
TERMS = frozenset((*(place + body for place in PLACES for body in BODIES), *PHRASES.split()))
