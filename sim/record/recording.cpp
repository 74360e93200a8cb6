// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "sim/base/hash.h"
#include "sim/record/refusal.h"
#include "tandem/record.h"
#include "tandem/version.h"

namespace tandem {

namespace {

using nlohmann::json;
using record::refusal;

constexpr int kFormat = 1;

// A day in a recording: the hash, and the fields' hashes as one run of digits, four each.
json day_json(const DayHash& day) {
  std::string digits;
  for (const std::uint16_t field : day.fields) digits += hex16(field).substr(12);
  return json::array({hex16(day.hash), digits});
}

std::uint64_t from_hex(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || end != digits.data() + digits.size())
    throw std::invalid_argument("no hexadecimal digits");
  return value;
}

DayHash read_day(const json& day, std::size_t fields) {
  const auto hash = day.at(0).get<std::string>(), digits = day.at(1).get<std::string>();
  if (day.size() != 2 || hash.size() != 16 || digits.size() != 4 * fields)
    throw std::invalid_argument("a day has other parts");
  DayHash out{from_hex(hash), {}};
  for (std::size_t i = 0; i < fields; ++i)
    out.fields.push_back(
        static_cast<std::uint16_t>(from_hex(std::string_view(digits).substr(4 * i, 4))));
  return out;
}

Recording read(const json& file) {
  Recording out;
  out.version = file.at("version").get<std::string>();
  out.build = file.at("build").get<std::string>();
  out.name = file.at("name").get<std::string>();
  out.seed = file.at("seed").get<std::uint64_t>();
  out.replication = file.at("replication").get<std::uint32_t>();
  out.scenario = file.at("scenario").get<std::string>();
  out.fields = file.at("fields").get<std::vector<std::string>>();
  for (const json& day : file.at("days")) out.days.push_back(read_day(day, out.fields.size()));
  return out;
}

Result<Scenario> read_back(const Recording& recording, int days) {
  return Scenario::parse(recording.scenario, recording.name, ".", {{}, days});
}

void follow(World& world, const EachDay& each_day, auto&& look) {
  const int of = world.scenario().days();
  while (true) {
    if (each_day) each_day(world.day(), of);
    if (!look() || world.finished()) return;
    world.run_day();
  }
}

}  // namespace

std::string Recording::save() const {
  const nlohmann::ordered_json head = {{"tandem_recording", kFormat},
                                       {"version", version},
                                       {"build", build},
                                       {"name", name},
                                       {"seed", seed},
                                       {"replication", replication},
                                       {"scenario", scenario},
                                       {"fields", fields}};
  std::string text = "{\n";
  for (const auto& [key, value] : head.items())
    text += json(key).dump() + ": " + value.dump() + ",\n";
  text += "\"days\": [\n";
  for (std::size_t d = 0; d < days.size(); ++d)
    text += day_json(days[d]).dump() + (d + 1 < days.size() ? ",\n" : "\n");
  return text + "]}\n";
}

Result<Recording> Recording::load(std::string_view text, const std::string& name) {
  const json file = json::parse(text, nullptr, false);
  if (file.is_discarded() && text.find("tandem_recording") != std::string_view::npos)
    return refusal(name, "the recording is damaged or cut short: it is no JSON any more");
  if (!file.is_object() || !file.contains("tandem_recording"))
    return refusal(name, "this is no recording of a Tandem run",
                   "a file written by tandem run --record");
  if (file["tandem_recording"] != kFormat)
    return refusal(name, "the recording is of format version " + file["tandem_recording"].dump(),
                   "version " + std::to_string(kFormat));
  try {
    Recording out = read(file);
    if (out.days.empty()) return refusal(name, "the recording has no days");
    return out;
  } catch (const std::exception&) {  // of the library for JSON, or read_day's
    return refusal(name, "the recording is damaged: a part of it is missing or makes no sense");
  }
}

Result<Recording> record_run(const Scenario& scenario, std::uint64_t seed,
                             std::uint32_t replication, const EachDay& each_day) {
  Recording out{std::string(version()),
                std::string(build_digest()),
                scenario.name(),
                scenario.resolved(),
                seed,
                replication,
                hashed_fields(),
                {}};
  const auto again = read_back(out, scenario.days());
  if (!again) return again.faults();
  World world(again.value(), seed, replication);
  follow(world, each_day, [&] {
    out.days.push_back(day_hash(world));
    return true;
  });
  return out;
}

Result<Replayed> replay(const Recording& recording, bool any_build, const EachDay& each_day) {
  if (recording.build != build_digest() && !any_build)
    return refusal({},
                   "the recording was made by another build of the engine, version " +
                       recording.version + ", build " + recording.build +
                       ": its run need not be the same here",
                   "one of this build, " + std::string(build_digest()));
  const auto scenario = read_back(recording, static_cast<int>(recording.days.size()) - 1);
  if (!scenario) return scenario.faults();
  World world(scenario.value(), recording.seed, recording.replication);
  Replayed out;
  follow(world, each_day, [&] {
    const DayHash& then = recording.days[static_cast<std::size_t>(world.day())];
    out.days = world.day();
    out.recorded = then.hash;
    out.played = world.hash();
    out.same = out.recorded == out.played;
    if (out.same || recording.fields != hashed_fields()) return out.same;
    const DayHash now = day_hash(world);
    const auto parted = std::ranges::mismatch(then.fields, now.fields).in1;
    if (parted != then.fields.end())
      out.field = recording.fields[static_cast<std::size_t>(parted - then.fields.begin())];
    return false;
  });
  return out;
}

}  // namespace tandem
