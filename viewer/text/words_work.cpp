// SPDX-License-Identifier: Apache-2.0
#include "viewer/text/engine_words.h"

// Parameters of markets, customers and work.
namespace tandem::viewer {

namespace {

// clang-format off
constexpr EngineWord kWords[] = {
    {"group.territories", "区域"}, {"group.market", "市场"}, {"group.calls", "呼叫中心"},
    {"group.floor", "门店"}, {"group.service", "客户服务"}, {"group.roles", "职责不清的后果"},
    {"group.knowledge_base", "知识库的效果"}, {"group.items", "消息"}, {"group.crm", "客户记录的效果"},
    {"group.co_selling", "联合销售的效果"}, {"group.support", "技术支持"}, {"group.service_desk", "服务台"},
    {"group.marketing", "市场部"},
    {"parameter.territories[].potential", "商机频率系数"}, {"parameter.territories[].competitors", "竞争者强度"},
    {"parameter.market.key_rate", "重点客户每年商机"}, {"parameter.market.regular_rate", "普通客户每年商机"},
    {"parameter.market.prospect_rate", "潜在客户每年商机"}, {"parameter.market.deal_size", "商机平均金额"},
    {"parameter.market.complexity", "需要第二领域的商机"}, {"parameter.market.fast_share", "快速购买的比例"},
    {"parameter.market.fast_factor", "快速购买的工作量"}, {"parameter.market.marketing", "市场推广系数"},
    {"parameter.market.strays", "需要其他团队领域的商机"}, {"parameter.market.growth", "市场年增长"},
    {"parameter.market.satisfaction_pull", "满意度对需求的影响"}, {"parameter.market.prospecting_pull", "开拓时间的效果"},
    {"parameter.market.turbulence", "领域每年变化次数"}, {"parameter.market.shift_severity", "变化使知识失效的比例"},
    {"parameter.selling.work.qualify", "筛选的工作量"}, {"parameter.selling.work.discover", "了解需求的工作量"},
    {"parameter.selling.work.propose", "方案的工作量"}, {"parameter.selling.work.negotiate", "谈判的工作量"},
    {"parameter.selling.buyer.qualify", "筛选后买方的天数"}, {"parameter.selling.buyer.discover", "了解需求后买方的天数"},
    {"parameter.selling.buyer.propose", "方案后买方的天数"}, {"parameter.selling.buyer.negotiate", "买方签约的天数"},
    {"parameter.selling.base.qualify", "通过筛选的基准"}, {"parameter.selling.base.discover", "通过了解需求的基准"},
    {"parameter.selling.base.propose", "通过方案的基准"}, {"parameter.selling.base.negotiate", "通过谈判的基准"},
    {"parameter.selling.daily_limit", "每个商机每天最多工时"}, {"parameter.selling.standing", "薪酬之外成交的价值"},
    {"parameter.selling.weight.match", "知识匹配的作用"}, {"parameter.selling.weight.relation", "客户关系的作用"},
    {"parameter.selling.weight.ability", "能力的作用"}, {"parameter.selling.weight.competitor", "竞争者的作用"},
    {"parameter.selling.weight.wait", "等待的损失"}, {"parameter.selling.weight.haste", "匆忙的损失"},
    {"parameter.selling.idle_after", "多少天无人跟进会流失"}, {"parameter.selling.idle_rate", "无人跟进时每天的流失"},
    {"parameter.calls.per_day", "每席位每天来电"}, {"parameter.calls.handling", "每通来电的时间"},
    {"parameter.calls.patience", "来电者的耐心"}, {"parameter.calls.asking", "询问同事的时间"},
    {"parameter.calls.base", "来电成交的基准"}, {"parameter.calls.sale_value", "每笔平均金额"},
    {"parameter.calls.sale_spread", "金额的离散"}, {"parameter.calls.queue", "队列"},
    {"parameter.floor.per_day", "每席位每天到店"}, {"parameter.floor.handling", "每位顾客的时间"},
    {"parameter.floor.patience", "顾客的耐心"}, {"parameter.floor.asking", "询问同事的时间"},
    {"parameter.floor.base", "到店成交的基准"}, {"parameter.floor.sale_value", "每笔平均金额"},
    {"parameter.floor.sale_spread", "金额的离散"}, {"parameter.floor.claim.ability", "能力对抢客的作用"},
    {"parameter.floor.claim.effort", "努力对抢客的作用"}, {"parameter.floor.claim.gain", "自身收益对抢客的作用"},
    {"parameter.floor.claim.mates", "同事损失对抢客的作用"}, {"parameter.floor.rivals_discount", "同事抢客时的折扣"},
    {"parameter.pricing.margin", "毛利率"}, {"parameter.pricing.weight.premium", "溢价的损失"},
    {"parameter.pricing.weight.discount", "折扣的作用"}, {"parameter.service.key_requests", "重点客户每年请求"},
    {"parameter.service.regular_requests", "普通客户每年请求"}, {"parameter.service.prospect_requests", "潜在客户每年请求"},
    {"parameter.service.work", "每个请求的工作量"}, {"parameter.service.answer_gain", "好答复提升满意度"},
    {"parameter.service.poor_answer", "令人失望的知识水平"}, {"parameter.service.win_gain", "赢单提升满意度"},
    {"parameter.service.wait_loss", "等待每天失去的满意度"}, {"parameter.service.relation_gain", "答复增进的关系"},
    {"parameter.service.relation_loss", "无联系时关系的淡化"}, {"parameter.service.churn", "客户流失的基准"},
    {"parameter.service.churn_pull", "满意度对流失的影响"}, {"parameter.service.newcomer_relation", "新人接手的关系"},
    {"parameter.roles.hours", "保持职责清楚的时间"}, {"parameter.roles.overlap", "职责不清时的撞单"},
    {"parameter.roles.gap", "职责不清时的遗漏"}, {"parameter.roles.twice", "撞单重复的工作"},
    {"parameter.roles.annoyance", "撞单使客户不满"}, {"parameter.roles.known", "记录可避免的比例"},
    {"parameter.roles.talk", "会议可避免的比例"}, {"parameter.roles.cover", "职责清楚时代班减少"},
    {"parameter.knowledge_base.size", "写满知识库的时间"}, {"parameter.knowledge_base.ageing", "答案过时"},
    {"parameter.knowledge_base.search", "查找的时间"}, {"parameter.knowledge_base.learning", "阅读的学习"},
    {"parameter.items.rate", "每年的消息数"}, {"parameter.items.life", "消息的寿命"},
    {"parameter.items.life_shape", "寿命的规则程度"}, {"parameter.items.accuracy", "消息的准确度"},
    {"parameter.items.spread", "传到其他区域的天数"}, {"parameter.items.need", "取决于消息的阶段"},
    {"parameter.items.weight", "消息的作用"}, {"parameter.items.mention", "自由讨论中提到的可能"},
    {"parameter.items.structured", "逐一发言时提到的可能"}, {"parameter.items.an_hour", "每小时会议的消息数"},
    {"parameter.items.passing", "平时顺便告知的可能"}, {"parameter.items.attention", "每天能接收的消息"},
    {"parameter.items.reading", "阅读一条消息的时间"}, {"parameter.items.record_days", "从记录中发现的天数"},
    {"parameter.crm.entry", "记录占用的时间"}, {"parameter.crm.speed", "每周更新的比例"},
    {"parameter.crm.forgetting", "无记录时遗忘的关系"}, {"parameter.crm.rework", "无记录接手时的返工"},
    {"parameter.co_selling.size", "适合两人的大单"}, {"parameter.co_selling.needed", "考虑合作的匹配提升"},
    {"parameter.co_selling.overhead", "两人协调的工作"}, {"parameter.co_selling.learning", "合作中的学习"},
    {"parameter.support.wage", "支持的小时成本"}, {"parameter.support.premium", "挂钩薪酬的额外成本"},
    {"parameter.support.need", "需要支持的方案"}, {"parameter.support.work", "每份支持的工作量"},
    {"parameter.support.daily_limit", "每份支持每天最多工时"}, {"parameter.support.briefing", "说明需求的时间"},
    {"parameter.support.misunderstanding", "不沟通时的返工比例"}, {"parameter.support.rework", "返工的工作量"},
    {"parameter.support.liaison_scale", "减少返工所需的沟通"}, {"parameter.support.weight", "支持到位的作用"},
    {"parameter.support.give.base", "提前给予的基准"}, {"parameter.support.give.trust", "信任的推动"},
    {"parameter.support.give.goal", "共同目标的推动"}, {"parameter.support.give.load", "积压的阻碍"},
    {"parameter.support.trust.base", "平常的信任"}, {"parameter.support.trust.fade", "信任的淡化"},
    {"parameter.support.trust.contact", "沟通增进的信任"}, {"parameter.support.trust.handling", "按时到位增进的信任"},
    {"parameter.support.trust.breach", "未到位失去的信任"}, {"parameter.service_desk.wage", "服务台的小时成本"},
    {"parameter.service_desk.skill", "服务台自己能答的比例"}, {"parameter.service_desk.facts", "记录能补充的比例"},
    {"parameter.service_desk.writing", "知识库能补充的比例"}, {"parameter.marketing.most", "费用能增加的商机上限"},
    {"parameter.marketing.half", "达到一半所需的费用"}, {"parameter.marketing.unqualified", "不沟通时不合适的线索"},
    {"parameter.marketing.liaison_scale", "减少不合适线索所需的沟通"}, {"parameter.marketing.weight", "不合适线索的损失"},
};
// clang-format on

}  // namespace

std::span<const EngineWord> words_of_work() { return kWords; }

}  // namespace tandem::viewer
