// SPDX-License-Identifier: Apache-2.0
#include "sim/day/meetings.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "sim/base/math.h"
#include "sim/day/asking.h"
#include "sim/day/groups.h"
#include "sim/day/news.h"
#include "sim/day/ties.h"
#include "sim/rules/help.h"
#include "sim/rules/hours.h"
#include "sim/rules/sharing.h"

namespace tandem {

namespace {

constexpr double kSpeakersAnHour = 6;

bool meets_today(const PolicySet& set, int day) {
  return set.p.meeting_hours > 0 && rules::falls_on(set.p.meeting_every, day);
}

// One meeting: a group of seats under one policy.
class Meeting {
 public:
  Meeting(const Firm& firm, State& state, const PolicySet& set, std::uint64_t id)
      : firm_(firm),
        state_(state),
        room_(state.room),
        set_(set),
        topics_(firm.model.topics),
        luck_(state.luck.block(Purpose::meeting, id, state.day, 0)),
        id_(id) {}

  void hold() {
    const int n = size();
    if (n < 2) return;
    see_what_is_known();
    switch (set_.p.meeting_format) {
      case Parameters::open_talk:
        talk(set_.p.learn_open);
        break;
      case Parameters::structured_pairs:
        pair_up();
        teach_in_pairs();
        break;
      case Parameters::case_review:
        review_case();
        break;
      case Parameters::stand_up:
        talk(set_.p.learn_standup);
        break;
      default:
        break;
    }
    get_together();
    mention_news(firm_, state_, set_, id_);
  }

 private:
  [[nodiscard]] int size() const { return static_cast<int>(room_.seats.size()); }
  [[nodiscard]] int seat(int i) const { return room_.seats[i]; }
  [[nodiscard]] const double* known(int i) const { return &room_.known[i * topics_]; }
  [[nodiscard]] double* row(int i) const { return &state_.people.knowledge[seat(i) * topics_]; }

  // Rows before the meeting, and their mean in the last one.
  void see_what_is_known() {
    const int n = size();
    room_.known.assign(static_cast<std::size_t>((n + 1) * topics_), 0);
    double* mean = &room_.known[n * topics_];
    for (int i = 0; i < n; ++i)
      for (int k = 0; k < topics_; ++k) {
        const double x = state_.people.knowledge[seat(i) * topics_ + k];
        room_.known[i * topics_ + k] = x;
        mean[k] += x / n;
      }
  }

  // How ready somebody is to tell the others what they know. A format in which each has to tell
  // leaves less to the will.
  [[nodiscard]] double willingness(int i, double trust) const {
    const int who = seat(i);
    const PolicySet& own = firm_.of_seat(state_, who);
    rules::HelpCase of = telling(firm_, state_, who, trust);
    if (set_.p.meeting_scope == Parameters::meet_group)
      of.pays = worth_of_mates_credit(state_, who, seat(0)) * firm_.model.seat_credit[who] *
                own.p.help_yield / hour_pay(firm_, state_, who);
    return math::logistic(rules::help_terms(own, of).sum() + rules::asked_to_tell(set_));
  }

  // Some speak, all listen. What many know is talked about most.
  void talk(double learning) {
    const int n = size();
    const int speakers = std::clamp(math::whole(kSpeakersAnHour * set_.p.meeting_hours), 1, n);
    const double each = learning * set_.p.meeting_hours / speakers;
    double* weight = &room_.known[n * topics_];
    double sum = 0;
    for (int k = 0; k < topics_; ++k) sum += weight[k];
    for (int k = 0; k < topics_; ++k) weight[k] = sum > 0 ? weight[k] * topics_ / sum : 1;
    const auto first = static_cast<int>(luck_[0] % static_cast<std::uint32_t>(n));
    for (int s = 0; s < speakers; ++s) {
      const int j = (first + s) % n;
      const double willing = willingness(j, 0.5);
      for (int i = 0; i < n; ++i) {
        if (i == j) continue;
        const double trust = trust_in(firm_, state_, seat(i), seat(j));
        rules::listen(row(i), known(j), weight, topics_, each * willing * trust);
      }
    }
  }

  // partner[i]: whom the i-th learns from; -1: nobody.
  void pair_up() {
    const int n = size();
    room_.partner.assign(static_cast<std::size_t>(n), -1);
    if (set_.p.meeting_pairs == Parameters::chosen_pairs) return choose_partners();
    room_.order.clear();
    for (int i = 0; i < n; ++i) {
      double key = i;
      if (set_.p.meeting_pairs == Parameters::random_pairs)
        key = state_.luck.uniform(Purpose::meeting, id_ ^ firm_.model.seat_id[seat(i)], state_.day,
                                  1);
      if (set_.p.meeting_pairs == Parameters::high_with_low) {
        key = 0;
        for (int k = 0; k < topics_; ++k) key += known(i)[k];
      }
      room_.order.emplace_back(key, i);
    }
    std::ranges::sort(room_.order);
    const bool ends = set_.p.meeting_pairs == Parameters::high_with_low;
    for (int r = 0; r + 1 < n; r += 2) {
      const int a = room_.order[ends ? r / 2 : r].second;
      const int b = room_.order[ends ? n - 1 - r / 2 : r + 1].second;
      room_.partner[a] = b;
      room_.partner[b] = a;
    }
  }

