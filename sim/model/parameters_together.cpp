// SPDX-License-Identifier: Apache-2.0
#include "sim/model/parameters_together.h"

#include <array>

namespace tandem {

namespace {

constexpr std::array<std::string_view, 3> kScopes{"team", "territory", "all"};
constexpr std::array<std::string_view, 4> kFormats{"open", "structured pairs", "case review",
                                                   "stand-up"};
constexpr std::array<std::string_view, 2> kReach{"team", "all"};
constexpr std::array<std::string_view, 5> kCredits{"owner", "split", "by hours", "double",
                                                   "overlay"};
constexpr std::array<std::string_view, 4> kPairs{"random", "fixed", "high with low", "chosen"};

using P = Parameters;
using enum Scope;

// key, member, unit, low, high, scope, sentence, source[, choices]
// clang-format off
const Field<P> kTogether[] = {
    // trust and the sharing norm
    {"trust.base", &P::trust_base, Unit::share, 0, 1, team,
     "Trust between mates where nothing moves it.", {}},
    {"trust.spread", &P::trust_spread, Unit::share, 0, 0.5, fixed,
     "Half-width of trust between two mates around that at the start.", {}},
    {"trust.homophily", &P::trust_homophily, Unit::share, 0, 0.5, team,
     "Trust gained by equal and lost by opposite background.", {}},
    {"trust.fade", &P::trust_fade, Unit::per_day, 0, 1, team,
     "Share of the way back to its base that trust goes a day.", {}},
    {"trust.help", &P::trust_help, Unit::share, 0, 1, team,
     "Share of the missing trust gained by help received.", {}},
    {"trust.refusal", &P::trust_refusal, Unit::share, 0, 1, team,
     "Share of trust lost by a refusal.", {}},
    {"norm.base", &P::norm_base, Unit::share, 0, 1, team,
     "Sharing norm of a team that has seen nothing yet: what people take for usual.", {}},
    {"norm.speed", &P::norm_speed, Unit::share, 0, 1, team,
     "Share of the way to what is seen done that the norm goes in a week.", {}},
    {"reciprocity.fade", &P::reciprocity_fade, Unit::per_day, 0, 1, team,
     "Share of what one owes a mate that is forgotten a day.", {}},
    // asking and helping
    {"asking.base", &P::ask_base, Unit::none, -50, 50, team,
     "Logit of asking, all other terms being 0.", {}},
    {"asking.gap", &P::ask_gap, Unit::none, 0, 50, team,
     "Logit gained by a gap in knowledge of 1 that is felt.", {}},
    {"asking.insight", &P::ask_insight, Unit::share, 0, 1, team,
     "How far one has to know a topic to feel one's gap: 0 = everybody feels it.", {}},
    {"asking.worth", &P::ask_worth, Unit::none, 0, 50, team,
     "Logit gained by what a better match is worth, and lost by what asking costs: log (1 + money / an hour's pay).", {}},
    {"asking.trust", &P::ask_trust, Unit::none, 0, 50, team,
     "Logit gained by full over no trust in the colleague.", {}},
    {"asking.standing", &P::ask_standing, Unit::none, 0, 50, team,
     "Logit lost by showing a gap; a contest that shows ranks doubles it.", {}},
    {"helping.base", &P::help_base, Unit::none, -50, 50, team,
     "Logit of helping, all other terms being 0.", {}},
    {"helping.trust", &P::help_trust, Unit::none, 0, 50, team,
     "Logit gained by full over no trust in who asks.", {}},
    {"helping.prosociality", &P::help_prosociality, Unit::none, 0, 50, team,
     "Weight of personal prosociality in the logit of helping.", {}},
    {"helping.norm", &P::help_norm, Unit::none, 0, 50, team,
     "Logit gained by a full over no sharing norm.", {}},
    {"helping.pay", &P::help_pay, Unit::none, 0, 50, team,
     "Logit gained where the colleague's gain pays the helper an hour's pay, and lost where the helper's hours would have earned it.", {}},
    {"helping.reciprocity", &P::help_reciprocity, Unit::none, 0, 50, team,
     "Logit gained by one favour owed.", {}},
    {"helping.fatigue", &P::help_fatigue, Unit::none, 0, 50, team,
     "Logit lost from fatigue 0 to 1.", {}},
    {"helping.yield", &P::help_yield, Unit::share, 0, 10, team,
     "Credit that people expect a day of helping to bring mates, over their own credit a day.", {}},
    {"advice.reliance", &P::reliance, Unit::share, 0, 1, team,
     "Weight of advice against own knowledge in a deal's match.", {}},
    {"advice.need_to_differ", &P::need_to_differ, Unit::share, 0, 0.5, team,
     "Mean share of advice that does not fit a deal.", {}},
    {"advice.learning", &P::learn_asking, Unit::per_hour, 0, 10, team,
     "Share of the gap to a trusted colleague closed by an hour of answers.", {}},
    // load of communication
    {"load.capacity", &P::load_capacity, Unit::hours, 0, 24, team,
     "Hours of communication a day that a person can take in.", {}},
    {"load.cost", &P::load_cost, Unit::none, 0, 10, team,
     "Further hours lost by an hour of communication beyond that.", {}},
    {"load.fatigue", &P::load_fatigue, Unit::none, 0, 10, team,
     "How much an hour of communication beyond that tires, as so much effort.", {}},
    // what meetings do
    {"meetings.learning.open", &P::learn_open, Unit::per_hour, 0, 10, team,
     "Share of the gap to a trusted speaker closed by an hour of open talk.", {}},
    {"meetings.learning.pairs", &P::learn_pairs, Unit::per_hour, 0, 10, team,
     "Share of the gap to a trusted partner closed by an hour in a structured pair.", {}},
    {"meetings.learning.case_review", &P::learn_case, Unit::per_hour, 0, 10, team,
     "Share of the gap to who knows most closed by an hour of case review.", {}},
    {"meetings.learning.stand_up", &P::learn_standup, Unit::per_hour, 0, 10, team,
     "Share of the gap to a trusted speaker closed by an hour of stand-up.", {}},
    {"meetings.structure", &P::meeting_structure, Unit::none, 0, 20, team,
     "Logit of telling what one knows gained by a format in which each is asked to.", {}},
    {"meetings.trust", &P::meeting_trust, Unit::per_hour, 0, 1, team,
     "Share of the missing trust gained by an hour in one meeting.", {}},
    {"meetings.pairs_trust", &P::pairs_trust, Unit::per_hour, 0, 1, team,
     "Share of the missing trust gained by an hour in a structured pair.", {}},
    {"trust.cross", &P::cross_trust, Unit::share, 0, 1, firm,
     "Trust between teams that have no contact.", {}},
    {"trust.cross_fade", &P::cross_fade, Unit::per_day, 0, 1, firm,
     "Share of the way back to that which trust between teams goes a day.", {}},
    // co-selling and referral
    {"co_selling.size", &P::co_size, Unit::none, 0, 1e6, team,
     "Deals worth so many times the mean are fit for two sellers, whatever their topics.", {}},
    {"co_selling.needed", &P::co_needed, Unit::share, 0, 1, team,
     "Gain in match from which a rep thinks of a co-seller.", {}},
    {"co_selling.overhead", &P::co_overhead, Unit::share, 0, 5, team,
     "Further work on a deal that two have to agree on.", {}},
    {"co_selling.learning", &P::learn_co_selling, Unit::per_hour, 0, 10, team,
     "Share of the gap to each other closed by an hour of joint work.", {}},
    {"policies.co_selling.on", &P::co_selling_on, Unit::none, 0, 0, team,
     "Reps may ask a colleague onto a deal that needs two topics or is large.", {}},
    {"policies.co_selling.credit", &P::co_credit, Unit::none, 0, 0, team,
     "Who gets the credit: the owner all, a fixed split, by hours, both in full, or an overlay for specialists and else a split.", {}, kCredits},
    {"policies.co_selling.owner", &P::owner_share, Unit::share, 0, 1, team,
     "The owner's part of a fixed split.", {}},
    {"policies.co_selling.hours", &P::partner_hours, Unit::share, 0, 0.9, team,
     "The co-seller's part of the work.", {}},
    {"policies.co_selling.scope", &P::co_scope, Unit::none, 0, 0, team,
     "Where co-sellers come from: the team, or the teams near it as well.", {}, kReach},
    {"policies.referral.on", &P::referral_on, Unit::none, 0, 0, team,
     "Reps may pass on opportunities that others know more about.", {}},
    {"policies.referral.credit", &P::referral_credit, Unit::share, 0, 1, team,
     "Part of the credit that stays with who passed an opportunity on.", {}},
    {"policies.meetings.every", &P::meeting_every, Unit::days, 0, 2520, team,
     "Working days from one meeting to the next; 0 = none.", {}},
    {"policies.meetings.hours", &P::meeting_hours, Unit::hours, 0, 24, team,
     "Hours a meeting takes.", {}},
    {"policies.meetings.scope", &P::meeting_scope, Unit::none, 0, 0, team,
     "Who meets: each team, all teams of a territory, or everybody.", {}, kScopes},
    {"policies.meetings.format", &P::meeting_format, Unit::none, 0, 0, team,
     "How they talk: openly, in structured pairs, over one case, or standing up.", {}, kFormats},
    {"policies.meetings.pairs", &P::meeting_pairs, Unit::none, 0, 0, team,
     "How structured pairs are made.", {}, kPairs},
    {"policies.chat.on", &P::chat_on, Unit::none, 0, 0, team,
     "People may ask colleagues between meetings.", {}},
    {"policies.chat.latency", &P::chat_latency, Unit::days, 1, 60, team,
     "Days from a question to its answer.", {}},
    {"policies.chat.hours", &P::chat_hours, Unit::hours, 0, 24, team,
     "Hours an answer takes the helper.", {}},
    {"policies.chat.interruption", &P::chat_interruption, Unit::hours, 0, 24, team,
     "Hours the helper loses besides by being interrupted.", {}},
    {"policies.chat.search", &P::chat_search, Unit::hours, 0, 24, team,
     "Hours it takes to find whom to ask and to explain.", {}},
    // mechanisms
    {"mechanisms.helping", &P::helping_on, Unit::none, 0, 0, fixed,
     "People ask and help; off: nobody has hours for others.", {}},
    {"mechanisms.overload", &P::overload_on, Unit::none, 0, 0, fixed,
     "Communication beyond what a person can take costs hours and tires.", {}},
    {"mechanisms.co_selling", &P::co_selling_rule, Unit::none, 0, 0, fixed,
     "Two people may work on a deal.", {}},
    {"mechanisms.trust", &P::trust_on, Unit::none, 0, 0, fixed,
     "Trust, debts of favours and the sharing norm move; off: they stay as they start.", {}},
};
// clang-format on

}  // namespace

std::span<const Field<Parameters>> parameters_together() { return kTogether; }

}  // namespace tandem
