// SPDX-License-Identifier: Apache-2.0
#include "sim/command/run_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sim/command/json.h"
#include "sim/command/play.h"

namespace tandem {

RunOutput::RunOutput(const std::string& folder, Scenario scenario, bool journal)
    : scenario_(std::move(scenario)),
      folder_(folder, scenario_.digest()),
      runs_(folder_.file("runs.csv")),
      series_(folder_.file("series.csv")),
      people_(folder_.file("people.csv")),
      kept_(folder_, scenario_) {
  runs_.write("replication,metric,value\n");
  series_.write("replication,day,scope,metric,value\n");
  people_.write("replication,seat,person,metric,value\n");
  if (!journal) return;
  journal_ = &folder_.file("journal.csv");
  journal_->write("replication,entry,id,day,seat,value,chance,luck,text,terms,causes\n");
}

void RunOutput::add(int replication, const RunRecord& record) {
  std::string rows;
  for (std::size_t m = 0; m < record.values.size(); ++m) {
    if (!record.values[m]) continue;
    fmt::format_to(std::back_inserter(rows), "{},{},{}\n", replication, metrics()[m].id,
                   csv(*record.values[m]));
  }
  runs_.write(rows);
  add_weekly(replication, record);
  add_people(replication, record);
  if (journal_ != nullptr && record.journal) add_journal(replication, *record.journal);
}

// One row an entry. Terms as "name=value", causes as numbers of entries, both between semicolons.
void RunOutput::add_journal(int replication, const Journal& journal) {
  std::string rows;
  for (std::size_t i = 0; i < journal.size(); ++i) {
    const JournalEntry entry = journal.entry(i);
    std::string terms, causes;
    for (const auto& [name, value] : entry.terms)
      terms += fmt::format("{}{}={}", terms.empty() ? "" : ";", name, csv(value));
    for (const std::size_t cause : entry.causes)
      causes += fmt::format("{}{}", causes.empty() ? "" : ";", cause);
    const auto number = [](const std::optional<double>& x) { return x ? csv(*x) : std::string(); };
    fmt::format_to(std::back_inserter(rows), "{},{},{},{},{},{},{},{},{},{},{}\n", replication, i,
                   entry.id, entry.day, entry.seat >= 0 ? std::to_string(entry.seat + 1) : "",
                   csv(entry.value), number(entry.chance), number(entry.luck), csv(entry.text),
                   csv(terms), csv(causes));
  }
  journal_->write(rows);
}

void RunOutput::add_weekly(int replication, const RunRecord& record) {
  std::string rows;
  for (std::size_t m = 0; m < record.weekly.size(); ++m) {
    const std::vector<double>& weeks = record.weekly[m];
    const int week = week_length(scenario_.days(), weeks.size());
    for (std::size_t w = 0; w < weeks.size(); ++w) {
      if (!std::isfinite(weeks[w])) continue;
      const int day = std::min(scenario_.days(), static_cast<int>(w + 1) * week);
      fmt::format_to(std::back_inserter(rows), "{},{},firm,{},{}\n", replication, day,
                     metrics()[m].id, csv(weeks[w]));
    }
  }
  series_.write(rows);
}

void RunOutput::add_people(int replication, const RunRecord& record) {
  std::string rows;
  for (const RunRecord::PersonRow& person : record.people) {
    const auto put = [&](const char* metric, double value) {
      fmt::format_to(std::back_inserter(rows), "{},{},{},{},{}\n", replication, person.seat + 1,
                     person.person + 1, metric, csv(value));
    };
    put("pay", person.pay);
    put("revenue", person.revenue);
    if (person.attainment >= 0) put("attainment", person.attainment);
    put("days", person.days);
    put("quit", person.quit ? 1 : 0);
    put("dismissed", person.dismissed ? 1 : 0);
  }
  people_.write(rows);
}

void RunOutput::commit(const Batch& batch, int asked) {
  write_seats(folder_.file("seats.csv"), scenario_);
  folder_.file("scenario.resolved.yaml").write(scenario_.resolved());
  folder_.commit(run_manifest(scenario_, batch, asked, folder_.names()));
}

void write_seats(NewFile& file, const Scenario& scenario) {
  std::string rows = "seat,name,team,role,territory\n";
  for (const SeatLabel& seat : scenario.seats()) {
    fmt::format_to(std::back_inserter(rows), "{},{},{},{},{}\n", seat.number, csv(seat.name),
                   csv(seat.team), csv(seat.role), csv(seat.territory));
  }
  file.write(rows);
}

}  // namespace tandem