  // Each goes to whom they trust and expect to learn from; several may go to one, who has the less
  // time for each.
  void choose_partners() {
    const int n = size();
    for (int i = 0; i < n; ++i) {
      double best = 0;
      for (int j = 0; j < n; ++j) {
        if (i == j) continue;
        double more = 0;
        for (int k = 0; k < topics_; ++k) more += std::max(0.0, known(j)[k] - known(i)[k]);
        const double score = more * trust_in(firm_, state_, seat(i), seat(j));
        if (score > best) best = score, room_.partner[i] = j;
      }
    }
  }

  void teach_in_pairs() {
    const int n = size();
    room_.order.clear();
    for (int i = 0; i < n; ++i) room_.order.emplace_back(0, i);
    for (int i = 0; i < n; ++i)
      if (room_.partner[i] >= 0) room_.order[room_.partner[i]].first += 1;
    for (int i = 0; i < n; ++i) {
      const int j = room_.partner[i];
      if (j < 0) continue;
      const double trust = trust_in(firm_, state_, seat(i), seat(j));
      const double back = trust_in(firm_, state_, seat(j), seat(i));
      const double hours = set_.p.meeting_hours / 2 / room_.order[j].first;
      rules::be_taught(row(i), known(j), firm_.model.asked_of(seat(i)), topics_,
                       set_.p.learn_pairs * hours * willingness(j, back) * trust);
      spend_time_together(firm_, state_, seat(i), {&room_.seats[j], 1},
                          set_.p.pairs_trust * set_.p.meeting_hours);
    }
  }

  // One case, on the topic in which the best is farthest ahead of the mean; who knows it best tells.
  void review_case() {
    const int n = size();
    const double* mean = known(n);
    int topic = 0, teacher = 0;
    double ahead = -1;
    for (int k = 0; k < topics_; ++k)
      for (int i = 0; i < n; ++i)
        if (known(i)[k] - mean[k] > ahead) ahead = known(i)[k] - mean[k], topic = k, teacher = i;
    const double willing = willingness(teacher, 0.5);
    for (int i = 0; i < n; ++i) {
      if (i == teacher) continue;
      const double trust = trust_in(firm_, state_, seat(i), seat(teacher));
      const double ground = rules::common_ground(known(i), known(teacher), topics_);
      double& x = row(i)[topic];
      x = rules::after_sharing(
          x, known(teacher)[topic],
          set_.p.learn_case * topics_ * set_.p.meeting_hours * willing * trust * ground);
    }
  }

  // To have met builds trust, the less the more there were.
  void get_together() {
    constexpr int kFamiliar = 8, kMost = 64;
    const int n = size();
    const double share =
        set_.p.meeting_trust * set_.p.meeting_hours * std::min(1.0, double(kFamiliar) / n);
    const std::span<const int> seats(room_.seats);
    for (std::size_t i = 0; i < seats.size(); ++i) {  // with those who sit next, round the table
      const std::size_t reach = std::min(n, kMost) - 1;
      const std::size_t behind = std::min(reach, seats.size() - i - 1);
      spend_time_together(firm_, state_, seats[i], seats.subspan(i + 1, behind), share);
      spend_time_together(firm_, state_, seats[i], seats.first(reach - behind), share);
    }
  }

  const Firm& firm_;
  State& state_;
  Room& room_;
  const PolicySet& set_;
  const int topics_;
  const Block luck_;
  const std::uint64_t id_;
};

// Each group meets as the policy of one of its members says, of those who meet by groups at all.
void meet_in_groups(const Firm& firm, State& state) {
  const auto by_group = [&](int seat) {
    const PolicySet& set = firm.of_seat(state, seat);
    return set.p.meeting_scope == Parameters::meet_group && meets_today(set, state.day);
  };
  for (int group = 0; group < firm.model.seats; ++group) {
    state.room.seats.clear();
    for (const int seat : group_members(state, group))
      if (state.people.present[seat] && by_group(seat)) state.room.seats.push_back(seat);
    if (state.room.seats.size() > 1)
      Meeting(firm, state, firm.of_seat(state, state.room.seats[0]), firm.model.seat_id[group])
          .hold();
  }
}

}  // namespace

void hold_meetings(const Firm& firm, State& state) {
  const Model& model = firm.model;
  const auto policy = [&](std::size_t c) -> const PolicySet& {
    return firm.of_seat(state,
                        model.circles[c].first);  // a team meets as its first seat's policy says
  };
  const auto place = [&](std::size_t c) { return model.seat_territory[model.circles[c].first]; };
  for (std::size_t c = 0; c < model.circles.size(); ++c) {
    const PolicySet& set = policy(c);
    const int scope = set.p.meeting_scope;
    if (scope == Parameters::meet_group || !meets_today(set, state.day)) continue;
    const auto together = [&](std::size_t other) {
      return other == c ||
             (scope != Parameters::meet_team && policy(other).p.meeting_scope == scope &&
              meets_today(policy(other), state.day) &&
              (scope == Parameters::meet_all || place(other) == place(c)));
    };
    bool held = false;  // with an earlier circle
    for (std::size_t earlier = 0; scope != Parameters::meet_team && earlier < c && !held; ++earlier)
      held = together(earlier);
    if (held) continue;
    state.room.seats.clear();
    for (std::size_t other = c; other < model.circles.size(); ++other) {
      if (!together(other)) continue;
      const Model::Circle& circle = model.circles[other];
      for (const int seat : circle.seats())
        if (state.people.present[seat]) state.room.seats.push_back(seat);
      if (scope == Parameters::meet_team) break;
    }
    Meeting(firm, state, set, model.seat_id[model.circles[c].first]).hold();
  }
  if (firm.has_groups) meet_in_groups(firm, state);
}

}  // namespace tandem
