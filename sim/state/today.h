// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/model.h"
#include "sim/state/deals.h"

namespace tandem {

/// How a deal ended.
enum class Ending : std::uint8_t { won, lost, idle, taken };

/// What happened on the day being played: cleared when the next one opens. Observers read it at the
/// close.
struct Today {
  struct Closed {
    Deal deal;
    int seat;
    Ending ending;
  };
  struct Exit {
    int seat, person;
    bool dismissed;
    int joined;
    std::int64_t paid;     ///< cents, since joining or the start
    std::int64_t revenue;  ///< cents of credit, likewise
  };
  struct Attained {
    int seat, person;
    double attainment;
  };

  std::vector<Closed> closed;
  std::vector<Exit> exits;
  std::vector<int> joined;         ///< seats
  std::vector<Attained> attained;  ///< quota periods that ended
  std::vector<int> ramp_days;      ///< of newcomers who became productive

  // Counts and sums over the firm
  int opportunities = 0;
  int requests = 0, answered = 0;
  int complaints = 0;        ///< of the answered ones: answered poorly or very late
  double response_days = 0;  ///< of the answered ones
  int customers_lost = 0, customers_won = 0;
  int lost_with_leavers = 0, deals_lost_with_leavers = 0;  ///< customers and open deals
  int topic_shifts = 0;
  int asked = 0, helped = 0, refused = 0;  ///< questions put to a mate, and what became of them
  double help_hours = 0;
  int promotions = 0;
  int disputes = 0, settled = 0, dispute_days = 0;  ///< opened; settled, and days that they took
  int missed = 0, duplicated = 0;                   ///< opportunities that nobody, or two, took up
  double repeated_hours = 0;  ///< of work that was done already: by another, or before a hand-over
  int items_used = 0;         ///< stages that turned on an item of news held
  double item_age = 0;        ///< days, of those items
  int unique_items = 0, unique_shared = 0;  ///< items held by one alone in a meeting; that came up
  int cross_team = 0;                       ///< deals won by people of two teams
  int offers = 0, accepted = 0;             ///< changes offered to somebody; those accepted
  int strays = 0, referrals = 0;  ///< opportunities that others know more about; those passed on
  int inputs_asked = 0, inputs_refused = 0, inputs_late = 0;  ///< of technical support; kept back;
                                                              ///< not there when patience ended
  int inputs_ready = 0;                                       ///< there in time
  double input_days = 0;                                      ///< that those took
  int inputs_made = 0, inputs_back = 0;  ///< pieces of work done; those that came back
  int desk_answered = 0;                 ///< requests, by the service desk
  double request_hours = 0;              ///< of reps, on requests
  int leads = 0, unqualified = 0;        ///< of marketing's; those that do not fit
  std::int64_t encounters = 0, abandoned = 0,
               sales = 0;   ///< callers and walk-ins; those not served; those who bought
  double wait_minutes = 0;  ///< of all of them
  double counter_hours = 0, busy_hours = 0;  ///< on phone or floor; of them with somebody
  std::int64_t sales_value = 0;              ///< cents of list value sold to them
  std::int64_t revenue = 0, list_value = 0, margin = 0;  ///< cents of won deals
  std::int64_t pay = 0;                                  ///< cents paid to people
  std::int64_t hiring_cost = 0, training_cost = 0, dispute_cost = 0,
               department_cost = 0;  ///< cents
  double hours[kActivities] = {};    ///< worked, by use
  int soft_limits = 0;               ///< how often a documented limit cut something off

  void clear();
};

}  // namespace tandem
