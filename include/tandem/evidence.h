// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "tandem/result.h"
#include "tandem/study.h"

namespace tandem {

/// A firm that ships with Tandem and whose figures are held against published ones.
struct EvidenceBase {
  std::string_view file;  ///< path under the shipped scenarios
  std::string_view name;  ///< for table heads
  int runs;               ///< replications that make its intervals narrow beside the tolerances
  std::string_view flat;  ///< `--set` that takes the higher rate above quota out of its plan
};
[[nodiscard]] std::span<const EvidenceBase> evidence_bases();

/// A statistic of a firm. Each is declared once; the command, the page and the tests follow.
struct EvidenceRow {
  std::string_view id;  ///< e.g. "T1"; never re-used for another meaning
  std::string_view title;
  std::string_view unit;  ///< "share", "money", "months", "calendar days", "none", ...
  std::string_view says;  ///< how it is simulated and counted
  bool target;            ///< judged against a tolerance; else shown for judgement by eye
};
[[nodiscard]] std::span<const EvidenceRow> evidence_rows();

/// How a published figure came to us.
enum class Basis {
  none,       ///< no figure
  read,       ///< V: in the publication itself, its abstract or its publisher's page
  secondary,  ///< S: in another's text that quotes it
  computed,   ///< C: computed from a data set
  memory,     ///< M: from memory, not checked
};
/// "V", "S", ...; empty: no figure.
[[nodiscard]] std::string_view letter(Basis basis);

/// What is asked of a row in one firm.
enum class Claim {
  judged,   ///< the interval must lie between low and high
  shown,    ///< no tolerance: for judgement by eye
  beyond,   ///< the model has no mechanism for it yet: simulated and shown, not judged
  foreign,  ///< the figure does not speak of this trade
};

struct EvidenceTarget {
  Claim claim = Claim::shown;
  std::string_view published = {};  ///< as one says it; may be empty
  double low = 0, high = 0;         ///< tolerance, in the row's unit
  std::string_view source = {};
  Basis basis = Basis::none;
  std::string_view remark = {};  ///< why beyond or foreign; else what to mind
};
/// What is asked of `file` (one of evidence_bases()), row by row in the order of evidence_rows().
[[nodiscard]] std::vector<EvidenceTarget> evidence_targets(std::string_view file);

/// The targets of a firm as the comment lines that stand in its file's header.
[[nodiscard]] std::string evidence_header(std::string_view file);

enum class EvidenceVerdict {
  inside,   ///< the whole 95 % interval lies in the tolerance
  edge,     ///< the interval crosses an end of the tolerance
  sign,     ///< the whole interval lies outside, on the published side of no effect
  miss,     ///< the whole interval lies outside
  open,     ///< nothing to judge: shown, beyond or foreign
  nothing,  ///< no run had an observation
};

/// What an interval says of a target.
[[nodiscard]] EvidenceVerdict evidence_verdict(const EvidenceTarget& target,
                                               const std::optional<Estimate>& simulated);

struct EvidenceFinding {
  EvidenceRow row;
  EvidenceTarget target;
  std::optional<Estimate> simulated;  ///< over replications; none: foreign, or no observation
  EvidenceVerdict verdict = EvidenceVerdict::open;
};

struct EvidenceOptions {
  std::vector<std::string> rows;  ///< of a firm only these; none: all
  int replications = 0;           ///< 0 = the base's, or the experiment's, own number
  int threads = 0;                ///< 0 = all cores; results do not depend on it
  std::stop_token stop;
  std::function<void(const Progress&)> progress;  ///< called by one thread at a time
};

struct EvidenceReport {
  EvidenceBase base;
  int replications = 0;
  bool stopped = false;
  double seconds = 0;
  std::vector<EvidenceFinding> findings;  ///< one a row asked for, in the order of evidence_rows()
};

/// Plays a base, the experiments its rows need, and judges each row. A pure function of (build,
/// file, replications) but for `seconds`.
[[nodiscard]] Result<EvidenceReport> measure_evidence(const EvidenceBase& base,
                                                      const EvidenceOptions& options = {});

/// How far the model speaks of a published finding.
enum class Reach {
  experiment,  ///< its rules make the effect, or fail to: played and judged
  definition,  ///< a parameter says it: true by definition, nothing to play
  outside,     ///< it has no rule for it
};

/// A published finding held against an experiment on a shipped firm or a small variant of it. Each
/// is declared once; the command, the page and the tests follow.
struct Experiment {
  std::string_view id = {};         ///< "T7.tenure": row, and what of it; never re-used
  std::string_view title = {};      ///< what is estimated, in a few words
  std::string_view published = {};  ///< as one says it
  double low = 0, high = 0;    ///< tolerance, in the unit; an infinite end: the sign alone is asked
  double none = 0;             ///< what no effect at all would give
  std::string_view unit = {};  ///< "share", "none", ...
  std::string_view source = {};
  Basis basis = Basis::none;
  double sure = 0;  ///< how sure a memory is, 0 .. 1
  Reach reach = Reach::experiment;
  std::string_view firm = {};  ///< path under the shipped scenarios; empty: nothing is played
  std::string_view says = {};  ///< what is moved and counted; or why nothing is
  std::string_view why = {};   ///< which rule makes the figure what it is; may be empty
};
[[nodiscard]] std::vector<Experiment> experiments();

/// "T7" of "T7.tenure".
[[nodiscard]] std::string_view row_of(std::string_view id);

/// What an interval says of a finding: inside, edge, sign or miss.
[[nodiscard]] EvidenceVerdict experiment_verdict(const Experiment& experiment,
                                                 const std::optional<Estimate>& simulated);

struct ExperimentFinding {
  Experiment experiment;
  std::optional<Estimate> simulated;  ///< over runs or groups of runs; none: not played
  EvidenceVerdict verdict = EvidenceVerdict::open;
};

struct ExperimentReport {
  std::vector<ExperimentFinding> findings;  ///< in the order of experiments()
  bool stopped = false;
  double seconds = 0;
};

/// Plays and judges the experiments of these rows ("T7") or single ones ("T7.tenure"); no name: all.
/// A pure function of (build, names, replications) but for `seconds`.
[[nodiscard]] Result<ExperimentReport> measure_experiments(const std::vector<std::string>& names,
                                                           const EvidenceOptions& options = {});

}  // namespace tandem
