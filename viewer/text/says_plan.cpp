// SPDX-License-Identifier: Apache-2.0
#include "viewer/text/engine_words.h"

// What the elements of a plan mean, and their terms.
namespace tandem::viewer {

namespace {

// clang-format off
constexpr EngineWord kWords[] = {
    {"plan.says.salary", "固定金额，与业绩无关。"},
    {"plan.says.commission", "按业绩的一定费率支付，可分档。"},
    {"plan.says.bonus", "达到目标后支付一笔金额，可对多个目标设多笔。"},
    {"plan.says.pool", "按共同业绩的费率提取，在成员之间分配。"},
    {"plan.says.override", "经理按下属业绩的费率提成。"},
    {"plan.says.spiff", "在一段时间内对某个领域或产品额外奖励。"},
    {"plan.says.contest", "按名次发奖金。"},
    {"plan.says.recognition", "按名次表彰，不发钱。"},
    {"plan.says.draw", "预支激励薪酬。"},
    {"plan.says.guarantee", "薪酬不足时补到一定金额，且不追回。"},
    {"plan.says.clawback", "商机取消后，追回已付的薪酬。"},
    {"plan.says.windfall", "对远超配额的大单如何处理。"},
    {"plan.says.long_service", "每满一年工龄的津贴。"},
    {"plan.says.promotion", "晋级阶梯：入职以来的业绩永久提高底薪。"},
    {"plan.says.profit_share", "分享利润：毛利减去薪酬和费用。"},
    {"plan.says.exchange", "把薪酬换算成员工的货币。"},
    {"term.says.per", "金额或指标的周期；激励薪酬在周期末结算。"},
    {"term.says.paid", "底薪多久发放一次。"},
    {"term.says.prorate", "不足一期如何计算：按整期、按天，或按在岗过半的月数。"},
    {"term.says.rate", "指标每一单位的薪酬；计数时为每一个的金额。"},
    {"term.says.tiers", "分档：[下限, 费率]；奖金为 [下限, 金额]；下限递增。"},
    {"term.says.tiers_are", "一档的费率只付该档内的业绩，或追溯到全部业绩。"},
    {"term.says.unit", "档界、起付线、上限和积分的计量；竞赛按此排名。"},
    {"term.says.edge", "业绩恰在档界时归哪一档。"},
    {"term.says.curve", "各档为阶梯，或把各点的薪酬连成直线。"},
    {"term.says.basis", "每期单独计算，或按年初至今累计再减去已付部分。"},
    {"term.says.goal", "一期内相当于 100% 的数额；0 = 配额。"},
    {"term.says.threshold", "业绩低于此值不支付；0 = 无。"},
    {"term.says.below", "起付线以下的业绩作废，或达到起付线后补发。"},
    {"term.says.multipliers", "加速与减速：[起点, 此后费率的系数]。"},
    {"term.says.hurdle.measure", "薪酬还取决于的另一项指标。"},
    {"term.says.hurdle.at", "低于附加目标的此比例时，薪酬乘以系数；0 = 无附加条件。"},
    {"term.says.hurdle.goal", "一期内附加指标相当于 100% 的数额；0 = 配额。"},
    {"term.says.hurdle.factor", "未达附加条件时薪酬的系数。"},
    {"term.says.cap", "超过此值的业绩不再支付；0 = 无上限。"},
    {"term.says.cap_pay", "一期最多支付的金额；0 = 无上限。"},
    {"term.says.cap_deal", "单笔商机最多计入的业绩；0 = 无上限。"},
    {"term.says.cap_rate", "薪酬占业绩的最高比例；0 = 无上限。"},
    {"term.says.excess", "超出业绩或薪酬上限的部分作废，或结转到下一期。"},
    {"term.says.split", "共同业绩的薪酬每人全额，或一笔总额在成员间分配。"},
    {"term.says.of", "共同业绩取成员的合计、平均或最好者。"},
    {"term.says.topic", "只计该领域的商机；空 = 全部。"},
    {"term.says.product", "只计该产品的商机；空 = 全部。"},
    {"term.says.from", "从该日起的签约计入。"},
    {"term.says.until", "从该日起的签约不再计入；-1 = 一直计入。"},
    {"term.says.credited", "哪个事件计入业绩；其在签约后多少天由 after 规定。"},
    {"term.says.after", "从签约到开票或收款的天数。"},
    {"term.says.pay_lag", "从期末到发薪日的天数。"},
    {"term.says.at", "业绩达到此值起支付奖金。"},
    {"term.says.pays", "奖金金额；专项奖励为每笔商机的金额。"},
    {"term.says.among", "谁与谁竞争。"},
    {"term.says.prizes", "第一、第二……名的奖金。"},
    {"term.says.ties", "业绩相同者平分各名次奖金、都得最好的，或先到者得。"},
    {"term.says.minimum", "获奖所需的最低业绩；业绩为零从不获奖。"},
    {"term.says.in_cost", "奖金计入销售薪酬成本。"},
    {"term.says.winners", "表彰多少人。"},
    {"term.says.points", "每位获奖者的表彰积分。"},
    {"term.says.recoverable", "预支从以后的激励薪酬中扣回。"},
    {"term.says.recovery", "每次激励薪酬中用于扣回预支的最高比例。"},
    {"term.says.on_exit", "离职时尚未扣回的预支如何处理。"},
    {"term.says.advance", "每期全额预支，或只补足激励薪酬的差额。"},
    {"term.says.lasts", "入职后给予的天数；0 = 一直。"},
    {"term.says.covers", "保底包括什么：激励薪酬，或底薪加激励薪酬。"},
    {"term.says.at_rate", "按当初所得追回，或按该商机现在应得的追回。"},
    {"term.says.removes_credit", "商机取消时，也扣减本期业绩。"},
    {"term.says.treatment", "超过触发线的业绩如何处理。"},
    {"term.says.factor", "超过触发线的业绩计入的比例，或配额提高的比例。"},
    {"term.says.hold", "审核多少天后，才计入超出部分的应得比例。"},
    {"term.says.cliff", "工龄未满此值前不支付。"},
    {"term.says.most_years", "津贴不再增加的工龄（年）。"},
    {"term.says.levels", "级别：[入职以来业绩, 年薪比入门级高出的数额]。"},
    {"term.says.fx", "方案规定的汇率：公司货币一单位折合多少发放货币。"},
    {"term.says.fx_by_day", "市场汇率：[日, 汇率]，各有效至下一条；第一条之前用 fx。"},
    {"term.says.fx_at", "采用签约日汇率、本期平均汇率，或方案规定的汇率。"},
    {"term.says.rounding", "逐笔取整到分，或一个发薪日的总额取整。"},
    {"term.says.base_weeks", "业绩按比 from 之前（或本人入职时）若干周平均的增长计算，该平均为 100%；0 = 按业绩本身。"},
};
// clang-format on

}  // namespace

std::span<const EngineWord> meaning_of_plan() { return kWords; }

}  // namespace tandem::viewer
