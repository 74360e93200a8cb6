// SPDX-License-Identifier: Apache-2.0
#include "sim/command/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tandem/version.h"

namespace tandem {

namespace {

using Json = nlohmann::ordered_json;

// What "low" and "high" are: docs/statistics.md.
constexpr const char* kAlwaysValid = "95 %, always valid";
constexpr const char* kFixedNumber = "95 %, for a number of replications fixed beforehand";

std::string text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json best(const BestOfSet& set) {
  Json of = Json::array();
  for (const Candidate& c : set.candidates) {
    of.push_back({{"name", c.name},
                  {"mean", c.mean},
                  {"difference", c.difference},
                  {"low", c.low},
                  {"high", c.high},
                  {"standing", std::string(word(c.standing))}});
  }
  return {{"metric", std::string(info(set.metric).id)},
          {"better", std::string(word(info(set.metric).better))},
          {"pairs", set.pairs},
          {"of", of}};
}

/// The quantiles of which the runs give both ends.
void add_quantiles(Json& metric, const Spread& spread) {
  const auto add = [&](const char* name, const Quantile& q) {
    if (q.low && q.high) metric[name] = {{"value", q.value}, {"low", *q.low}, {"high", *q.high}};
  };
  add("p10", spread.p10);
  add("p50", spread.p50);
  add("p90", spread.p90);
}

/// One of the two firms by itself.
Json side(double mean, const Spread& spread) {
  Json out{{"mean", mean}};
  add_quantiles(out, spread);
  return out;
}

Json difference(const Difference& d) {
  Json out{{"difference", d.difference},
           {"relative", d.relative},
           {"low", d.low},
           {"high", d.high},
           {"verdict", std::string(word(d.verdict))},
           {"pairs_needed", d.pairs_needed},
           {"variance_reduction", d.variance_reduction},
           {"fixed_n", Json{{"low", d.fixed_low}, {"high", d.fixed_high}}}};
  out["base"] = side(d.base_mean, d.base_spread);
  out["value"] = side(d.variant_mean, d.variant_spread);
  return out;
}

Json goal(const StopRule& rule, int remaining) {
  Json out = Json::object(), ids = Json::array();
  for (const Metric metric : rule.metrics) ids.push_back(std::string(info(metric).id));
  if (rule.precision) out["precision"] = *rule.precision;
  if (rule.until_clear) out["until_clear"] = true;
  out["metrics"] = ids;
  out["reached"] = remaining == 0;
  out["more_needed"] = remaining;
  return out;
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

std::string_view word(Verdict verdict) {
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

std::string_view word(Standing standing) {
  switch (standing) {
    case Standing::best:
      return "best";
    case Standing::beaten:
      return "beaten";
    case Standing::possible:
      break;
  }
  return "possible";
}

std::string_view word(Better better) {
  return better == Better::more ? "more" : better == Better::less ? "less" : "neither";
}

std::string run_json(const Scenario& scenario, const Batch& batch,
                     const std::optional<StopRule>& until) {
  Json figures = Json::object();
  for (std::size_t m = 0; m < batch.estimates.size(); ++m) {
    if (!batch.estimates[m]) continue;
    const Estimate& e = *batch.estimates[m];
    const MetricInfo& metric = metrics()[m];
    Json figure{{"mean", e.mean},
                {"low", e.low},
                {"high", e.high},
                {"sd", e.sd},
                {"unit", std::string(metric.unit)}};
    add_quantiles(figure, batch.spreads[m]);
    figures[std::string(metric.id)] = figure;
  }
  const double rate = static_cast<double>(batch.rep_days) / std::max(batch.seconds, 1e-9);
  Json out{{"scenario", scenario.name()},
           {"seed", batch.seed},
           {"replications", batch.replications},
           {"reps", scenario.reps()},
           {"days", scenario.days()},
           {"seconds", batch.seconds},
           {"rep_days_per_second", rate},
           {"interval", until ? kAlwaysValid : kFixedNumber}};
  if (until) out["goal"] = goal(*until, batch.remaining.value_or(0));
  out["metrics"] = figures;
  return text(out);
}

std::string compare_json(const ComparisonSet& set, const std::optional<StopRule>& until) {
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
  Json out{{"base", set.base}, {"interval", kAlwaysValid}, {"comparisons", comparisons}};
  if (until) out["goal"] = goal(*until, set.remaining.value_or(0));
  if (set.best) out["best"] = best(*set.best);
  return text(out);
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

namespace {

Json entry_json(const Journal& journal, const JournalEntry& entry) {
  Json json = {{"id", entry.id},
               {"kind", entry.kind},
               {"day", entry.day},
               {"text", entry.text},
               {"value", entry.value}};
  if (entry.seat >= 0) json["seat"] = entry.seat + 1;
  if (entry.chance) json["chance"] = *entry.chance;
  if (entry.luck) json["luck"] = *entry.luck;
  Json terms = Json::object(), causes = Json::array();
  for (const auto& [name, value] : entry.terms) terms[std::string(name)] = value;
  for (const std::size_t cause : entry.causes) causes.push_back(journal.entry(cause).id);
  json["terms"] = std::move(terms);
  json["causes"] = std::move(causes);
  return json;
}

Json ripples_json(const Divergence& divergence) {
  Json ripples = Json::array();
  for (const Ripple& r : divergence.ripples)
    ripples.push_back({{"day", r.day},
                       {"choosing", r.choosing},
                       {"people", r.people},
                       {"deals", r.deals},
                       {"customers", r.customers},
                       {"won", r.won}});
  return ripples;
}

Json first_json(const std::optional<Divergence::First>& at, const Journal& first,
                const Journal& second) {
  if (!at) return nullptr;
  Json json = {{"day", at->day}};
  if (at->in_first) json["first"] = entry_json(first, first.entry(*at->in_first));
  if (at->in_second) json["second"] = entry_json(second, second.entry(*at->in_second));
  return json;
}

}  // namespace

std::string entries_json(const Journal& journal, const std::vector<std::size_t>& places) {
  Json entries = Json::array();
  for (const std::size_t place : places)
    entries.push_back(entry_json(journal, journal.entry(place)));
  return text({{"scenario", journal.scenario().name()}, {"entries", std::move(entries)}});
}

std::string effect_json(const Effect& effect) {
  Json metrics = Json::object();
  for (const MetricEffect& m : effect.metrics) {
    const auto index = static_cast<std::size_t>(m.metric);
    if (!m.with || !m.without) continue;
    Json row = {{"with", *m.with}, {"without", *m.without}, {"effect", *m.with - *m.without}};
    if (effect.futures > 0 && effect.over_futures[index]) {
      const Estimate& e = *effect.over_futures[index];
      row["futures"] = {{"mean", e.mean}, {"low", e.low}, {"high", e.high}, {"n", e.n}};
    }
    metrics[std::string(info(m.metric).id)] = std::move(row);
  }
  return text({{"event", effect.event.id},
               {"text", effect.event.text},
               {"undone", effect.event.undone},
               {"metrics", std::move(metrics)},
               {"ripples", ripples_json(effect.after)}});
}

std::string divergence_json(const Divergence& divergence, const Journal& first,
                            const Journal& second) {
  return text({{"first", first.scenario().name()},
               {"second", second.scenario().name()},
               {"identical", divergence.identical()},
               {"decision", first_json(divergence.decision, first, second)},
               {"event", first_json(divergence.event, first, second)},
               {"ripples", ripples_json(divergence)}});
}

std::string metrics_json() {
  Json out = Json::array();
  for (const MetricInfo& m : metrics()) {
    out.push_back({{"id", std::string(m.id)},
                   {"title", std::string(m.title)},
                   {"unit", std::string(m.unit)},
                   {"says", std::string(m.says)},
                   {"group", std::string(m.group)},
                   {"better", std::string(word(m.better))},
                   {"weekly", m.weekly},
                   {"per_person", m.per_person}});
  }
  return text(out);
}

std::string run_manifest(const Scenario& scenario, const Batch& batch, int asked,
                         const std::vector<std::string>& files) {
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
              {"files", files},
              {"counting",
               "replications from 0, seats and persons of a seat from 1; the day of a "
               "weekly row is the last day of that week, counted from 1"}});
  return text(out);
}

std::string compare_manifest(const Scenario& base, const std::vector<Scenario>& variants,
                             const ComparisonSet& set, int asked,
                             const std::vector<std::string>& files) {
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
  out["files"] = files;
  out["counting"] = "replications from 0, seats from 1";
  return text(out);
}

std::string joint_digest(const Scenario& base, const std::vector<Scenario>& variants) {
  std::string all = base.digest();
  for (const Scenario& variant : variants) all += "+" + variant.digest();
  return all;
}

}  // namespace tandem
