// SPDX-License-Identifier: Apache-2.0
#include "sim/study/store/schema.h"

#include "tandem/registry.h"

namespace tandem {

namespace {

std::string id_of(std::size_t metric) { return std::string(metrics()[metric].id); }

/// Metric ids are plain words, yet quoted: one of them might be a word of SQL.
std::string column(std::size_t metric) { return "\"" + id_of(metric) + "\""; }

/// One row per run and metric: the wide table the other way round.
std::string long_view() {
  std::string out;
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    out += (m == 0 ? "" : " UNION ALL ") + std::string("SELECT run, '") + id_of(m) +
           "' AS metric, " + column(m) + " AS value FROM runs WHERE " + column(m) + " IS NOT NULL";
  }
  return out;
}

}  // namespace

std::string metric_columns() {
  std::string out;
  for (std::size_t m = 0; m < metrics().size(); ++m) out += ", " + column(m);
  return out;
}

std::vector<std::size_t> weekly_metrics() {
  std::vector<std::size_t> out;
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    if (metrics()[m].weekly) out.push_back(m);
  }
  return out;
}

std::string weekly_columns() {
  std::string out;
  for (const std::size_t m : weekly_metrics()) out += ", " + column(m);
  return out;
}

std::string places(std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += ",?";
  return out;
}

std::string schema() {
  std::string all, weekly;
  for (std::size_t m = 0; m < metrics().size(); ++m) all += column(m) + " REAL,\n  ";
  for (const std::size_t m : weekly_metrics()) weekly += column(m) + " REAL,\n  ";
  return R"sql(
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE metrics (
  metric TEXT PRIMARY KEY, title TEXT NOT NULL, unit TEXT NOT NULL, says TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE scenarios (
  scenario INTEGER PRIMARY KEY, digest TEXT NOT NULL, days INTEGER NOT NULL, name TEXT NOT NULL,
  resolved TEXT NOT NULL, UNIQUE (digest, days)
);
CREATE TABLE seats (
  scenario INTEGER NOT NULL REFERENCES scenarios, seat INTEGER NOT NULL, name TEXT NOT NULL,
  team TEXT NOT NULL, role TEXT NOT NULL, territory TEXT NOT NULL, PRIMARY KEY (scenario, seat)
) WITHOUT ROWID;
CREATE TABLE runs (
  run INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  scenario INTEGER NOT NULL REFERENCES scenarios,
  seed TEXT NOT NULL,
  replication INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('done', 'failed')),
  reason TEXT,
  hash TEXT,
  soft_limits INTEGER,
  )sql" + all +
         R"sql(checksum TEXT NOT NULL
);
CREATE TABLE weeks (
  run INTEGER NOT NULL REFERENCES runs, week INTEGER NOT NULL,
  )sql" + weekly +
         R"sql(PRIMARY KEY (run, week)
) WITHOUT ROWID;
CREATE TABLE people (
  run INTEGER NOT NULL REFERENCES runs, seat INTEGER NOT NULL, person INTEGER NOT NULL,
  pay REAL NOT NULL, revenue REAL NOT NULL, attainment REAL, days INTEGER NOT NULL,
  quit INTEGER NOT NULL, dismissed INTEGER NOT NULL, PRIMARY KEY (run, seat, person)
) WITHOUT ROWID;
CREATE VIEW run_values AS )sql" +
         long_view() + ";\n";
}

}  // namespace tandem
