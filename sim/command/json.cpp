// SPDX-License-Identifier: Apache-2.0
#include "sim/command/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tandem/version.h"

namespace tandem {

namespace {

using Json = nlohmann::ordered_json;

std::string text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

const MetricInfo& info(Metric metric) { return metrics()[static_cast<std::size_t>(metric)]; }

const char* word(Verdict verdict) {
  switch (verdict) {
    case Verdict::higher:
      return "higher";
    case Verdict::lower:
      return "lower";
    case Verdict::unclear:
      break;
  }
  return "unclear";
}

Json difference(const Difference& d) {
  return {{"difference", d.difference},
          {"relative", d.relative},
          {"low", d.low},
          {"high", d.high},
          {"verdict", word(d.verdict)},
          {"pairs_needed", d.pairs_needed},
          {"variance_reduction", d.variance_reduction}};
}

Json interval(const Estimate& e) {
  return {{"difference", e.mean}, {"low", e.low}, {"high", e.high}};
}

Json manifest_head(const char* kind) {
  return {{"kind", kind},
          {"version", std::string(version())},
          {"build", std::string(build_digest())},
          {"compiler", std::string(compiler())}};
}

}  // namespace

std::string run_json(const Scenario& scenario, const Batch& batch) {
  Json figures = Json::object();
  for (std::size_t m = 0; m < batch.estimates.size(); ++m) {
    if (!batch.estimates[m]) continue;
    const Estimate& e = *batch.estimates[m];
    const MetricInfo& metric = metrics()[m];
    figures[std::string(metric.id)] = {{"mean", e.mean},
                                       {"low", e.low},
                                       {"high", e.high},
                                       {"sd", e.sd},
                                       {"unit", std::string(metric.unit)}};
  }
  const double rate = static_cast<double>(batch.rep_days) / std::max(batch.seconds, 1e-9);
  return text({{"scenario", scenario.name()},
               {"seed", batch.seed},
               {"replications", batch.replications},
               {"reps", scenario.reps()},
               {"days", scenario.days()},
               {"seconds", batch.seconds},
               {"rep_days_per_second", rate},
               {"metrics", figures}});
}

std::string compare_json(const ComparisonSet& set) {
  Json comparisons = Json::array();
  for (const Comparison& comparison : set.comparisons) {
    Json figures = Json::object(), reps = Json::array();
    for (const Difference& d : comparison.metrics) {
      figures[std::string(info(d.metric).id)] = difference(d);
    }
    for (const SeatDifference& seat : comparison.reps) {
      reps.push_back({{"seat", seat.seat.number},
                      {"name", seat.seat.name},
                      {"pay", interval(seat.pay)},
                      {"quit", interval(seat.quit)}});
    }
    comparisons.push_back({{"variant", comparison.variant},
                           {"pairs", comparison.pairs},
                           {"metrics", figures},
                           {"reps", reps}});
  }
  return text({{"base", set.base}, {"comparisons", comparisons}});
}

std::string parameters_json(const std::vector<ParameterInfo>& rows) {
  Json out = Json::array();
  for (const ParameterInfo& p : rows) {
    out.push_back({{"path", p.path},
                   {"type", p.type},
                   {"unit", p.unit},
                   {"default", p.fallback},
                   {"range", p.range},
                   {"says", p.says},
                   {"source", p.source},
                   {"scope", p.scope}});
  }
  return text(out);
}

std::string metrics_json() {
  Json out = Json::array();
  for (const MetricInfo& m : metrics()) {
    out.push_back({{"id", std::string(m.id)},
                   {"title", std::string(m.title)},
                   {"unit", std::string(m.unit)},
                   {"says", std::string(m.says)},
                   {"group", std::string(m.group)},
                   {"weekly", m.weekly},
                   {"per_person", m.per_person}});
  }
  return text(out);
}

std::string run_manifest(const Scenario& scenario, const Batch& batch, int asked) {
  Json out = manifest_head("run");
  out.update({{"scenario", scenario.name()},
              {"scenario_digest", scenario.digest()},
              {"seed", batch.seed},
              {"replications", batch.replications},
              {"replications_asked", asked},
              {"days", scenario.days()},
              {"reps", scenario.reps()},
              {"hash", fmt::format("{:016x}", batch.hash)},
              {"soft_limits", batch.soft_limits},
              {"counting",
               "replications from 0, seats and persons of a seat from 1; the day of a "
               "weekly row is the last day of that week, counted from 1"}});
  return text(out);
}

std::string compare_manifest(const Scenario& base, const std::vector<Scenario>& variants,
                             const ComparisonSet& set, int asked) {
  Json out = manifest_head("compare");
  out.update({{"scenario", set.base},
              {"scenario_digest", joint_digest(base, variants)},
              {"base_digest", base.digest()},
              {"seed", set.seed},
              {"replications", set.replications},
              {"replications_asked", asked},
              {"days", base.days()},
              {"reps", base.reps()}});
  Json others = Json::array();
  for (std::size_t v = 0; v < variants.size(); ++v) {
    others.push_back({{"variant", set.comparisons[v].variant}, {"digest", variants[v].digest()}});
  }
  out["variants"] = others;
  out["counting"] = "replications from 0, seats from 1";
  return text(out);
}

std::string joint_digest(const Scenario& base, const std::vector<Scenario>& variants) {
  std::string all = base.digest();
  for (const Scenario& variant : variants) all += "+" + variant.digest();
  return all;
}

}  // namespace tandem
