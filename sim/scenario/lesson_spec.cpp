// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/lesson_spec.h"

#include <array>

namespace tandem {

namespace {

using L = LessonSpec;
using E = LessonEffectSpec;
using N = LessonNoteSpec;
using C = LessonCauseSpec;
using enum Scope;

constexpr double kMost = 1e12, kLongest = 25200;
constexpr bool kRequired = true;
constexpr std::array<std::string_view, 2> kOf{"with", "without"};

// key, member, unit, low, high, scope, sentence, source, choices, required
// clang-format off
const Field<L> kLesson[] = {
    {"id", &L::id, Unit::none, 0, 0, fixed, "Short name, e.g. N5.", {}, {}, kRequired},
    {"title.en", &L::title_en, Unit::none, 0, 0, fixed, "What the lesson is called, in English."},
    {"title.zh", &L::title_zh, Unit::none, 0, 0, fixed, "The same in Simplified Chinese."},
    {"claim.en", &L::claim_en, Unit::none, 0, 0, fixed, "What is claimed, in one plain sentence."},
    {"claim.zh", &L::claim_zh, Unit::none, 0, 0, fixed, "The same in Simplified Chinese."},
    {"from.en", &L::from_en, Unit::none, 0, 0, fixed, "Who claims it."},
    {"from.zh", &L::from_zh, Unit::none, 0, 0, fixed, "The same in Simplified Chinese."},
    {"compare", &L::compare, Unit::none, 0, 0, fixed, "The twin: values laid over the file, each KEY=VALUE as of --set.", {}, {}, kRequired},
    {"sweep.key", &L::sweep, Unit::none, 0, 0, fixed, "A key that `tandem lesson --sweep` tries at several values, in file and twin."},
    {"sweep.values", &L::values, Unit::none, 0, 0, fixed, "These values."},
};
const Field<E> kEffect[] = {
    {"metric", &E::metric, Unit::none, 0, 0, fixed, "What is counted: a metric or a measure of lessons (docs/lessons.md).", {}, {}, kRequired},
    {"name.en", &E::name_en, Unit::none, 0, 0, fixed, "What the figure is called here, in English."},
    {"name.zh", &E::name_zh, Unit::none, 0, 0, fixed, "The same in Simplified Chinese."},
    {"team", &E::team, Unit::none, 0, 0, fixed, "Deals of this team only; empty: the firm's."},
    {"cause", &E::cause, Unit::none, 0, 0, fixed, "The share of what is counted that one of `causes` stands for."},
    {"of", &E::of, Unit::none, 0, 0, fixed, "Whose doing the effect is: the file's (with) or the twin's (without).", {}, kOf},
    {"from", &E::from, Unit::days, 0, kLongest, fixed, "Deals that close from this day on."},
    {"to", &E::to, Unit::days, 0, kLongest, fixed, "Deals that close before this day; 0 = to the end."},
    {"least", &E::least, Unit::money, 0, kMost, fixed, "Deals of at least this list value."},
    {"relative", &E::relative, Unit::share, -100, 100, fixed, "The claim read as a relative change: one number, or the ends of a range."},
    {"points", &E::points, Unit::share, -1, 1, fixed, "The claim read as a change in percentage points."},
    {"amount", &E::amount, Unit::none, -kMost, kMost, fixed, "The claim read as a change in the figure's own unit."},
    {"level", &E::level, Unit::share, -100, 100, fixed, "The claim read as the figure itself, a share, in the file's firm."},
    {"reading.en", &E::reading_en, Unit::none, 0, 0, fixed, "What the claim leaves open and how it is read, in English."},
    {"reading.zh", &E::reading_zh, Unit::none, 0, 0, fixed, "The same in Simplified Chinese."},
};
const Field<N> kNote[] = {
    {"at", &N::at, Unit::days, 0, kLongest, fixed, "Working day from which to watch.", {}, {}, kRequired},
    {"watch.en", &N::watch_en, Unit::none, 0, 0, fixed, "What to watch, in English."},
    {"watch.zh", &N::watch_zh, Unit::none, 0, 0, fixed, "The same in Simplified Chinese."},
};
const Field<C> kCause[] = {
    {"id", &C::id, Unit::none, 0, 0, fixed, "Short name, e.g. role.", {}, {}, kRequired},
    {"name.en", &C::name_en, Unit::none, 0, 0, fixed, "What the cause is called, in English."},
    {"name.zh", &C::name_zh, Unit::none, 0, 0, fixed, "The same in Simplified Chinese."},
    {"set", &C::set, Unit::none, 0, 0, fixed, "What takes it away: values laid over the file, each KEY=VALUE as of --set.", {}, {}, kRequired},
};
// clang-format on

}  // namespace

std::span<const Field<LessonSpec>> LessonSpec::fields() { return kLesson; }
std::span<const Field<LessonEffectSpec>> LessonEffectSpec::fields() { return kEffect; }
std::span<const Field<LessonNoteSpec>> LessonNoteSpec::fields() { return kNote; }
std::span<const Field<LessonCauseSpec>> LessonCauseSpec::fields() { return kCause; }

}  // namespace tandem
