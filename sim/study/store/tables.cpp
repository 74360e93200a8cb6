// SPDX-License-Identifier: Apache-2.0
#include "sim/study/store/tables.h"

#include <charconv>
#include <cmath>
#include <limits>

#include "sim/base/hash.h"
#include "sim/study/store/schema.h"
#include "tandem/version.h"

namespace tandem {

namespace {

constexpr const char* kRunColumns =
    "SELECT run, id, scenario, seed, replication, coalesce(reason, ''), checksum FROM runs ";
constexpr double kNoQuota = -1;  // how a record says that a person had none

/// Unsigned numbers are kept as text: SQLite's integers end at 2^63.
std::uint64_t unsigned_of(Database& database, const std::string& text, int base) {
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, base);
  if (error != std::errc() || end != text.data() + text.size()) {
    database.refuse("holds `" + text + "` where a whole number should be");
  }
  return out;
}

}  // namespace

Tables::Tables(const std::filesystem::path& file, Store::Access access) : database_(file, access) {
  const bool empty = database_.number("SELECT count(*) FROM sqlite_master") == 0 &&
                     database_.number("PRAGMA application_id") == 0 &&
                     database_.number("PRAGMA user_version") == 0;
  if (access == Store::Access::write) {
    if (!empty) check();  // before the first write: a file of another program is not touched
    database_.run(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
    if (empty) make();
  }
  check();
}

void Tables::make() {
  Transaction transaction(database_);
  // Another program may have been quicker.
  if (database_.number("SELECT count(*) FROM sqlite_master") > 0) return;
  database_.run(schema());
  Statement about(database_, "INSERT INTO about VALUES (?, ?)");
  about.with("build", build_digest()).run();
  about.with("version", version()).run();
  about.with("compiler", compiler()).run();
  Statement metric(database_, "INSERT INTO metrics VALUES (?, ?, ?, ?)");
  for (const MetricInfo& m : metrics()) metric.with(m.id, m.title, m.unit, m.says).run();
  database_.run("PRAGMA application_id = " + std::to_string(kApplication));
  database_.run("PRAGMA user_version = " + std::to_string(kFormat));
  transaction.commit();
}

void Tables::check() {
  if (database_.number("PRAGMA application_id") != kApplication) {
    database_.refuse("is an SQLite file of another program; it is left as it is");
  }
  const std::int64_t format = database_.number("PRAGMA user_version");
  if (format != kFormat) {
    database_.refuse("is a results store of format " + std::to_string(format) +
                     ", this program knows format " + std::to_string(kFormat));
  }
  const std::string build = database_.text("SELECT value FROM about WHERE key = 'build'");
  if (build != build_digest()) {
    database_.refuse("holds results of another build of the engine (" + build + ", this one is " +
                     std::string(build_digest()) +
                     "): its figures may differ, so they are neither used nor mixed. Choose "
                     "another folder, or use the program that made it");
  }
}

Statement& Tables::statement(const std::string& sql) {
  return statements_.try_emplace(sql, database_, sql).first->second;
}

std::int64_t Tables::number_of(const StoredScenario& scenario) {
  Statement& known = statement("SELECT scenario FROM scenarios WHERE digest = ? AND days = ?");
  if (known.with(scenario.digest, scenario.days).step()) {
    const std::int64_t number = known.integer(0);
    known.reset();
    return number;
  }
  statement("INSERT INTO scenarios (digest, days, name, resolved) VALUES (?, ?, ?, ?)")
      .with(scenario.digest, scenario.days, scenario.name, scenario.resolved)
      .run();
  const std::int64_t number = database_.last_row();
  Statement& seat = statement("INSERT INTO seats VALUES (?, ?, ?, ?, ?, ?)");
  for (const SeatLabel& s : scenario.seats) {
    seat.with(number, s.number, s.name, s.team, s.role, s.territory).run();
  }
  return number;
}

StoredScenario Tables::scenario(std::int64_t number) {
  StoredScenario out;
  Statement& found =
      statement("SELECT digest, days, name, resolved FROM scenarios WHERE scenario = ?");
  if (found.with(number).step()) {
    out = {found.text(0), static_cast<int>(found.integer(1)), found.text(2), found.text(3), {}};
  }
  found.reset();
  Statement& seat = statement(
      "SELECT seat, name, team, role, territory FROM seats WHERE scenario = ? ORDER BY seat");
  for (seat.with(number); seat.step();) {
    out.seats.push_back({static_cast<int>(seat.integer(0)), seat.text(1), seat.text(2),
                         seat.text(3), seat.text(4)});
  }
  return out;
}

std::vector<StoredScenario> Tables::scenarios() {
  std::vector<std::int64_t> numbers;
  Statement all(database_, "SELECT scenario FROM scenarios ORDER BY scenario");
  while (all.step()) numbers.push_back(all.integer(0));
  std::vector<StoredScenario> out;
  out.reserve(numbers.size());
  for (const std::int64_t number : numbers) out.push_back(scenario(number));
  return out;
}

namespace {

RunRow row_of(Database& database, const Statement& at) {
  return {at.integer(0),
          at.text(1),
          at.integer(2),
          unsigned_of(database, at.text(3), 10),
          static_cast<int>(at.integer(4)),
          at.text(5),
          at.text(6)};
}

}  // namespace

std::optional<RunRow> Tables::row(const std::string& id) {
  Statement& found = statement(kRunColumns + std::string("WHERE id = ?"));
  std::optional<RunRow> out;
  if (found.with(id).step()) out = row_of(database_, found);
  found.reset();
  return out;
}

std::vector<RunRow> Tables::rows() {
  std::vector<RunRow> out;
  Statement all(database_, kRunColumns + std::string("ORDER BY id"));
  while (all.step()) out.push_back(row_of(database_, all));
  return out;
}

RunRecord Tables::record(std::int64_t run) {
  RunRecord out;
  Statement& figures = statement("SELECT coalesce(hash, '0'), coalesce(soft_limits, 0)" +
                                 metric_columns() + " FROM runs WHERE run = ?");
  if (figures.with(run).step()) {
    out.hash = unsigned_of(database_, figures.text(0), 16);
    out.soft_limits = figures.integer(1);
    for (std::size_t m = 0; m < metrics().size(); ++m) {
      out.values.push_back(figures.real(static_cast<int>(m) + 2));
    }
  }
  figures.reset();

  const std::vector<std::size_t> weekly = weekly_metrics();
  out.weekly.resize(metrics().size());
  Statement& week =
      statement("SELECT week" + weekly_columns() + " FROM weeks WHERE run = ? ORDER BY week");
  for (week.with(run); week.step();) {
    for (std::size_t i = 0; i < weekly.size(); ++i) {
      const double none = std::numeric_limits<double>::quiet_NaN();
      out.weekly[weekly[i]].push_back(week.real(static_cast<int>(i) + 1).value_or(none));
    }
  }

  Statement& person = statement(
      "SELECT seat, person, pay, revenue, attainment, days, quit, dismissed FROM people "
      "WHERE run = ? ORDER BY seat, person");
  for (person.with(run); person.step();) {
    out.people.push_back(
        {static_cast<int>(person.integer(0)) - 1, static_cast<int>(person.integer(1)) - 1,
         person.real(2).value_or(0), person.real(3).value_or(0), person.real(4).value_or(kNoQuota),
         static_cast<int>(person.integer(5)), person.integer(6) != 0, person.integer(7) != 0});
  }
  return out;
}

void Tables::add(const RunRow& row, const RunRecord& record) {
  const bool done = row.failure.empty();
  Statement& run = statement(
      "INSERT OR IGNORE INTO runs (id, scenario, seed, replication, status, reason, hash, "
      "soft_limits, checksum" +
      metric_columns() + ") VALUES (?,?,?,?,?,nullif(?,''),nullif(?,''),?,?" +
      places(metrics().size()) + ")");
  run.with(row.id, row.scenario, std::to_string(row.seed), row.replication,
           done ? "done" : "failed", row.failure, done ? hex16(record.hash) : "",
           record.soft_limits, checksum(done ? record : RunRecord{}, row.failure));
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    run.bind(done ? record.values[m] : std::nullopt);
  }
  run.run();
  if (!done || database_.changes() == 0) return;
  const std::int64_t number = database_.last_row();
  add_weeks(number, record);
  add_people(number, record);
}

void Tables::add_weeks(std::int64_t run, const RunRecord& record) {
  const std::vector<std::size_t> weekly = weekly_metrics();
  Statement& week = statement("INSERT INTO weeks (run, week" + weekly_columns() + ") VALUES (?,?" +
                              places(weekly.size()) + ")");
  for (std::size_t w = 0; w < record.weekly.at(weekly.front()).size(); ++w) {
    week.with(run, static_cast<std::int64_t>(w) + 1);
    for (const std::size_t m : weekly) week.bind(record.weekly[m][w]);  // NaN becomes NULL
    week.run();
  }
}

void Tables::add_people(std::int64_t run, const RunRecord& record) {
  Statement& person = statement("INSERT INTO people VALUES (?,?,?,?,?,?,?,?,?)");
  for (const RunRecord::PersonRow& p : record.people) {
    person
        .with(run, p.seat + 1, p.person + 1, p.pay, p.revenue,
              p.attainment == kNoQuota ? std::nullopt : std::optional(p.attainment), p.days,
              static_cast<int>(p.quit), static_cast<int>(p.dismissed))
        .run();
  }
}

}  // namespace tandem
