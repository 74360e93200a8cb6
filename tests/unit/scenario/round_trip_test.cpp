// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/model/spec.h"
#include "sim/scenario/read_scenario.h"
#include "sim/scenario/write.h"

namespace tandem {
namespace {

/// Specs with every number drawn from its range: doubles with all their digits.
class RandomSpec {
 public:
  explicit RandomSpec(std::uint64_t seed) : chance_(seed) {}

  Spec draw() {
    Spec spec;
    spec.name = text();
    spec.seed = chance_();
    spec.horizon = 20 + static_cast<double>(below(1000));
    draw_names(spec);
    draw_plans(spec);
    fill(spec.quota);
    fill(spec.parameters);
    mend(spec.parameters);
    for (std::size_t i = below(4); i > 0; --i) spec.changes.push_back(change(spec));
    for (std::size_t i = below(4); i > 0; --i) spec.events.push_back(event(spec));
    return spec;
  }

 private:
  std::size_t below(std::size_t limit) { return chance_() % limit; }
  double share() { return static_cast<double>(chance_() >> 11) * 0x1p-53; }

  /// Words that YAML could take for something else, with quotes and other languages.
  std::string text() {
    static const std::vector<std::string> kParts{"yes",       "null",
                                                 "010",       "a: b",
                                                 "#c",        "\"",
                                                 "'",         "\\",
                                                 "- x",       "{",
                                                 "]",         "\xe4\xb8\xad",
                                                 "1.5",       "North America",
                                                 "&a",        "*b",
                                                 "%",         "@",
                                                 "x",         "~",
                                                 "all of it", "\xc3\xa9",
                                                 ",",         "!t",
                                                 "1/2"};
    std::string out = kParts[below(kParts.size())];
    for (std::size_t i = below(3); i > 0; --i) out += kParts[below(kParts.size())];
    return out + std::to_string(below(1000));
  }

  double number(double low, double high) {
    switch (below(5)) {
      case 0:
        return low;
      case 1:
        return high;
      case 2:
        return std::max(low, std::floor(low + share() * std::min(high - low, 1000.0)));
      default:
        return low + share() * (high - low);
    }
  }

  template <class S>
  void fill(S& into) {
    for (const Field<S>& field : S::fields()) {
      const auto visitor = [&](auto member) {
        using T = std::remove_cvref_t<decltype(into.*member)>;
        if constexpr (std::is_same_v<T, double>) {
          into.*member = number(field.low, field.high);
        } else if constexpr (std::is_same_v<T, int>) {
          into.*member = field.choices.empty()
                             ? static_cast<int>(std::floor(number(field.low, field.high)))
                             : static_cast<int>(below(field.choices.size()));
        } else if constexpr (std::is_same_v<T, bool>) {
          into.*member = below(2) == 0;
        } else if constexpr (std::is_same_v<T, std::vector<double>>) {
          (into.*member).clear();
          for (std::size_t i = below(4); i > 0; --i)
            (into.*member).push_back(number(field.low, field.high) + (field.low == 0 ? 1e-9 : 0));
          for (double& x : into.*member) x = std::min(x, field.high);
        }
      };
      std::visit(visitor, field.member);
    }
  }

  /// What must hold between parameters.
  void mend(Parameters& p) {
    p.regular_share *= 1 - p.key_share;
    p.effort_low = 0.09 * share();
    p.week_days = 5;
    p.month_days = 21;
    p.quarter_days = 63;
    p.year_days = 252;
  }

  void draw_names(Spec& spec) {
    for (std::size_t i = 1 + below(4); i > 0; --i) {
      TopicSpec topic;
      fill(topic);
      topic.name = text() + "t" + std::to_string(i);
      spec.topics.push_back(topic);
    }
    for (std::size_t i = below(3); i > 0; --i) {
      ProductSpec product;
      fill(product);
      product.name = text() + "p" + std::to_string(i);
      product.share += 0.5;
      product.share = std::min(product.share, 1e6);
      if (below(2) == 0) product.topic = spec.topics[0].name;
      spec.products.push_back(product);
    }
    for (std::size_t i = 1 + below(3); i > 0; --i) {
      TerritorySpec territory;
      fill(territory);
      territory.name = text() + "r" + std::to_string(i);
      if (below(2) == 0) {
        const double first = share();
        territory.mix = {{spec.topics[0].name, spec.topics.size() > 1 ? first : 1.0}};
        if (spec.topics.size() > 1) territory.mix.emplace_back(spec.topics[1].name, 1 - first);
      }
      spec.territories.push_back(territory);
    }
    for (std::size_t i = 1 + below(3); i > 0; --i) {
      TeamSpec team;
      team.name = text() + "g" + std::to_string(i);
      team.territory = spec.territories[below(spec.territories.size())].name;
      for (const std::string_view role : roles())
        if (below(2) == 0) team.seats.emplace_back(role, static_cast<double>(1 + below(20)));
      if (team.seats.empty()) team.seats.emplace_back("generalist", 3);
      spec.teams.push_back(team);
    }
  }

