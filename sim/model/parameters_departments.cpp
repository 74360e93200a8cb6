// SPDX-License-Identifier: Apache-2.0
#include "sim/model/parameters_departments.h"

#include <array>

namespace tandem {

namespace {

constexpr std::array<std::string_view, 2> kOrders{"first come", "value"};

using P = Parameters;
using enum Scope;

// key, member, unit, low, high, scope, sentence, source[, choices]
// clang-format off
const Field<P> kDepartments[] = {
    // technical support
    {"policies.support.staff", &P::support_staff, Unit::hours, 0, 1e6, firm,
     "Hours a day that technical support has for inputs to proposals: test data, demos, calculations; 0 = there is no such department, and proposals need nothing of it.", {}},
    {"policies.support.liaison", &P::support_liaison, Unit::hours, 0, 40, team,
     "Hours a week that each rep spends with technical support, where there is one.", {}},
    {"policies.support.shared_goal", &P::support_goal, Unit::share, 0, 1, firm,
     "Share of the department's pay that hangs on what sales bring.", {}},
    {"policies.support.patience", &P::support_patience, Unit::days, 1, 25200, team,
     "Days a deal waits for its input before it goes on without.", {}},
    {"policies.support.order", &P::support_order, Unit::none, 0, 0, firm,
     "Which case comes first: the one that came first, or the one of the deal worth most.", {}, kOrders},
    {"support.wage", &P::support_wage, Unit::money, 0, 1e6, firm,
     "What an hour of technical support costs.", {}},
    {"support.premium", &P::support_premium, Unit::share, 0, 5, firm,
     "What the department costs more if all its pay hangs on sales.", {}},
    {"support.need", &P::support_need, Unit::share, 0, 1, team,
     "Share of proposals that need an input of technical support; quick purchases need none.", {}},
    {"support.work", &P::support_work, Unit::hours, 0, 10000, team,
     "Mean hours of the department's work for one input.", {}},
    {"support.shape", &P::support_shape, Unit::none, 0, 4, fixed,
     "Shape of the gamma law of that work: 1 exponential, 4 regular, 0 always the mean.", {}},
    {"support.daily_limit", &P::support_limit, Unit::hours, 0.1, 1e6, firm,
     "Most hours of work a case can take in one day.", {}},
    {"support.briefing", &P::support_briefing, Unit::hours, 0, 100, team,
     "Hours it takes the rep to say what is needed, anew each time a case comes back.", {}},
    {"support.misunderstanding", &P::misunderstanding, Unit::share, 0, 1, team,
     "Share of inputs that come back as not what was needed, without liaison.", {}},
    {"support.rework", &P::support_rework, Unit::share, 0, 1, team,
     "Work on a case that comes back, as a share of a new one's.", {}},
    {"support.liaison_scale", &P::liaison_scale, Unit::hours, 0.01, 1000, team,
     "Hours of liaison a week that lower what comes back to 37 %.", {}},
    {"support.weight", &P::support_weight, Unit::none, 0, 50, team,
     "Logit of passing the proposal gained by an input that is there, and lost where one is needed and missing.", {}},
    {"support.give.base", &P::give_base, Unit::none, -50, 50, firm,
     "Logit of giving an input early, all other terms being 0.", {}},
    {"support.give.trust", &P::give_trust, Unit::none, 0, 50, firm,
     "Logit gained by full over no trust between the rep's team and the department.", {}},
    {"support.give.goal", &P::give_goal, Unit::none, 0, 50, firm,
     "Logit gained where all of the department's pay hangs on sales.", {}},
    {"support.give.load", &P::give_load, Unit::none, 0, 50, firm,
     "Logit lost by a week's work that waits.", {}},
    {"support.trust.base", &P::support_rest, Unit::share, 0, 1, firm,
     "Trust between a team and the department where nothing moves it.", {}},
    {"support.trust.fade", &P::support_fade, Unit::per_day, 0, 1, firm,
     "Share of the way back to that which it goes a day.", {}},
    {"support.trust.contact", &P::support_contact, Unit::per_hour, 0, 1, firm,
     "Share of the missing trust gained by an hour of liaison a rep.", {}},
    {"support.trust.handling", &P::support_handling, Unit::share, 0, 1, firm,
     "Share of the missing trust gained in a week in which all inputs came in time.", {}},
    {"support.trust.breach", &P::support_breach, Unit::share, 0, 1, firm,
     "Share of trust lost in a week in which none did: kept back, or too late.", {}},
    // service desk
    {"policies.service_desk.staff", &P::desk_staff, Unit::hours, 0, 1e6, firm,
     "Hours a day of a service desk that answers customers' requests; 0 = there is none.", {}},
    {"policies.service_desk.share", &P::desk_share, Unit::share, 0, 1, territory,
     "Share of requests that go to the desk instead of the account's rep.", {}},
    {"service_desk.wage", &P::desk_wage, Unit::money, 0, 1e6, firm,
     "What an hour of the desk costs.", {}},
    {"service_desk.skill", &P::desk_skill, Unit::share, 0, 1, firm,
     "Share of what a request asks that the desk knows by itself.", {}},
    {"service_desk.facts", &P::desk_facts, Unit::share, 0, 1, firm,
     "Share of the rest that full facts on record tell.", {}},
    {"service_desk.writing", &P::desk_writing, Unit::share, 0, 1, firm,
     "Share of the rest then that a knowledge base tells which answers all and knows all.", {}},
    // marketing
    {"policies.marketing.money", &P::marketing_money, Unit::money, 0, 1e8, territory,
     "Money a day that marketing spends in each territory; 0 = there is no such department.", {}},
    {"policies.marketing.liaison", &P::marketing_liaison, Unit::hours, 0, 40, team,
     "Hours a week that each rep spends telling marketing what fits, where it spends money.", {}},
    {"marketing.most", &P::leads_most, Unit::none, 0, 100, territory,
     "Most that money can add to the prospects' opportunities, as a share of them.", {}},
    {"marketing.half", &P::leads_half, Unit::money, 0.001, 1e6, territory,
     "Money a day and account that adds half of that.", {}},
    {"marketing.unqualified", &P::unqualified, Unit::share, 0, 1, team,
     "Share of such leads that do not fit, without liaison.", {}},
    {"marketing.liaison_scale", &P::telling_scale, Unit::hours, 0.01, 1000, team,
     "Hours of liaison a week that lower that to 37 %.", {}},
    {"marketing.weight", &P::unqualified_weight, Unit::none, 0, 50, team,
     "Logit of qualifying lost by a lead that does not fit.", {}},
    // mechanisms
    {"mechanisms.support", &P::support_on, Unit::none, 0, 0, fixed,
     "Proposals may need an input of technical support.", {}},
    {"mechanisms.service_desk", &P::desk_on, Unit::none, 0, 0, fixed,
     "A service desk may answer requests.", {}},
    {"mechanisms.marketing", &P::marketing_on, Unit::none, 0, 0, fixed,
     "Marketing's money buys leads.", {}},
};
// clang-format on

}  // namespace

std::span<const Field<Parameters>> parameters_departments() { return kDepartments; }

}  // namespace tandem
