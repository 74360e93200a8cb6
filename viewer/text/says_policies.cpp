// SPDX-License-Identifier: Apache-2.0
#include "viewer/text/engine_words.h"

// What the parameters mean that a firm decides.
namespace tandem::viewer {

namespace {

// clang-format off
constexpr EngineWord kWords[] = {
    // Quotas
    {"parameter.says.quota.method", "如何制定配额。"},
    {"parameter.says.quota.amount", "每席位每年的平均配额；0 = 按市场预期可得的数额。"},
    {"parameter.says.quota.growth", "配额逐年的增长。"},
    {"parameter.says.quota.stretch", "在预期之上额外要求的部分。"},
    {"parameter.says.quota.potential_weight", "按市场潜力制定时：0 为各席位相同，1 为与其市场成比例。"},
    {"parameter.says.quota.ratchet.up", "超额部分中计入下期配额的比例。"},
    {"parameter.says.quota.ratchet.down", "不足部分中从下期配额扣减的比例。"},
    {"parameter.says.quota.ratchet.step", "不论业绩如何，每期配额固定增加的数额。"},
    {"parameter.says.quota.bottom_up.shading", "销售自报配额时，比自己的预期压低多少。"},
    {"parameter.says.quota.bottom_up.correction", "公司把压低的部分加回多少。"},
    {"parameter.says.quota.prorate", "只在岗一部分时间的人，配额按这部分时间计算。"},
    // Prices
    {"parameter.says.pricing.premium", "高于市场价格的部分。"},
    {"parameter.says.pricing.discount", "每笔商机给予的折扣。"},
    // Hiring, dismissal, appraisals, careers
    {"parameter.says.hiring.delay", "席位空缺的平均天数。"},
    {"parameter.says.hiring.cost", "补上一个席位的费用。"},
    {"parameter.says.hiring.selectivity", "新聘人员的能力比平均高多少个标准差。"},
    {"parameter.says.dismissal.floor", "配额完成率低于此值的一期记为不合格；0 = 不解雇任何人。"},
    {"parameter.says.dismissal.periods", "连续多少期不合格即被解雇。"},
    {"parameter.says.evaluation.method", "考核看什么：业绩、加权指标、周围人的看法，或商定的目标。"},
    {"parameter.says.evaluation.every", "两次考核之间的工作日；0 = 不考核。"},
    {"parameter.says.evaluation.weight", "帮助同事与做好记录在指标和评价中的权重。"},
    {"parameter.says.evaluation.openness", "说明理由的程度：完全公开可使不公平感减半。"},
    {"parameter.says.evaluation.raise", "得分为预期两倍时的加薪幅度。"},
    {"parameter.says.evaluation.exit", "第二次低于此分即终止雇用；0 = 从不。"},
    {"parameter.says.career.raise", "晋升一次的加薪幅度。"},
    // Selling
    {"parameter.says.selling.order", "下一小时先处理哪个商机：每小时价值最高的，或最先到的。"},
    {"parameter.says.selling.handover_credit", "开拓型销售把商机交给成交型销售后，自己保留的业绩比例。"},
    // Groups
    {"parameter.says.groups.size", "每组人数；分不匀时部分小组多一人。"},
    {"parameter.says.groups.form", "如何分组：抽签、按名单相邻、强弱搭配，或由本人选择。"},
    {"parameter.says.groups.redraw", "多少个工作日后重新分组；0 = 从不。与薪酬挂钩的小组保留到该薪酬结算期结束。"},
    {"parameter.says.groups.scope", "在谁之间分组：同一团队、同一区域，或全体人员。"},
    // Policies
    {"parameter.says.policies.placebo", "每天抽取随机数，但从不起任何作用。"},
    {"parameter.says.policies.cover", "同事代为处理空缺席位的新业务。"},
    {"parameter.says.policies.cover_limit", "在手商机超过此数的人不再代接同事的商机。"},
    {"parameter.says.policies.recognition.every", "团队两次表彰之间的工作日；0 = 不表彰。"},
    {"parameter.says.policies.recognition.for", "表彰什么：业绩最好，或帮助同事最多。"},
    {"parameter.says.policies.ranking.shown", "能否看到团队内的排名：都看不到、只看到自己的，或全部公开。"},
    {"parameter.says.policies.career.levels", "岗位内可晋升的级数；0 = 无晋升。"},
    {"parameter.says.policies.career.years", "每升一级所需的工龄（年）。"},
    {"parameter.says.policies.career.at", "晋升要求近期业绩达到预期的多少。"},
    {"parameter.says.policies.roles.clarity", "谁负责什么，规定得有多清楚。"},
    {"parameter.says.policies.conflict.process", "冲突由谁处理：无人、经理用自己的时间、调解人、定期开会的委员会，或双方按书面约定。"},
    {"parameter.says.policies.conflict.days", "处理一起冲突的平均天数；委员会则为两次会议之间的天数。"},
    {"parameter.says.policies.knowledge_base.on", "销售在知识库里查找答案，并写下自己所知。"},
    {"parameter.says.policies.knowledge_base.upkeep", "要求每人每周编写的小时数；实际写多少由本人决定。"},
    {"parameter.says.policies.mentoring.days", "新人有导师陪伴的天数；0 = 无导师。"},
    {"parameter.says.policies.mentoring.hours", "导师与新人每周共处的小时数。"},
    {"parameter.says.policies.mentoring.form", "导师可以拒绝，或由公司指派。"},
    {"parameter.says.policies.training.every", "两次培训之间的工作日；0 = 无培训。"},
    {"parameter.says.policies.training.hours", "一次培训的小时数。"},
    {"parameter.says.policies.training.content", "培训什么：产品、销售技能或市场。"},
    {"parameter.says.policies.training.cost", "每位参加者一次培训的费用。"},
    {"parameter.says.policies.crm.discipline", "要求销售记录的客户信息所占比例。"},
    {"parameter.says.policies.handover.to", "空缺席位的客户由谁服务：等新人到岗前无人服务，或按规则交给同事。"},
    {"parameter.says.policies.handover.care", "移交客户的细致程度：50% 时，可能丢失的东西保住一半。"},
    {"parameter.says.policies.co_selling.on", "商机需要两个领域或金额很大时，可以邀请同事联合销售。"},
    {"parameter.says.policies.co_selling.credit", "业绩归谁：全归归属者、固定分成、按工时、双方各计全额，或专家叠加计入、其他人分成。"},
    {"parameter.says.policies.co_selling.owner", "固定分成时归属者所得的部分。"},
    {"parameter.says.policies.co_selling.hours", "合作者承担的工作比例。"},
    {"parameter.says.policies.co_selling.scope", "合作者从哪里来：本团队，或也包括邻近团队。"},
    {"parameter.says.policies.referral.on", "可以把商机转介给更懂的同事。"},
    {"parameter.says.policies.referral.credit", "转介者保留的业绩比例。"},
    {"parameter.says.policies.meetings.every", "两次会议之间的工作日；0 = 不开会。"},
    {"parameter.says.policies.meetings.hours", "一次会议的小时数。"},
    {"parameter.says.policies.meetings.scope", "谁一起开会：各团队、区域内各团队、全体，或各个小组。"},
    {"parameter.says.policies.meetings.format", "会议形式：自由讨论、结对交流、案例讨论或站会。"},
    {"parameter.says.policies.meetings.pairs", "结对交流时如何配对。"},
    {"parameter.says.policies.report.every", "两次书面消息报告之间的工作日；0 = 无报告。"},
    {"parameter.says.policies.report.hours", "每位撰写者写一份报告的小时数。"},
    {"parameter.says.policies.report.scope", "谁阅读报告：各团队、区域内各团队，或全体。"},
    {"parameter.says.policies.chat.on", "会议之外也可以向同事提问。"},
    {"parameter.says.policies.chat.latency", "从提问到得到答复的天数。"},
    {"parameter.says.policies.chat.hours", "帮助者答复一次所用的小时数。"},
    {"parameter.says.policies.chat.interruption", "帮助者因被打断另外损失的小时数。"},
    {"parameter.says.policies.chat.search", "找到该问谁并说明问题所需的小时数。"},
    {"parameter.says.policies.support.staff", "技术支持每天用于方案支持的工时：测试数据、演示、测算；0 = 没有该部门，方案也不需要支持。"},
    {"parameter.says.policies.support.liaison", "设有技术支持时，每位销售每周与其沟通的小时数。"},
    {"parameter.says.policies.support.shared_goal", "支持部门薪酬中与销售收入挂钩的比例。"},
    {"parameter.says.policies.support.patience", "商机等待支持的最长天数，超过后不再等待。"},
    {"parameter.says.policies.support.order", "先处理哪个请求：最先到的，或商机金额最高的。"},
    {"parameter.says.policies.service_desk.staff", "服务台每天答复客户请求的工时；0 = 无服务台。"},
    {"parameter.says.policies.service_desk.share", "转给服务台而不由客户的销售答复的请求比例。"},
    {"parameter.says.policies.marketing.money", "市场部每天在每个区域的费用；0 = 没有市场部。"},
    {"parameter.says.policies.marketing.liaison", "有市场费用时，每位销售每周告诉市场部何种线索合适所用的小时数。"},
};
// clang-format on

}  // namespace

std::span<const EngineWord> meaning_of_policies() { return kWords; }

}  // namespace tandem::viewer
