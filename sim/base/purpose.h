// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace tandem {

/// What a random number is for: one part of its address (sim/base/luck.h). Values are fixed for
/// ever, never re-used, and below 128 (the upper half belongs to Stream). New purposes go at the
/// end.
enum class Purpose : std::uint8_t {
  opportunity_gap = 0,     ///< Exp(1) threshold before an account's n-th opportunity
  opportunity_traits = 1,  ///< size, topics, competitor of (account, n)
  stage_luck = 2,          ///< of (deal, stage): hours of work, days of the buyer, does it pass
  stage_steps = 4,         ///< further gamma steps of work and buyer
  idle_death = 5,          ///< Exp(1) threshold after which an idle deal is dead
  service_gap = 6,         ///< Exp(1) threshold before an account's n-th service request
  service_work = 7,        ///< hours and topic of a service request
  churn = 8,               ///< Exp(1) threshold before an account leaves
  shift = 9,               ///< topic shifts: when and how severe
  quit = 10,               ///< Exp(1) threshold before a person quits
  hiring_traits = 11,      ///< traits of the n-th person of a seat
  hiring_delay = 12,       ///< how long an empty seat waits
  start_tenure = 13,       ///< tenure on day 0
  start_knowledge = 14,    ///< knowledge on day 0
  start_pipeline = 15,     ///< open deals and account ages on day 0
  account_traits = 16,     ///< potential, segment, topic mix of an account
  placebo = 17,            ///< draws whose result nothing reads: the same-luck tests
  order = 18,              ///< addressed priority of a claimant when intents meet
  test = 19,               ///< tests only
  shuffle = 20,            ///< addressed shuffles: pairs for meetings, designs
  evaluation = 21,         ///< noise of an appraisal
  asking = 22,             ///< of (deal, stage): does the rep ask, how far the deal differs
  helping = 23,            ///< of (deal, helper): does the colleague help
  start_ties = 24,         ///< trust between two people on day 0
  meeting = 25,            ///< who speaks in a meeting, who is paired with whom
  stray = 26,              ///< of (account, n): does it need what another team knows; passed on?
  co_selling = 27,         ///< of (deal, stage) and (deal, colleague): does one ask, does one join
  leaving = 28,            ///< does a deal, a customer go with a leaver
  reading = 29,     ///< of (deal, stage): is there a written answer, how far the deal differs
  mentoring = 30,   ///< of (newcomer, mate): does the mate take the newcomer on
  dispute = 31,     ///< of a person and day, a pair, a split: does one begin, with whom, how long
  roles = 32,       ///< of a deal: does nobody take it up, or two
  encounters = 40,  ///< callers or walk-ins of a team's day; who serves them, who gives up
  encounter_sales = 41,  ///< sales of a rep's day: how many, of what, worth how much
  item_gap = 50,         ///< Exp(1) threshold before a territory's n-th item of news
  item_traits = 51,      ///< of (territory, n): topic, who notices it, accuracy, life, spread
  item_need = 52,        ///< of (deal, item) and stage: does it turn on the item
  item_talk = 53,        ///< of (meeting, item) and day: does it come up, and when
  item_passing = 54,     ///< of a circle's day: who tells what to whom in passing
  item_report = 55,      ///< of a person and day: does the person report
  item_record = 56,      ///< of an item: is it recorded, written down
  groups = 60,           ///< who comes into which temporary team
  offers = 61,           ///< of (person, change): is the offer accepted, in which turn
  support = 70,    ///< of a deal: does it need an input, is it given; work and fit of each round
  desk = 71,       ///< of (account, n): does a request go to the service desk, and its turn there
  marketing = 72,  ///< of a deal: is it a lead of marketing's, does it fit
};

}  // namespace tandem
