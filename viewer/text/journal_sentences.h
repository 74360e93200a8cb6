// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

// Sentences of the journal and their parts: the engine's English patterns (journal_patterns()) and
// the same with the same places in Chinese.
namespace tandem::viewer {

struct Sentence {
  std::string_view en;
  const char* zh;
};

// clang-format off
inline constexpr Sentence kSentences[] = {
    // Parts: counts, times, lists
    {"{0} day", "{0} 天"}, {"{0} days", "{0} 天"}, {"{0} month", "{0} 个月"}, {"{0} months", "{0} 个月"},
    {"{0} years", "{0} 年"}, {"{0} caller", "{0} 位来电者"}, {"{0} callers", "{0} 位来电者"},
    {"{0} walk-in", "{0} 位到店顾客"}, {"{0} walk-ins", "{0} 位到店顾客"}, {"{0}, {1}", "{0}、{1}"},
    {"the same day", "当天"}, {"after {0}", "在 {0}后"}, {"account {0} in {1}", "{1} 的客户 {0}"},
    {"the service desk", "服务台"}, {"the others", "其他人"},
    // From outside
    {"policy {0}: {1}", "政策{0}：{1}"},
    {"policy {0} ends: {1}", "政策{0}结束：{1}"},
    {"change", "变更"}, {"change {0}", "变更（{0}）"}, {"plan", "薪酬方案"},
    {"for newcomers", "新人"}, {"for the {0} third", "业绩{0}三分之一"},
    {"lowest", "最低"}, {"middle", "居中"}, {"best", "最高"},
    {"for team {0}", "团队 {0}"}, {"for {0}", "区域 {0}"}, {"for role {0}", "{0}"},
    {"{0} of team {1}", "团队 {1} 的{0}"}, {"{0} of {1}", "区域 {1} 的{0}"}, {"{0} of role {1}", "{1}中的{0}"},
    {"{0}, severity {1}", "{0}，强度 {1}"},
    {"{0}: {1}, severity {2}", "{0}：{1}，强度 {2}"},
    {"topic {0} shifts: everybody's knowledge of it falls by {1}", "领域 {0} 发生变化：所有人对它的知识减少 {1}"},
    {"{0} is in the {1}: {2} ({3})", "{0} 纳入{1}：{2}（{3}）"},
    {"credit at {0} of the expected", "业绩为预期的 {0}"}, {"there for {0}", "在职 {0}"},
    {"{0} accepts the offer: {1} (chance {2})", "{0} 接受提议：{1}（概率 {2}）"},
    {"{0} declines the offer: {1} (chance {2})", "{0} 拒绝提议：{1}（概率 {2}）"},
    // Deals
    {"{0} brings {1} deal {2}, worth {3}", "{0} 给 {1} 带来商机 {2}，金额 {3}"},
    {"marketing brings {0} deal {1}, which fits (chance that it does not {2})", "市场部给 {0} 带来商机 {1}，线索合适（不合适的概率 {2}）"},
    {"marketing brings {0} deal {1}, which does not fit (chance that it does not {2})", "市场部给 {0} 带来商机 {1}，线索不合适（不合适的概率 {2}）"},
    {"the buyer of deal {0} says yes to {1}'s {2} stage (chance {3})", "商机 {0} 的买方同意，{1} 通过{2}阶段（概率 {3}）"},
    {"{0} wins deal {1}, worth {2} (chance {3})", "{0} 赢得商机 {1}，金额 {2}（概率 {3}）"},
    {"{0} loses deal {1}, worth {2}, at the {3} stage (chance to pass {4})", "{0} 在{3}阶段丢失商机 {1}，金额 {2}（通过的概率 {4}）"},
    {"{0}'s deal {1}, worth {2}, dies of neglect at the {3} stage after {4}", "{0} 的商机 {1}（金额 {2}）在{3}阶段 {4}无人跟进，流失"},
    {"{0} takes over deal {1}, worth {2}, from {3}", "{0} 从 {3} 接手商机 {1}，金额 {2}"},
    {"{0} passes deal {1} on to {2} (chance to pass on {3})", "{0} 把商机 {1} 转介给 {2}（转介的概率 {3}）"},
    {"{0} keeps deal {1} that was for {2} (chance to pass on {3})", "{0} 留下本该转介给 {2} 的商机 {1}（转介的概率 {3}）"},
    {"deal {0}, worth {1}, goes with {2} (chance {3})", "商机 {0}（金额 {1}）随 {2} 离开（概率 {3}）"},
    // Customers
    {"{0} asks {1} for service", "{0} 向 {1} 请求服务"},
    {"{0} answers {1} {2}, knowing {3} of the topic", "{0} {2}答复 {1}，掌握该领域知识的 {3}"},
    {"{0} leaves, satisfied to {1}", "{0} 流失，满意度 {1}"},
    {"{0} follows {1} (chance {2})", "{0} 追随 {1} 离开（概率 {2}）"},
    {"{0} serves {1} and sells to {2}, {3} together (chance {4})", "{0} 接待 {1}，成交 {2} 笔，共 {3}（概率 {4}）"},
    // Help and joint work
    {"{0} asks {1} about deal {2} (chance {3})", "{0} 就商机 {2} 向 {1} 求助（概率 {3}）"},
    {"{0} does not ask {1} about deal {2} (chance {3})", "{0} 没有就商机 {2} 向 {1} 求助（求助的概率 {3}）"},
    {"{0} helps {1} with deal {2} (chance {3})", "{0} 帮助 {1} 处理商机 {2}（概率 {3}）"},
    {"{0} refuses to help {1} with deal {2} (chance {3})", "{0} 拒绝帮助 {1} 处理商机 {2}（帮助的概率 {3}）"},
    {"{0} wants {1} as co-seller on deal {2} (chance {3})", "{0} 希望 {1} 联合销售商机 {2}（概率 {3}）"},
    {"{0} does not want {1} as co-seller on deal {2} (chance {3})", "{0} 不想让 {1} 联合销售商机 {2}（邀请的概率 {3}）"},
    {"{0} joins {1} on deal {2} (chance {3})", "{0} 与 {1} 联合销售商机 {2}（概率 {3}）"},
    {"{0} does not join {1} on deal {2} (chance {3})", "{0} 不参与 {1} 的商机 {2}（参与的概率 {3}）"},
    {"{0} comes into a group of {1} with {2}", "{0} 与 {2} 分到同一个 {1} 人小组"},
    // Effort, pay, morale
    {"{0} works at {1} of a full day; one more unit of own credit is worth {2}", "{0} 的投入为全天的 {1}；个人业绩每增加 1 值 {2}"},
    {"{0} is paid {1} ({2})", "{0} 领到 {1}（{2}）"},
    {"{0} is paid {1} ({2} at {3} of the goal)", "{0} 领到 {1}（{2}，达到目标的 {3}）"},
    {"{0}'s morale is {1}", "{0} 的士气为 {1}"},
    {"{0} would quit within a year with a chance of {1}", "{0} 一年内离职的概率为 {1}"},
    {"{0} ends the quota period at {1} of quota", "{0} 在本配额期完成配额的 {1}"},
    {"{0} is appraised at {1}, which feels {2}", "{0} 考核得分 {1}，自己觉得{2}"},
    {"unfair", "不公平"}, {"generous", "偏高"}, {"fair", "公平"},
    {"{0} gets the team's award for {1}", "{0} 因{1}获得团队表彰"},
    {"helping most", "帮助同事最多"}, {"the best result", "业绩最好"},
    {"{0} is promoted to level {1}", "{0} 晋升到 {1} 级"},
    // People among each other, coming and going
    {"{0} and {1} fall out {2}", "{0} 与 {1} {2}发生冲突"},
    {"out of friction", "因摩擦"}, {"over one opportunity", "因撞单"}, {"over support", "因缺少支持"}, {"over a split of credit", "因业绩归属"},
    {"{0} and {1} settle their dispute after {2}", "{0} 与 {1} 的冲突在 {2}后化解"},
    {"{0} quits after {1}", "{0} 在职 {1}后离职"},
    {"{0} is dismissed after {1}", "{0} 在职 {1}后被解雇"},
    {"person {0} of seat {1} joins", "席位 {1} 的第 {0} 任入职"},
    // News
    {"{0} notices item {1} of news, on {2}, accurate to {3}", "{0} 注意到第 {1} 条消息，关于 {2}，准确度 {3}"},
    {"{0} tells {1} item {2} of news {3} (chance {4})", "{0} {3}把第 {2} 条消息告诉 {1}（概率 {4}）"},
    {"{0} keeps back from {1} item {2} of news {3} (chance {4})", "{0} 没有{3}把第 {2} 条消息告诉 {1}（告诉的概率 {4}）"},
    {"in a meeting", "在会议上"}, {"in passing", "顺便"}, {"in a report", "在报告中"}, {"in writing", "以书面形式"},
    {"{0} takes in item {1} of news, {2} old", "{0} 获悉第 {1} 条消息，消息已有 {2}"},
    // Technical support
    {"technical support promises an input for {0}'s deal {1} (chance {2})", "技术支持答应支持 {0} 的商机 {1}（概率 {2}）"},
    {"technical support keeps back an input for {0}'s deal {1} (chance {2})", "技术支持没有答应支持 {0} 的商机 {1}（答应的概率 {2}）"},
    {"the input for {0}'s deal {1} is not what was needed, {2} after it was asked", "{0} 的商机 {1} 请求支持 {2}后，得到的内容不符合需要"},
    {"the input for {0}'s deal {1} is there after {2}", "{0} 的商机 {1} 所需的支持在 {2}后到位"},
    {"{0}'s deal {1} goes on without its input after {2}", "{0} 的商机 {1} 等待支持 {2}后，不再等待"},
};
// clang-format on

}  // namespace tandem::viewer