  /// Each kind's own example is an element that checks.
  std::vector<PayElement> plan() {
    std::string text = "tandem: 1\ntopics: [security]\nplan:\n";
    const std::size_t kinds_count = kinds().size();
    for (std::size_t i = 0; i < kinds_count; ++i)
      if (below(2) == 0) text += "  - " + std::string(kinds()[i].example) + "\n";
    if (text.ends_with("plan:\n")) return {};
    const auto read = read_scenario({"plan.yaml", text, ".", {}}, {});
    EXPECT_TRUE(read.ok()) << text << (read.ok() ? "" : describe(read.faults()));
    auto elements = read.value().plans[0].elements;
    for (PayElement& element : elements) {
      element.topic.clear();
      if (element.amount > 0) element.amount = 1 + 1e5 * share();
      if (element.rate > 0) element.rate = 1e-3 + share();
      for (auto& tier : element.tiers) tier.second = share();
    }
    return elements;
  }

  void draw_plans(Spec& spec) {
    spec.plans.push_back({"", plan()});
    for (std::size_t i = below(3); i > 0; --i)
      spec.plans.push_back({text() + "n" + std::to_string(i), plan()});
    if (spec.plans.size() > 1) spec.teams[0].plan = spec.plans[1].name;
  }

  template <class S>
  const Field<S>* changeable(Scope scope) {
    std::vector<const Field<S>*> fields;
    for (const Field<S>& field : S::fields()) {
      const bool is_single = std::holds_alternative<double S::*>(field.member);
      if (is_single && field.scope == scope) fields.push_back(&field);
    }
    return fields.empty() ? nullptr : fields[below(fields.size())];
  }

  double day(const Spec& spec) {
    return static_cast<double>(below(static_cast<std::size_t>(spec.horizon)));
  }

  ChangeSpec change(const Spec& spec) {
    ChangeSpec change;
    change.at = day(spec);
    if (below(2) == 0) change.until = change.at + 1;
    if (below(2) == 0) change.note = text();
    const auto* parameter = changeable<Parameters>(Scope::team);
    change.parameters.emplace_back(parameter, number(parameter->low, parameter->high));
    const std::size_t kind = below(4);
    if (kind != 1 && change.at >= 63 && below(3) == 0) {
      if (below(2) == 0)
        change.newcomers = 1 + static_cast<double>(below(300));
      else
        change.tercile = 1 + static_cast<int>(below(3));
    }
    switch (kind) {
      case 0:
        change.team = spec.teams[0].name;
        break;
      case 1: {
        change.territory = spec.territories[0].name;
        const auto* field = changeable<TerritorySpec>(Scope::territory);
        change.territory_fields.emplace_back(field, number(field->low, field->high));
        break;
      }
      case 2: {
        change.role = "closer";
        const auto* field = changeable<QuotaSpec>(Scope::team);
        change.quota.emplace_back(field, number(field->low, field->high));
        break;
      }
      default:
        change.plan = plan();
    }
    return change;
  }

  EventSpec event(const Spec& spec) {
    EventSpec event;
    event.kind = static_cast<int>(below(EventSpec::kinds().size()));
    event.at = day(spec);
    event.severity = number(0, 10);
    event.lasting = static_cast<double>(below(50));
    if (below(2) == 0) event.note = text();
    const auto target = EventSpec::target(event.kind);
    if (target == EventSpec::in_territory && below(2) == 0) event.where = spec.territories[0].name;
    if (target == EventSpec::of_topic) event.where = spec.topics[0].name;
    if (target == EventSpec::of_seat)
      event.where = spec.teams[0].name + "/" + spec.teams[0].seats[0].first + "/1";
    return event;
  }

  std::mt19937_64 chance_;
};

// The resolved text is the whole truth: it reads back to the same spec, bit for bit, and is written
// the same way again. Shortest digits and quoting are right for every value there is.
TEST(RoundTrip, AnySpecReadsBackEqual) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const Spec spec = RandomSpec(seed).draw();
    const Written written = write_spec(spec);
    const auto read = read_scenario({"random.yaml", written.head + written.body, ".", {}}, {});
    ASSERT_TRUE(read.ok()) << "seed " << seed << "\n" << describe(read.faults());
    ASSERT_EQ(read.value(), spec) << "seed " << seed << "\n" << written.head + written.body;
    const Written again = write_spec(read.value());
    ASSERT_EQ(again.head + again.body, written.head + written.body) << "seed " << seed;
  }
}

}  // namespace
}  // namespace tandem
