// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "viewer/text/entry.h"

// Policies and pay plans.
namespace tandem::viewer {

// clang-format off
inline constexpr auto kLeverTexts = std::to_array<Entry>({
    {"levers.tab", "Levers", "可调项"},
    {"levers.search", "Search", "搜索"},
    {"levers.only.changed", "Only what differs", "只看不同的"},
    {"levers.for", "For", "适用于"},
    {"levers.until", "until", "到"},
    {"levers.until.help", "A day on which the old values return, as 2q or 150d; empty: for good.", "恢复原值的日子，如 2q 或 150d；留空则一直有效。"},
    {"levers.offer", "As an offer", "作为自愿选择"},
    {"levers.offer.help", "Each person decides whether to accept it.", "由每个人自己决定是否接受。"},
    {"levers.undo", "Undo", "撤销"},
    {"levers.redo", "Redo", "重做"},
    {"levers.makes.branch", "A change here begins another future on day {day}; the run as it is stays beside it, on the same luck. A pointer on a name tells what it means.", "在此更改会从第 {day} 天开始另一种未来；原来的运行保留在旁边，运气相同。指向名称可看含义。"},
    {"levers.from.today", "{run}: a change counts from day {day} on. A pointer on a name tells what it means.", "{run}：更改从第 {day} 天起生效。指向名称可看含义。"},
    {"levers.world", "How the world is: people, customers, markets", "世界如何运转：人、客户、市场"},
    {"levers.none", "Nothing has this in its name. Clear the search box, or show everything.", "没有匹配的项目。请清空搜索框，或显示全部。"},
    {"levers.changes", "Changes", "更改"},
    {"levers.no.changes", "This run is as its file says. Change a lever and the change stands here, with its day.", "该运行与文件一致。更改任一项后，会在这里按日期列出。"},
    {"levers.inherited", "made in the run that this one came from", "来自上级运行"},
    {"levers.without", "Without", "假如没有"},
    {"levers.event", "Event", "事件"},
    {"levers.save", "Save as…", "另存为…"},
    {"levers.unit", "Unit", "单位"},
    {"levers.default", "default", "默认"},
    {"levers.file", "file", "文件"},
    {"levers.range", "Range", "范围"},
    {"levers.source", "Source", "来源"},
    {"levers.on.day", "day {day}", "第 {day} 天"},
    {"levers.changed.on", "changed on day {day}", "第 {day} 天更改"},
    {"levers.pick.place", "Each territory has its own: choose one at “For”.", "各区域不同：请在“适用于”中选择一个区域。"},
    {"levers.same.for.all", "This is the same for all: choose “everybody” at “For”.", "此项对所有人相同：请在“适用于”中选择“所有人”。"},
    {"reach.all", "everybody", "所有人"},
    {"reach.team", "team", "团队"},
    {"reach.territory", "territory", "区域"},
    {"reach.newcomers", "newcomers (joined less than a year ago)", "新人（入职不到一年）"},
    {"reach.lowest", "the lowest third by result", "业绩最低的三分之一"},
    {"reach.middle", "the middle third by result", "业绩居中的三分之一"},
    {"reach.best", "the best third by result", "业绩最好的三分之一"},
    {"event.kind", "What", "事件"},
    {"event.where", "Where, who", "对象"},
    {"event.everywhere", "everywhere", "所有区域"},
    {"event.nowhere", "There is nothing in this firm that it could happen to.", "该公司没有可发生此事件的对象。"},
    {"event.severity", "How strong", "强度"},
    {"event.lasting", "For how long", "持续"},
    {"event.lasting.help", "5d, 2w, 1m, 1q; 0d: to the end.", "5d、2w、1m、1q；0d 表示直到结束。"},
    {"event.note", "Note", "备注"},
    {"event.happens", "Let it happen on day {day}", "让它在第 {day} 天发生"},
    {"event.makes.branch", "It begins another future on the cursor's day; the run as it is stays beside it.", "将从光标所在的日子开始另一种未来；原来的运行保留在旁边。"},
    {"event.in.branch", "It happens in this branch.", "发生在该分支中。"},
    {"save.says", "Writes this run with all its changes as a scenario that every command of Tandem reads, and beside it the session with all branches, which the viewer opens.", "将该运行及其全部更改写成情景文件（Tandem 的所有命令都能读取），并在旁边写下包含所有分支的会话文件，可由查看器打开。"},
    {"save.button", "Save", "保存"},
    {"save.empty", "Type a name, as acme-pilot.yaml, and press Enter.", "输入名称，例如 acme-pilot.yaml，然后按 Enter。"},
    {"plan.of", "Plan of", "薪酬方案："},
    {"plan.person", "Person", "人员"},
    {"plan.days", "days {from} to {to}", "第 {from} 至 {to} 天"},
    {"plan.goal", "goal", "目标"},
    {"plan.axis.goal", "share of the goal", "目标完成率"},
    {"plan.axis.result", "result", "业绩"},
    {"plan.axis.pay", "pay of the period", "本期薪酬"},
    {"plan.empty.seat", "Nobody sits here on this day. Choose somebody else, or another day.", "当天该席位空缺。请选择其他人或其他日子。"},
    {"plan.no.curve", "Nothing in this plan pays on a result: only what is fixed.", "该方案没有与业绩挂钩的部分，只有固定薪酬。"},
    {"plan.stands", "Stands at {share} of the goal ({result}), which pays {pay}.", "目前完成目标的 {share}（{result}），对应薪酬 {pay}。"},
    {"plan.stands.plain", "Has {result} so far, which pays {pay}.", "目前为 {result}，对应薪酬 {pay}。"},
    {"plan.next.percent", "The next 1 % of the goal pays {more}.", "再完成目标的 1%，多得 {more}。"},
    {"plan.next.kink", "At {share} the rate or the pay changes: {missing} to go, {pay} there.", "到 {share} 时费率或薪酬改变：还差 {missing}，届时薪酬 {pay}。"},
    {"plan.no.kink", "The rate stays as it is from here on.", "此后费率不再改变。"},
    {"plan.terms", "What the plan says", "方案条款"},
    {"plan.terms.help", "A change counts from the cursor's day on. On the file's own run it begins another future beside it; press C to see both curves.", "更改从光标所在的日子起生效。在文件自身的运行上会开始另一种未来；按 C 可同时查看两条曲线。"},
    {"plan.all.terms", "All terms", "全部条款"},
    {"plan.band", "One more band", "增加一档"},
});
// clang-format on

}  // namespace tandem::viewer
