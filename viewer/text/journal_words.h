// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/text/entry.h"

// Words of the journal: kinds of entries, named terms, what is so without an event. Its sentences
// stand in journal_sentences.h.
namespace tandem::viewer {

// clang-format off
/// Kinds of entries by id.
inline constexpr Entry kKindWords[] = {
    {"change", "Policy changes", "政策变更"},
    {"change_ends", "Policies that end", "政策结束"},
    {"event", "Events from outside", "外部事件"},
    {"shift", "Topics that shift", "领域变化"},
    {"opportunity", "Opportunities", "新商机"},
    {"passed", "Stages passed", "通过阶段"},
    {"won", "Deals won", "赢单"},
    {"lost", "Deals lost", "丢单"},
    {"idle", "Deals that died of neglect", "无人跟进而流失的商机"},
    {"handed_over", "Deals handed over", "商机移交"},
    {"requested", "Service asked for", "服务请求"},
    {"answered", "Service given", "服务答复"},
    {"customer_lost", "Customers lost", "客户流失"},
    {"encounters", "Callers and walk-ins", "来电与到店"},
    {"asked", "Asking for help", "求助"},
    {"helped", "Helping", "帮助"},
    {"sought", "Looking for a co-seller", "寻找合作销售"},
    {"joined_deal", "Joining a deal", "加入商机"},
    {"referred", "Passing a deal on", "转介商机"},
    {"choice", "Effort and hours", "投入与时间"},
    {"paid", "Pay", "发薪"},
    {"morale", "Morale", "士气"},
    {"hazard", "The wish to leave", "离职意愿"},
    {"judged", "Quota periods that end", "配额期结算"},
    {"appraised", "Appraisals", "考核"},
    {"award", "Awards", "表彰"},
    {"promoted", "Promotions", "晋升"},
    {"dispute", "Disputes", "冲突"},
    {"settled", "Disputes settled", "冲突化解"},
    {"deal_taken", "Deals that go with a leaver", "随离职者带走的商机"},
    {"customer_followed", "Customers who follow a leaver", "追随离职者的客户"},
    {"quit", "People who leave", "离职"},
    {"dismissed", "Dismissals", "解雇"},
    {"joined", "People who join", "入职"},
    {"news", "News noticed", "获知消息"},
    {"told", "News told or kept", "消息的转告或保留"},
    {"heard", "News taken in", "消息被接收"},
    {"grouped", "Groups", "分组"},
    {"included", "People in a change", "纳入变更的人员"},
    {"offered", "Offers", "提议"},
    {"input_sought", "Inputs asked for", "请求技术支持"},
    {"input_back", "Inputs that do not fit", "不合用的支持"},
    {"input_ready", "Inputs that came", "到位的支持"},
    {"input_late", "Inputs that came too late", "迟到的支持"},
    {"lead", "Leads of marketing", "市场线索"},
};

/// Terms and the parts of those with a colon; id and English are the engine's.
inline constexpr Entry kTermWords[] = {
    {"ability", "", "能力"}, {"appraisal against what was done", "", "考核与实绩之差"}, {"awards for help", "", "助人表彰"},
    {"awards", "", "表彰"}, {"base", "", "基准"}, {"care", "", "客户维护"}, {"claim", "", "抢客"}, {"clear roles", "", "职责清晰"},
    {"coaching", "", "辅导"}, {"competitor", "", "竞争对手"}, {"conscience", "", "责任心"}, {"credit", "", "业绩"},
    {"days of a newcomer", "", "新人期天数"}, {"days since joining", "", "入职天数"}, {"deals", "", "商机"}, {"disputes", "", "冲突"},
    {"effort", "", "投入"}, {"exits of mates", "", "同事离职"}, {"expected credit", "", "预期业绩"}, {"facts on record", "", "记录在案的事实"},
    {"fairness", "", "公平感"}, {"fatigue", "", "疲劳"}, {"favours owed", "", "所欠人情"}, {"felt gap", "", "感到的差距"},
    {"friends inside", "", "内部朋友"}, {"growth", "", "成长"}, {"habit", "", "习惯"}, {"haste", "", "仓促"}, {"helping", "", "助人"},
    {"hours", "", "时间"}, {"hours of asking", "", "求助所需时间"}, {"imposed", "", "规定用时"}, {"keeping in touch", "", "保持联系"},
    {"lead that does not fit", "", "线索不合适"}, {"learning", "", "学习"}, {"liaison", "", "联络"}, {"load", "", "负荷"}, {"loyalty", "", "忠诚"},
    {"match", "", "匹配"}, {"mates' loss", "", "同事的损失"}, {"meetings", "", "会议"}, {"mentoring", "", "带教"}, {"morale", "", "士气"},
    {"news", "", "消息"}, {"open dispute", "", "未决冲突"}, {"open disputes", "", "未决冲突"}, {"overload", "", "超负荷"}, {"own gain", "", "自身收益"},
    {"pay", "", "薪酬"}, {"pay against that of mates", "", "与同事相比的薪酬"}, {"pay later", "", "以后的收入"}, {"pay now", "", "当期收入"},
    {"pay that leaving forfeits", "", "离职将失去的薪酬"}, {"price", "", "价格"}, {"product", "", "产品"}, {"promotion in sight", "", "晋升在望"},
    {"prosociality", "", "亲社会性"}, {"prospecting", "", "开拓"}, {"rank", "", "名次"}, {"recognition", "", "认可"}, {"recording", "", "记录"},
    {"relation", "", "关系"}, {"relation to the firm", "", "与公司的关系"}, {"relation to the leaver", "", "与离职者的关系"}, {"reports", "", "汇报"},
    {"rival's discount", "", "对手的折扣"}, {"rivalry for prizes", "", "奖项竞争"}, {"shared goal", "", "共同目标"}, {"sharing norm", "", "分享规范"},
    {"standing", "", "声望"}, {"success", "", "成功"}, {"support", "", "支持"}, {"tenure", "", "任期"}, {"the manager's attention", "", "经理的关注"},
    {"training", "", "培训"}, {"trust", "", "信任"}, {"trust between the departments", "", "部门间信任"}, {"trust in mates", "", "对同事的信任"},
    {"waiting", "", "等待"}, {"what it pays the helper", "", "助人者所得"}, {"what the hours would earn", "", "这些时间本可挣得"},
    {"work that waits", "", "待办工作"}, {"worth of a better match", "", "更好匹配的价值"}, {"writing", "", "书写"},
};

/// What is so in a run without an event, by its kind; the English is the engine's.
inline constexpr Entry kUndoneWords[] = {
    {"change", "", "从未作此变更"}, {"event", "", "该事件从未发生"}, {"shift", "", "领域保持不变"}, {"opportunity", "", "该商机从未出现"},
    {"passed", "", "买方说不"}, {"won", "", "买方说不"}, {"lost", "", "买方同意"}, {"idle", "", "商机继续"}, {"requested", "", "客户没有请求"},
    {"customer_lost", "", "客户留下"}, {"dispute", "", "两人没有闹翻"}, {"quit", "", "此人留下"}, {"dismissed", "", "此人留下"},
    {"news", "", "从未发生"},
};
// clang-format on

}  // namespace tandem::viewer
