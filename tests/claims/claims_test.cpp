// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tandem/study.h"
#include "tests/support/firms.h"

// What a cause does, on a firm in which the cause alone is moved: the sign of a paired difference,
// and its end where the mechanism is switched off. Magnitudes are not claimed here.
namespace tandem {
namespace {

using Settings = std::vector<std::string>;

struct Edge {
  const char* name;     ///< cause, then effect
  Settings firm;        ///< on both sides
  Settings less, more;  ///< the cause, little and much of it
  const char* metric;
  int sign;
  Settings off;  ///< what switches the mechanism off; empty: nothing does
};

// A firm of three teams that sell something one has to know much about.
const char* const kFirm = R"(
tandem: 1
seed: 3
horizon: 252
topics: [x, y, z]
territories:
  - {name: P, accounts: 200}
  - {name: Q, accounts: 200}
teams:
  - {name: A, territory: P, seats: {generalist: 8}}
  - {name: B, territory: Q, seats: {generalist: 8}}
plan:
  - {salary: 60000, per: year}
  - {commission: own revenue, per: quarter, rate: 5%}
quota: {method: by potential}
)";

const Settings kOwn = {
    "plan=[{salary: 60000, per: year}, {commission: own revenue, per: quarter, rate: 4%}]"};
const Settings kTeamBonus = {
    "plan=[{salary: 60000, per: year}, {commission: own revenue, per: quarter, rate: 4%}, {bonus: "
    "team revenue, per: quarter, at: 90%, pays: 9000}]"};
const Settings kContest = {
    "plan=[{salary: 60000, per: year}, {commission: own revenue, per: quarter, rate: 4%}, "
    "{contest: own revenue, per: quarter, among: team, prizes: [12000, 5000]}]"};

const Settings kPaidHelp = {
    "plan=[{salary: 60000, per: year}, {commission: own revenue, per: quarter, rate: 4%}, "
    "{commission: help given, per: month, rate: 40}]"};
const Settings kPaidSatisfaction = {
    "plan=[{salary: 60000, per: year}, {commission: own revenue, per: quarter, rate: 4%}, "
    "{commission: own satisfaction, per: quarter, rate: 60}]"};
const Settings kPaidScore = {
    "plan=[{salary: 60000, per: year}, {commission: own revenue, per: quarter, rate: 4%}, "
    "{commission: score, per: quarter, rate: 60}]"};
const Settings kPaidGrowth = {
    "plan=[{salary: 60000, per: year}, {commission: own revenue, per: quarter, rate: 4%}, "
    "{commission: own revenue, per: quarter, rate: 10%, base_weeks: 50}]"};

const Settings kEqualPool = {
    "plan=[{salary: 60000, per: year}, {pool: team revenue, per: quarter, rate: 5%}]"};
const Settings kPoolByCredit = {
    "plan=[{salary: 60000, per: year}, {pool: team revenue, per: quarter, rate: 5%, split: by "
    "credit}]"};

const Edge kEdges[] = {
    // sharing
    {"TalkInPairsRaisesTheWinRate",
     {},
     {"policies.meetings.every=0"},
     {"policies.meetings.format=structured pairs", "policies.meetings.every=5"},
     "win_rate",
     1,
     {"meetings.learning.pairs=0", "mechanisms.trust=no", "mechanisms.roles=no"}},
    {"AnswersRaiseTheWinRate",
     {"people.own_spread=20%"},
     {"policies.chat.on=no"},
     {"policies.chat.on=yes"},
     "win_rate",
     1,
     {"mechanisms.helping=no"}},
    {"RecordsPreventWorkDoneTwice",
     {},
     {"policies.crm.discipline=0%"},
     {"policies.crm.discipline=80%"},
     "duplicate_work",
     -1,
     {"mechanisms.crm=no"}},
    {"StandUpsPreventWorkDoneTwice",
     {},
     {"policies.meetings.every=0"},
     {"policies.meetings.every=1", "policies.meetings.hours=15min",
      "policies.meetings.format=stand-up"},
     "duplicate_work",
     -1,
     {"mechanisms.roles=no"}},
    {"HelpRaisesTrust",
     {},
     {"helping.base=-3"},
     {"helping.base=3"},
     "trust",
     1,
     {"mechanisms.trust=no"}},
    {"ARefusalCostsTrust",
     {},
     {"trust.refusal=0"},
     {"trust.refusal=15%"},
     "trust",
     -1,
     {"mechanisms.helping=no", "mechanisms.co_selling=no"}},
    {"AnOpenAirLetsPeopleAsk",
     {},
     {"asking.standing=3"},
     {"asking.standing=0"},
     "questions",
     1,
     {"mechanisms.helping=no"}},
    // roles
    {"ClearRolesPreventOverlaps",
     {},
     {"policies.roles.clarity=20%"},
     {"policies.roles.clarity=90%"},
     "duplicate_work",
     -1,
     {"mechanisms.roles=no"}},
    {"ClearRolesCloseGaps",
     {},
     {"policies.roles.clarity=20%"},
     {"policies.roles.clarity=90%"},
     "missed_leads",
     -1,
     {"mechanisms.roles=no"}},
    {"ClearRolesPreventDisputes",
     {},
     {"policies.roles.clarity=20%"},
     {"policies.roles.clarity=90%"},
     "disputes",
     -1,
     {"mechanisms.conflict=no"}},
    {"PeopleWhoTalkFallOutLess",
     {},
     {"policies.meetings.every=0"},
     {"policies.meetings.format=structured pairs"},
     "disputes",
     -1,
     {"mechanisms.conflict=no"}},
    // load
    {"HoursOfMeetingsTire",
     {},
     {"policies.meetings.every=5"},
     {"policies.meetings.every=1", "policies.meetings.hours=3h"},
     "fatigue",
     1,
     {"mechanisms.fatigue=no"}},
    {"HoursOfMeetingsCostRevenue",
     {},
     {"policies.meetings.every=5"},
     {"policies.meetings.every=1", "policies.meetings.hours=3h"},
     "revenue",
     -1,
     {}},
    {"LargeTeamsCostHours",
     {"load.contact=0.02"},
     {"teams=[{name: A, territory: P, seats: {generalist: 8}}, {name: B, territory: Q, seats: "
      "{generalist: 8}}]"},
     {"load.contact=0.1"},
     "hours_deals",
     -1,
     {}},
    // trust
    {"TrustMakesPeopleHelp",
     {},
     {"trust.base=30%"},
     {"trust.base=70%"},
     "help_given",
     1,
     {"mechanisms.helping=no"}},
    {"CohesionKeepsPeople",
     {},
     {"trust.base=30%"},
     {"trust.base=70%"},
     "voluntary_turnover",
     -1,
     {"quitting.cohesion=0", "morale.cohesion=0", "mechanisms.conflict=no", "mechanisms.helping=no",
      "mechanisms.co_selling=no", "mechanisms.contagion=no", "mechanisms.fairness=no",
      "mechanisms.pressure=no", "policies.meetings.every=0"}},
    {"CohesionRaisesMorale", {}, {"trust.base=30%"}, {"trust.base=70%"}, "morale", 1, {}},
    {"DiverseTeamsKnowMoreTogether",
     {},
     {"people.diversity=0"},
     {"people.diversity=20%"},
     "co_sold_share",
     1,
     {"mechanisms.co_selling=no"}},
    // pay
    {"TeamPayMakesPeopleHelp", {}, kOwn, kTeamBonus, "help_given", 1, {"mechanisms.helping=no"}},
    {"TeamPayRaisesTrust", {}, kOwn, kTeamBonus, "trust", 1, {"mechanisms.trust=no"}},
    {"APoolByCreditRaisesEffort",
     {},
     kEqualPool,
     kPoolByCredit,
     "effort",
     1,
     {"mechanisms.pay_response=no"}},
    {"APoolByCreditRaisesRevenue",
     {},
     kEqualPool,
     kPoolByCredit,
     "revenue",
     1,
     {"mechanisms.pay_response=no"}},
    {"PayForHelpMakesPeopleHelp",
     {},
     kOwn,
     kPaidHelp,
     "help_hours",
     1,
     {"mechanisms.pay_response=no"}},
    {"PayForHelpGetsQuestionsAnswered",
     {},
     kOwn,
     kPaidHelp,
     "help_given",
     1,
     {"mechanisms.pay_response=no"}},
    {"PayForHelpCostsCare",
     {},
     kOwn,
     kPaidHelp,
     "response_days",
     1,
     {"mechanisms.pay_response=no"}},
    {"PayForSatisfactionMovesHoursToCare",
     {},
     kOwn,
     kPaidSatisfaction,
     "hours_care",
     1,
     {"mechanisms.pay_response=no"}},
    {"PayForSatisfactionPleasesCustomers",
     {},
     kOwn,
     kPaidSatisfaction,
     "satisfaction",
     1,
     {"mechanisms.pay_response=no"}},
    {"PayByScoreRaisesEffort", {}, kOwn, kPaidScore, "effort", 1, {"mechanisms.pay_response=no"}},
    {"AScoreThatSeesHelpMakesPeopleHelp",
     {"evaluation.method=360"},
     kOwn,
     kPaidScore,
     "help_hours",
     1,
     {"evaluation.weight=0%"}},
    {"BaseWeeksAreWorkedLessIn",
     {},
     kOwn,
     kPaidGrowth,
     "effort",
     -1,
     {"mechanisms.pay_response=no"}},
    {"AContestRaisesEffort", {}, kOwn, kContest, "effort", 1, {"mechanisms.pay_response=no"}},
    {"AContestCostsHarmony", {}, kOwn, kContest, "disputes", 1, {"mechanisms.conflict=no"}},
    {"AContestKeepsPeopleFromAsking",
     {},
     kOwn,
     kContest,
     "questions",
     -1,
     {"mechanisms.helping=no"}},
    {"ServiceAllowancesKeepPeople",
     {},
     {"plan=[{salary: 60000, per: year}, {commission: own revenue, per: quarter, rate: 5%}]"},
     {"plan=[{salary: 60000, per: year}, {commission: own revenue, per: quarter, rate: 5%}, "
      "{long_service: 4000, per: year}]"},
     "voluntary_turnover",
     -1,
     {"mechanisms.quitting=no"}},
    // recognition, fairness, careers, courses
    {"AwardsForHelpMakePeopleHelp",
     {},
     {"policies.recognition.every=0"},
     {"policies.recognition.every=21", "policies.recognition.for=help"},
     "help_given",
     1,
     {"mechanisms.helping=no"}},
    {"AwardsRaiseMorale",
     {},
     {"policies.recognition.every=0"},
     {"policies.recognition.every=21"},
     "morale",
     1,
     {"mechanisms.morale=no"}},
    {"FairAppraisalsRaiseMorale",
     {},
     {"evaluation.noise=0.8", "evaluation.openness=0%"},
     {"evaluation.noise=0", "evaluation.openness=100%"},
     "morale",
     1,
     {"mechanisms.fairness=no"}},
    {"FairAppraisalsRaiseTrust",
     {},
     {"evaluation.noise=0.8", "evaluation.openness=0%"},
     {"evaluation.noise=0", "evaluation.openness=100%"},
     "trust",
     1,
     {"mechanisms.fairness=no"}},
    {"ACareerKeepsPeople",
     {},
     {"policies.career.levels=0"},
     {"policies.career.levels=4"},
     "voluntary_turnover",
     -1,
     {"mechanisms.quitting=no"}},
    {"CoursesInSellingWin",
     {},
     {"policies.training.every=0"},
     {"policies.training.every=42", "policies.training.content=skill"},
     "win_rate",
     1,
     {"training.skill_most=0"}},
    {"CoursesRaiseMorale",
     {},
     {"policies.training.every=0"},
     {"policies.training.every=42"},
     "morale",
     1,
     {"mechanisms.morale=no"}},
    {"CoursesKeepPeople",
     {"quitting.rate=0.8", "morale.growth=6"},
     {"policies.training.every=0"},
     {"policies.training.every=21", "policies.training.content=product"},
     "voluntary_turnover",
     -1,
     {"mechanisms.quitting=no"}},
    {"MentorsShortenTheRamp",
     {},
     {"policies.mentoring.days=0"},
     {"policies.mentoring.days=60"},
     "ramp_days",
     -1,
     {"mentoring.learning=0", "mentoring.trust=0"}},
    // conflict
    {"AMediatorShortensDisputes",
     {},
     {"policies.conflict.process=none"},
     {"policies.conflict.process=mediator", "policies.conflict.days=5"},
     "dispute_days",
     -1,
     {"mechanisms.conflict=no"}},
    {"EarlyTalkStopsEscalation",
     {},
     {"policies.conflict.process=none"},
     {"policies.conflict.process=protocol", "policies.conflict.days=3"},
     "open_disputes",
     -1,
     {"mechanisms.conflict=no"}},
    {"DisputesCostMorale",
     {},
     {"conflict.rate=0"},
     {"conflict.rate=3"},
     "morale",
     -1,
     {"mechanisms.conflict=no"}},
    // leaving
    {"RecordsKeepCustomersOfLeavers",
     {},
     {"policies.crm.discipline=10%"},
     {"policies.crm.discipline=90%"},
     "accounts_lost_with_leavers",
     -1,
     {"mechanisms.leavers_take=no"}},
    {"CustomersOfTheRepGoWithTheRep",
     {},
     {"leaving.relation=0"},
     {"leaving.relation=8"},
     "accounts_lost_with_leavers",
     1,
     {"mechanisms.leavers_take=no"}},
    {"ExitsSpread",
     {},
     {"quitting.peers=0"},
     {"quitting.peers=1"},
     "voluntary_turnover",
     1,
     {"mechanisms.contagion=no"}},
    {"ACarelessHandOverCostsCustomers",
     {"quitting.rate=1", "selling.weight.relation=4"},
     {"policies.handover.care=100%"},
     {"policies.handover.care=0%"},
     "revenue",
     -1,
     {"mechanisms.quitting=no"}},
    // a manager
    {"AHelpfulManagerRaisesTheNorm",
     {"teams=[{name: A, territory: P, seats: {generalist: 8, manager: 1}}]"},
     {"norm.model=0"},
     {"norm.model=80%"},
     "sharing_norm",
     1,
     {"mechanisms.coaching=no"}},
    {"CoachingHelpsToWin",
     {"teams=[{name: A, territory: P, seats: {generalist: 8}, manager: {coaching: 16h}}]"},
     {"mechanisms.coaching=no"},
     {"mechanisms.coaching=yes"},
     "win_rate",
     1,
     {}},
    // other departments
    {"InputsOfSupportRaiseTheWinRate",
     {"policies.support.staff=16h"},
     {"support.give.base=-3"},
     {"support.give.base=5"},
     "win_rate",
     1,
     {"mechanisms.support=no"}},
    {"SupportWithHoursCutsTheCycle",
     {"support.give.base=20", "policies.support.patience=60"},
     {"policies.support.staff=6h"},
     {"policies.support.staff=20h"},
     "cycle_days",
     -1,
     {"mechanisms.support=no"}},
    {"LiaisonRaisesReadiness",
     {"policies.support.staff=8h"},
     {"policies.support.liaison=0"},
     {"policies.support.liaison=1h"},
     "support_ready",
     1,
     {"mechanisms.support=no"}},
    {"LiaisonPreventsMisunderstanding",
     {"policies.support.staff=8h"},
     {"policies.support.liaison=0"},
     {"policies.support.liaison=1h"},
     "support_rework",
     -1,
     {"support.misunderstanding=0"}},
    {"LiaisonBuildsTrust",
     {"policies.support.staff=8h"},
     {"policies.support.liaison=0"},
     {"policies.support.liaison=1h"},
     "support_trust",
     1,
     {"mechanisms.trust=no"}},
    {"KeepingInputsBackCostsTrust",
     {"policies.support.staff=16h"},
     {"support.give.base=3"},
     {"support.give.base=-2"},
     "support_trust",
     -1,
     {"mechanisms.trust=no"}},
    {"ASharedGoalOpensTheDepartment",
     {"policies.support.staff=16h"},
     {"policies.support.shared_goal=0%"},
     {"policies.support.shared_goal=60%"},
     "support_refused",
     -1,
     {"support.give.goal=0"}},
    {"ADeskAnswersSooner",
     {"policies.service_desk.staff=16h"},
     {"policies.service_desk.share=5%"},
     {"policies.service_desk.share=80%"},
     "response_days",
     -1,
     {"mechanisms.service_desk=no"}},
    {"ADeskFreesHours",
     {"policies.service_desk.staff=16h"},
     {"policies.service_desk.share=5%"},
     {"policies.service_desk.share=80%"},
     "hours_requests",
     -1,
     {"mechanisms.service_desk=no"}},
    {"ADeskWithoutRecordsDisappoints",
     {"policies.service_desk.staff=16h", "policies.crm.discipline=0%", "service_desk.skill=10%",
      "service.wait_loss=0"},
     {"policies.service_desk.share=5%"},
     {"policies.service_desk.share=80%"},
     "satisfaction",
     -1,
     {"mechanisms.service_desk=no"}},
    {"RecordsMakeADeskGood",
     {"policies.service_desk.staff=16h", "policies.service_desk.share=100%",
      "service_desk.skill=10%"},
     {"policies.crm.discipline=0%"},
     {"policies.crm.discipline=80%"},
     "satisfaction",
     1,
     {"mechanisms.service_desk=no"}},
    {"MarketingBringsOpportunities",
     {},
     {"policies.marketing.money=0"},
     {"policies.marketing.money=500"},
     "opportunities",
     1,
     {"mechanisms.marketing=no"}},
    {"LiaisonMakesLeadsFit",
     {"policies.marketing.money=500"},
     {"policies.marketing.liaison=0"},
     {"policies.marketing.liaison=1h"},
     "unqualified_leads",
     -1,
     {"mechanisms.marketing=no"}},
    {"LeadsThatDoNotFitAreLost",
     {"policies.marketing.money=500"},
     {"marketing.unqualified=0%"},
     {"marketing.unqualified=100%"},
     "win_rate",
     -1,
     {"marketing.weight=0"}},
};

Difference difference(const Edge& edge, const Settings& added) {
  const auto with = [&](const Settings& cause) {
    Settings all = edge.firm;
    all.insert(all.end(), cause.begin(), cause.end());
    all.insert(all.end(), added.begin(), added.end());
    return test::firm(kFirm, all);
  };
  BatchOptions options;
  // Exits are rare: their differences take longer to show.
  options.replications = std::string_view(edge.metric) == "voluntary_turnover" ? 240 : 80;
  options.threads = 2;
  const auto result = compare(with(edge.less), {with(edge.more)}, options);
  if (!result) throw std::runtime_error(describe(result.faults()));
  for (const Difference& d : result.value().comparisons[0].metrics)
    if (info(d.metric).id == edge.metric) return d;
  return {};  // no observation on either side
}

void PrintTo(const Edge& edge, std::ostream* out) { *out << edge.name; }

class Together : public testing::TestWithParam<Edge> {};

TEST_P(Together, TheCauseMovesTheEffectAndItsMechanismCarriesIt) {
  const Edge& edge = GetParam();
  const Difference found = difference(edge, {});
  const double low = edge.sign > 0 ? found.fixed_low : -found.fixed_high;
  EXPECT_GT(low, 0) << edge.metric << ": " << found.base_mean << " and " << found.variant_mean
                    << ", difference " << found.fixed_low << " .. " << found.fixed_high;
  if (edge.off.empty()) return;
  const Difference without = difference(edge, edge.off);
  const double left = edge.sign * without.difference;
  EXPECT_LT(left, 0.25 * edge.sign * found.difference)
      << "switched off: " << without.fixed_low << " .. " << without.fixed_high;
}

INSTANTIATE_TEST_SUITE_P(Edges, Together, testing::ValuesIn(kEdges),
                         [](const auto& edge) { return edge.param.name; });

}  // namespace
}  // namespace tandem
