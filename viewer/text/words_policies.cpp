// SPDX-License-Identifier: Apache-2.0
#include "viewer/text/engine_words.h"

// Parameters that a firm decides.
namespace tandem::viewer {

namespace {

// clang-format off
constexpr EngineWord kWords[] = {
    {"group.quota", "配额"}, {"group.pricing", "定价"}, {"group.groups", "小组"},
    {"group.hiring", "招聘"}, {"group.dismissal", "解雇"}, {"group.evaluation", "考核"},
    {"group.career", "晋升"}, {"group.selling", "销售"}, {"group.policies", "一般政策"},
    {"group.policies.recognition", "表彰"}, {"group.policies.ranking", "排名"},
    {"group.policies.career", "职业发展"}, {"group.policies.roles", "职责"},
    {"group.policies.conflict", "冲突处理"}, {"group.policies.knowledge_base", "知识库"},
    {"group.policies.mentoring", "导师制"}, {"group.policies.training", "培训"},
    {"group.policies.crm", "客户记录"}, {"group.policies.handover", "客户移交"},
    {"group.policies.co_selling", "联合销售"}, {"group.policies.referral", "转介"},
    {"group.policies.meetings", "会议"}, {"group.policies.report", "书面报告"},
    {"group.policies.chat", "同事间提问"}, {"group.policies.support", "技术支持"},
    {"group.policies.service_desk", "服务台"}, {"group.policies.marketing", "市场部"},
    {"parameter.quota.method", "配额的制定方法"}, {"parameter.quota.amount", "每席位年配额"},
    {"parameter.quota.growth", "配额年增长"}, {"parameter.quota.stretch", "超出预期的要求"},
    {"parameter.quota.potential_weight", "市场潜力的权重"},
    {"parameter.quota.ratchet.up", "超额后上调比例"},
    {"parameter.quota.ratchet.down", "不足后下调比例"}, {"parameter.quota.ratchet.step", "每期固定上调"},
    {"parameter.quota.bottom_up.shading", "自报时压低的比例"},
    {"parameter.quota.bottom_up.correction", "公司加回的比例"}, {"parameter.quota.prorate", "不足一期按比例"},
    {"parameter.pricing.discount", "折扣"}, {"parameter.pricing.premium", "溢价"},
    {"parameter.hiring.delay", "空缺的平均天数"}, {"parameter.hiring.cost", "补一个席位的成本"},
    {"parameter.hiring.selectivity", "招聘的挑选程度"}, {"parameter.dismissal.floor", "解雇的业绩底线"},
    {"parameter.dismissal.periods", "连续多少期低于底线"}, {"parameter.evaluation.method", "考核看什么"},
    {"parameter.evaluation.every", "考核间隔"}, {"parameter.evaluation.weight", "帮助与记录的权重"},
    {"parameter.evaluation.openness", "说明理由的程度"}, {"parameter.evaluation.raise", "优秀者加薪"},
    {"parameter.evaluation.exit", "两次低于此分则解雇"}, {"parameter.career.raise", "晋升加薪"},
    {"parameter.selling.order", "先处理哪个商机"}, {"parameter.selling.handover_credit", "移交后开拓者保留的业绩"},
    {"parameter.groups.size", "小组人数"}, {"parameter.groups.form", "如何分组"},
    {"parameter.groups.redraw", "重新分组的间隔"}, {"parameter.groups.scope", "在谁之间分组"},
    {"parameter.policies.placebo", "安慰剂（不起作用）"}, {"parameter.policies.cover", "为空缺席位代班"},
    {"parameter.policies.cover_limit", "代班的在手商机上限"},
    {"parameter.policies.recognition.every", "表彰间隔"}, {"parameter.policies.recognition.for", "表彰什么"},
    {"parameter.policies.ranking.shown", "排名是否可见"}, {"parameter.policies.career.levels", "晋升级数"},
    {"parameter.policies.career.years", "每级所需年数"}, {"parameter.policies.career.at", "晋升所需业绩"},
    {"parameter.policies.roles.clarity", "职责清楚程度"}, {"parameter.policies.conflict.process", "由谁处理冲突"},
    {"parameter.policies.conflict.days", "处理冲突的天数"}, {"parameter.policies.knowledge_base.on", "使用知识库"},
    {"parameter.policies.knowledge_base.upkeep", "每周编写时间"}, {"parameter.policies.mentoring.days", "导师陪伴天数"},
    {"parameter.policies.mentoring.hours", "每周导师时间"}, {"parameter.policies.mentoring.form", "自愿或指派"},
    {"parameter.policies.training.every", "培训间隔"}, {"parameter.policies.training.hours", "培训时长"},
    {"parameter.policies.training.content", "培训内容"}, {"parameter.policies.training.cost", "每人培训费"},
    {"parameter.policies.crm.discipline", "要求记录的比例"}, {"parameter.policies.handover.to", "空缺席位的客户交给谁"},
    {"parameter.policies.handover.care", "移交的细致程度"}, {"parameter.policies.co_selling.on", "允许联合销售"},
    {"parameter.policies.co_selling.credit", "业绩归谁"}, {"parameter.policies.co_selling.owner", "归属者的分成"},
    {"parameter.policies.co_selling.hours", "合作者承担的工作"}, {"parameter.policies.co_selling.scope", "合作者来自"},
    {"parameter.policies.referral.on", "允许转介"}, {"parameter.policies.referral.credit", "转介者的业绩比例"},
    {"parameter.policies.meetings.every", "会议间隔"}, {"parameter.policies.meetings.hours", "会议时长"},
    {"parameter.policies.meetings.scope", "谁参加"}, {"parameter.policies.meetings.format", "会议形式"},
    {"parameter.policies.meetings.pairs", "如何结对"}, {"parameter.policies.report.every", "报告间隔"},
    {"parameter.policies.report.hours", "写报告的时间"}, {"parameter.policies.report.scope", "谁阅读"},
    {"parameter.policies.chat.on", "会议之外可以提问"}, {"parameter.policies.chat.latency", "答复所需天数"},
    {"parameter.policies.chat.hours", "答复所需时间"}, {"parameter.policies.chat.interruption", "被打断的损失"},
    {"parameter.policies.chat.search", "找人并说明的时间"}, {"parameter.policies.support.staff", "技术支持每天的工时"},
    {"parameter.policies.support.liaison", "每周与技术支持沟通"},
    {"parameter.policies.support.shared_goal", "支持部门薪酬与销售挂钩的比例"},
    {"parameter.policies.support.patience", "等待支持的天数上限"}, {"parameter.policies.support.order", "支持的处理顺序"},
    {"parameter.policies.service_desk.staff", "服务台每天的工时"}, {"parameter.policies.service_desk.share", "转给服务台的请求比例"},
    {"parameter.policies.marketing.money", "每区域每天市场费用"}, {"parameter.policies.marketing.liaison", "每周与市场部沟通"},
};
// clang-format on

}  // namespace

std::span<const EngineWord> words_of_policies() { return kWords; }

}  // namespace tandem::viewer
