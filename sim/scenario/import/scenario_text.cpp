// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/scenario_text.h"

#include <cmath>

#include "sim/base/math.h"
#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

constexpr std::size_t kWidest = 300;

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : shown(text, 100)) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string percent(double share, int digits = 3) { return figure(100 * share, digits) + "%"; }

/// A duration in working days and what it is in calendar days, or a rate a working day and a
/// calendar day.
std::string both_days(double working) {
  return figure(working, 3) + " working d = " + figure(working / kWorkingPerCalendar, 3) +
         " calendar d";
}
std::string both_rates(double per_calendar_day) {
  return figure(per_calendar_day, 3) +
         " a calendar day = " + figure(per_calendar_day / kWorkingPerCalendar, 3) +
         " a working day";
}

class Writer {
 public:
  void comment(const std::string& text) { text_ += "# " + shown(text, kWidest) + "\n"; }
  void line(const std::string& text) { text_ += text + "\n"; }
  /// A line of YAML with a comment behind it, from the same column on where there is room.
  void line(const std::string& yaml, const std::string& says) {
    if (says.empty()) return line(yaml);
    std::string padded = yaml;
    if (padded.size() < 44) padded.append(44 - padded.size(), ' ');
    text_ += padded + "  # " + shown(says, kWidest) + "\n";
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void write_head(Writer& w, const Facts& facts, const Provenance& from) {
  w.comment("A firm built from a CRM export by `tandem new " + from.name + " --from-csv`.");
  if (from.aliased) w.comment("People and customers have aliases in the place of their names.");
  w.line("#");
  w.comment("The export against what was read of it:");
  for (const std::string& line : from.reconciliation) w.comment("  " + line);
  w.comment("  warnings: " + grouped(static_cast<std::int64_t>(from.warnings)) +
            " lines, printed by the import");
  w.line("#");
  w.comment("What was taken for what:");
  for (std::size_t i = 0; i < from.mapping.size() && i < 80; ++i) w.comment("  " + from.mapping[i]);
  w.line("#");
  w.comment("The window is " + day_text(facts.first) + " .. " + day_text(facts.last) +
            ", first to last close date. Dates of a CRM are calendar days; durations and");
  w.comment(
      "rates below are working days and years at 252 working days a year of 365.25. Opportunities "
      "by month of the");
  w.comment(
      "window (created, won, lost); less than two years cannot tell a season from chance, so none "
      "is written:");
  std::string months;
  for (std::size_t i = 0; i < facts.months.size() && i < 36; ++i) {
    const Facts::Month& m = facts.months[i];
    months += (months.empty() ? "  " : " | ") + m.name + " " + std::to_string(m.created) + " " +
              std::to_string(m.won) + " " + std::to_string(m.lost);
    if (i % 5 == 4 || i + 1 == facts.months.size() || i == 35) {
      w.comment(months);
      months.clear();
    }
  }
  w.line("#");
  w.comment(
      "FILL IN: pay. No CRM knows it; `plan` at the end is a placeholder in proportion to sales.");
  w.line("");
}

void write_lists(Writer& w, const Constants& c) {
  std::string topics;
  for (const std::string& topic : c.topics)
    topics += (topics.empty() ? "" : ", ") + in_quotes(topic);
  w.line("topics: [" + topics + "]", "what reps have to know about: the series, else the products");
  w.line("");
  w.comment(
      "price = mean value of a won deal; share = opportunities in the file; win = log odds of its "
      "own beyond chance");
  w.line("products:");
  for (const ProductLine& p : c.products) {
    std::string line = "  - {name: " + in_quotes(p.name) + ", price: " + figure(p.price, 6) +
                       ", spread: " + figure(p.spread, 3) + ", share: " + figure(p.share, 5);
    // four stages share the offset of the whole
    if (std::abs(p.win) >= 0.05) line += ", win: " + figure(p.win / 4, 2);
    if (!p.topic.empty()) line += ", topic: " + in_quotes(p.topic);
    w.line(line + "}", p.says);
  }
  w.line("");
  w.comment(
      "accounts by the office that has most to do with them; potential = opportunities an account, "
      "the mean being 1");
  w.line("territories:");
  for (const TerritoryLine& t : c.territories)
    w.line("  - {name: " + in_quotes(t.name) + ", accounts: " + std::to_string(t.accounts) +
               ", potential: " + figure(t.potential, 3) + "}",
           t.says);
  w.line("");
  w.comment("a seat for every rep seen in the window's last half year, in the order named");
  w.line("teams:");
  for (const TeamLine& t : c.teams)
    w.line("  - {name: " + in_quotes(t.name) + ", territory: " + in_quotes(t.territory) +
               ", seats: {generalist: " + std::to_string(t.seats) + "}}",
           t.says);
  w.line("");
}

/// What the model cannot say and the file does.
void write_undecided(Writer& w, const Facts& facts) {
  if (facts.undecided < 0.05) return;
  w.comment(
      "About " + percent(facts.undecided, 2) +
      " of the opportunities are never decided, on the evidence of open ones (Kaplan-Meier). The");
  w.comment("model decides all, so won deals a day come out that much above the file's.");
}

void write_market(Writer& w, const Constants& c, const Facts& facts) {
  write_undecided(w, facts);
  w.line("market:");
  w.line("  key_share: 0%", "the file tells no segments: every account is a regular customer");
  w.line("  regular_share: 100%");
  w.line("  regular_rate: " + figure(c.account_rate, 4),
         "opportunities an account and year: in all " + both_rates(facts.arrivals) + " up to " +
             day_text(facts.arrivals_until) + ", after which opportunities are seen late");
  w.line("  potential_spread: " + figure(c.potential_spread, 3),
         c.accounts_told ? "between accounts, beyond chance"
                         : "the file tells no accounts: ten a seat, the usual spread");
  if (c.topics.size() < 2)
    w.line("  complexity: 0%", "one topic: nothing that a second one could add");
  if (c.cycle.fast_share > 0) {
    w.line("  fast_share: " + percent(c.cycle.fast_share),
           "quick purchases: the cycle of won deals has two modes");
    w.line("  fast_factor: " + percent(c.cycle.fast_factor),
           "their work and time against an ordinary deal's");
  }
  w.line("");
}

void write_selling(Writer& w, const Constants& c, const Facts& facts) {
  const char* stages[] = {"qualify", "discover", "propose", "negotiate"};
  w.line("selling:");
  if (facts.won_cycles.empty()) {
    w.comment("The file has no created dates, so it tells no cycle: the usual times of buyers.");
  } else {
    w.comment("Won cycle in the file: mean " +
              both_days(mean(facts.won_cycles) * kWorkingPerCalendar) + ", median " +
              both_days(quantile(facts.won_cycles, 0.5) * kWorkingPerCalendar) + ".");
    w.comment("What work and waiting do not take of it the buyer takes: fitted by simulation.");
    w.line("  buyer:");
    for (std::size_t s = 0; s < 4; ++s)
      w.line(
          std::string("    ") + stages[s] + ": " + figure(c.cycle.mean * kStageParts[s], 4) + "d",
          "= " + figure(c.cycle.mean * kStageParts[s] / kWorkingPerCalendar, 3) + " calendar d");
    w.line("    shape: " + std::to_string(c.cycle.shape));
  }
  w.comment("Won of those decided: " + percent(facts.win_rate, 4) + ". Lost deals live " +
            (facts.lost_cycles.empty() ? std::string("a time that the file does not tell")
                                       : both_days(mean(facts.lost_cycles) * kWorkingPerCalendar)) +
            ", which says at which stages they are lost.");
  w.line("  base:");
  for (std::size_t s = 0; s < 4; ++s)
    w.line(std::string("    ") + stages[s] + ": " +
               figure(math::log(c.pass[s] / (1 - c.pass[s])) + c.pass_shift, 4),
           "pass chance " + percent(c.pass[s]) + " under usual terms");
  w.comment("The file does not tell the hours a deal takes: set so that " + percent(c.load) +
            " of the hours reps have for deals are used.");
  w.line("  work:");
  for (std::size_t s = 0; s < 4; ++s)
    w.line(std::string("    ") + stages[s] + ": " + figure(c.work[s], 3) + "h");
  w.line("");
}

void write_people(Writer& w, const Constants& c, const Facts& facts) {
  w.line("people:");
  w.line("  ability_spread: " + figure(c.ability_spread, 2),
         "win rates of reps differ by " + percent(facts.rep_spread, 2) + " (sd) beyond chance");
  w.line("");
  w.comment("PLACEHOLDER. A seat sells " + figure(c.rep_revenue, 4) +
            " a year in this file. Put your own plan here; salary,");
  w.comment(
      "market pay, the cost of effort and of hiring stand in proportion to those sales meanwhile.");
  w.line("plan:");
  w.line("  - {salary: " + figure(c.salary, 3) + ", per: year}");
  w.line("  - {commission: own revenue, per: quarter, tiers: [[0%, " + percent(c.commission) +
         "], [100%, " + percent(1.5 * c.commission) + "]]}");
  w.line("quota: {method: by potential, amount: " + figure(c.quota, 3) + "}",
         "a seat and year: what this scenario sells under that plan");
  w.line("quitting: {outside_pay: " + figure(c.outside_pay, 3) + "}");
  w.line("effort: {cost: " + figure(c.effort_cost, 3) + "}");
  w.line("hiring: {cost: " + figure(c.hiring_cost, 3) + "}");
}

}  // namespace

std::string scenario_text(const Constants& c, const Facts& facts, const Provenance& from) {
  Writer w;
  write_head(w, facts, from);
  w.line("tandem: 1");
  w.line("name: " + in_quotes(from.name));
  w.line("horizon: 1y");
  w.line("");
  write_lists(w, c);
  write_market(w, c, facts);
  write_selling(w, c, facts);
  write_people(w, c, facts);
  if (from.open_deals > 0) {
    w.comment("What is open on day 0: the " + std::to_string(from.open_deals) +
              " deals that are open at the file's end.");
    w.line("open_deals: " + in_quotes(from.name + ".deals.csv"));
  }
  return w.take();
}

}  // namespace tandem::crm
