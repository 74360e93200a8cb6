// SPDX-License-Identifier: Apache-2.0
#include "viewer/text/engine_words.h"

// Metrics and figures of a seat.
namespace tandem::viewer {

namespace {

// clang-format off
constexpr EngineWord kWords[] = {
    {"metric.revenue", "收入"}, {"metric.margin", "毛利"}, {"metric.profit", "利润"},
    {"metric.compensation", "薪酬"}, {"metric.ccos", "薪酬占收入比"},
    {"metric.selling_cost", "销售成本"}, {"metric.selling_cost_share", "销售成本占收入比"},
    {"metric.hiring_cost", "招聘成本"}, {"metric.training_cost", "培训成本"},
    {"metric.department_cost", "部门成本"}, {"metric.opportunities", "商机数"},
    {"metric.deals_won", "赢单数"}, {"metric.deal_value", "赢单金额（平均）"},
    {"metric.win_rate", "赢单率"}, {"metric.failed_opportunities", "落空的商机"},
    {"metric.cycle_days", "销售周期"}, {"metric.backlog", "每席位在手商机"},
    {"metric.pipeline", "管道金额"}, {"metric.neglect", "无人跟进而流失的商机"},
    {"metric.discount", "折扣"}, {"metric.revenue_per_opportunity", "每个商机的收入"},
    {"metric.revenue_per_hour", "每小时收入"}, {"metric.marketing_leads", "市场部线索"},
    {"metric.unqualified_leads", "不合适的线索"}, {"metric.encounters", "来电与到店顾客"},
    {"metric.abandoned", "未得到接待"}, {"metric.wait_minutes", "等待时间"},
    {"metric.conversion", "转化率"}, {"metric.occupancy", "接待占用率"},
    {"metric.sales_per_hour", "每小时成交数"}, {"metric.turnover", "人员流动率"},
    {"metric.voluntary_turnover", "主动离职率"}, {"metric.vacancy", "空缺席位"},
    {"metric.tenure", "在职时间"}, {"metric.ramp_days", "上手时间"},
    {"metric.attainment", "配额完成率"}, {"metric.share_at_quota", "达到配额的比例"},
    {"metric.pay_gini", "薪酬基尼系数"}, {"metric.effort", "努力程度"},
    {"metric.morale", "士气"}, {"metric.fatigue", "疲劳"}, {"metric.fairness", "公平感"},
    {"metric.promotions", "晋升率"}, {"metric.hours_deals", "用于商机的时间"},
    {"metric.hours_prospecting", "开拓时间"}, {"metric.hours_care", "客户维护时间"},
    {"metric.hours_requests", "处理客户请求的时间"}, {"metric.hours_helping", "留给同事的时间"},
    {"metric.hours_recording", "记录时间"}, {"metric.hours_learning", "学习时间"},
    {"metric.knowledge", "知识"}, {"metric.knowledge_spread", "知识差距"},
    {"metric.trust", "信任"}, {"metric.sharing_norm", "分享风气"},
    {"metric.questions", "向同事提问"}, {"metric.help_given", "得到解答的提问"},
    {"metric.help_refused", "被拒绝的提问"}, {"metric.help_hours", "帮助时间"},
    {"metric.co_sold_share", "两人合赢的商机"}, {"metric.cross_team_wins", "跨团队合赢的商机"},
    {"metric.referred_share", "转介的商机"}, {"metric.offers_accepted", "被接受的提议"},
    {"metric.coverage", "已记录的客户信息"}, {"metric.written", "有书面答案的提问"},
    {"metric.items_reach", "消息的到达率"}, {"metric.unique_shared", "独有信息被说出的比例"},
    {"metric.item_age", "消息的新旧"}, {"metric.support_days", "等待技术支持"},
    {"metric.support_ready", "按时到位的支持"}, {"metric.support_refused", "被扣下的支持"},
    {"metric.support_rework", "返工的支持"}, {"metric.support_trust", "与技术支持的信任"},
    {"metric.disputes", "冲突"}, {"metric.dispute_days", "化解冲突的天数"},
    {"metric.open_disputes", "未化解的冲突"}, {"metric.duplicate_work", "重复工作"},
    {"metric.missed_leads", "错过的商机"}, {"metric.repeated_hours", "重做工作的时间"},
    {"metric.repeated_cost", "重做工作的成本"}, {"metric.satisfaction", "客户满意度"},
    {"metric.retention", "客户保留率"}, {"metric.customers", "每席位客户数"},
    {"metric.customers_won", "新增客户"}, {"metric.accounts_lost_with_leavers", "随离职者流失的客户"},
    {"metric.deals_lost_with_leavers", "随离职者流失的商机"}, {"metric.response_days", "响应时间"},
    {"metric.desk_share", "由服务台答复"}, {"metric.complaints", "投诉"},
    {"figure.morale", "士气"}, {"figure.fatigue", "疲劳"}, {"figure.trust", "同事的信任"},
    {"figure.knowledge", "知识"}, {"figure.effort", "努力程度"}, {"figure.quitting", "离职可能性"},
    {"figure.conflict", "未化解的冲突"}, {"figure.fairness", "公平感"}, {"figure.revenue", "收入"},
    {"figure.credit", "本期业绩"}, {"figure.quota", "配额"}, {"figure.paid", "薪酬"},
    {"figure.deals", "在手商机"}, {"figure.pipeline", "管道金额"},
    {"metric_group.firm", "公司"}, {"metric_group.people", "人员"},
    {"metric_group.collaboration", "协作"}, {"metric_group.customers", "客户"},
};
// clang-format on

}  // namespace

std::span<const EngineWord> words_of_figures() { return kWords; }

}  // namespace tandem::viewer
