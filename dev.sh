#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'TEXT'
./dev.sh VERB        each verb first installs the Debian packages it misses

  demo    build, then compare two shipped policies on the same luck
  build   build both programs: build/release/bin/tandem and tandem-viewer
  viewer [FILE [VARIANT...]]
          build, then open the viewer: on the lesson list, or on a scenario
  test    the hash test with clang (Debug), then every test with g++ (Release), the notebooks too
  bench   build and run the benchmarks, one table
  check   everything slow: format, clang-tidy, sanitizers, sameness on every compiler, CPU and
          number of threads, 60 seconds of fuzzing
          (or one part of it: ./dev.sh check format|tidy|asan|tsan|sameness|fuzz)
  check-long
          the studies that take many minutes: what docs/statistics.md promises, on runs; a thousand kills
          of a run that keeps its results (or one part of it: ./dev.sh check-long intervals|kills)
  docs    write docs/parameters.md, docs/metrics.md, docs/evidence.md and docs/lessons.md anew
TEXT
}

# Packages of Debian 12.
engine_packages=(build-essential cmake ninja-build ccache mold libeigen3-dev libboost-random-dev
  libboost-math-dev librandom123-dev libtbb-dev libyaml-cpp-dev nlohmann-json3-dev libcli11-dev
  libfmt-dev libsqlite3-dev libgtest-dev libgmock-dev libbenchmark-dev)
viewer_packages=(libimgui-dev libglfw3-dev libstb-dev libfreetype-dev libopengl-dev libegl-dev libgl-dev
  libgl1 libegl1 libgl1-mesa-dri libegl-mesa0 fonts-dejavu-core fonts-wqy-microhei)
window_packages=(xvfb xauth)  # for the test of a window
clang_packages=(clang-14)
# For the notebooks alone: the program builds and runs without them.
notebook_packages=(python3-pandas python3-matplotlib python3-nbclient python3-ipykernel)
check_packages=(libclang-rt-14-dev clang-tidy-14 clang-format-14)

tandem=build/release/bin/tandem
demo_base=scenarios/quickstart.yaml
demo_variant=scenarios/plans/quickstart-accelerator.yaml
jobs=$(nproc)

say() { printf '== %s\n' "$*"; }
die() { printf 'dev.sh: %s\n' "$*" >&2; exit 1; }

# quietly LOG COMMAND...: output goes to LOG and is shown only if the command fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 </dev/null || { tail -n 100 "$log" >&2; die "failed: $*"; }
}

# need PACKAGE...: installs those that are missing; where that is not possible, says what to type.
need() {
  local missing=() root=() package
  command -v dpkg-query >/dev/null || die "not a Debian system; needed are the counterparts of: $*"
  for package; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
      missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  if ((EUID)); then
    if ! sudo -n true 2>/dev/null; then
      printf 'Packages are missing. Please type as root:\n%s\n' \
        "apt-get update && apt-get install -y --no-install-recommends ${missing[*]}" >&2
      exit 1
    fi
    root=(sudo -n)
  fi
  say "installing ${#missing[@]} packages: ${missing[*]}"
  local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
  "${apt[@]}" update >build/apt.log 2>&1 </dev/null || true  # one dead source need not matter
  quietly build/apt.log "${apt[@]}" install -y --no-install-recommends "${missing[@]}"
}

# configure PRESET: only when there is nothing yet or the presets changed; ninja sees to the rest.
configure() {
  [[ build/$1/build.ninja -nt CMakePresets.json ]] && return
  say "configuring build/$1"
  quietly "build/$1.log" cmake --preset "$1"
}

# build PRESET [TARGET...]: one moving line on a terminal, nothing but errors elsewhere.
build() {
  local preset=$1 quiet=() target=()
  shift
  (($#)) && target=(--target "$@")
  [[ -t 1 ]] || quiet=(-- --quiet)
  configure "$preset"
  say "building build/$preset ${*:+($*)}"
  cmake --build "build/$preset" -j "$jobs" "${target[@]}" "${quiet[@]}"
}

build_program() {
  need "${engine_packages[@]}" "${viewer_packages[@]}"
  build release tandem_command tandem_viewer
}

viewer() {
  build_program
  exec build/release/bin/tandem-viewer "$@"
}

demo() {
  build_program
  say "$tandem compare $demo_base $demo_variant"
  "$tandem" compare "$demo_base" "$demo_variant"
}

run_tests() {
  need "${engine_packages[@]}" "${viewer_packages[@]}" "${clang_packages[@]}" "${notebook_packages[@]}" "${window_packages[@]}"
  build clang test_determinism
  say "one hash: clang, Debug"
  ctest --preset clang -L determinism -j "$jobs"
  build release
  say "every test: g++, Release"
  ctest --preset release -j "$jobs"
}

bench() {
  need "${engine_packages[@]}" "${viewer_packages[@]}"
  local programs=(bench/*_bench.cpp) program head=3
  programs=("${programs[@]##*/}")
  build release "${programs[@]%.cpp}"
  for program in "${programs[@]%.cpp}"; do
    "build/release/bin/$program" --benchmark_color=false 2>"build/$program.log" ||
      { cat "build/$program.log" >&2; die "$program failed"; }
  done | awk '/^-+$/ { next }
    $1 == "Benchmark" { if (head++) next }
    { name = $1; sub(/^[^ ]+ +/, ""); printf "%-44s %s\n", name, $0 }'
}

docs() {
  build_program
  local page
  for page in parameters metrics evidence lesson; do
    say "docs/${page/%lesson/lessons}.md"
    "$tandem" "$page" --markdown >"build/$page.md"
    mv "build/$page.md" "docs/${page/%lesson/lessons}.md"
  done
}

check_format() {
  say "clang-format"
  find include sim viewer tests bench -name '*.h' -o -name '*.cpp' | sort |
    xargs clang-format-14 --dry-run -Werror
}

check_tidy() {
  configure clang
  quietly build/clang.log cmake --build build/clang --target generated/tandem_build.h
  say "clang-tidy"
  find sim viewer -name '*.cpp' | sort |
    xargs -P "$jobs" -n 1 clang-tidy-14 -p build/clang --quiet 2>build/tidy.log
}

check_asan() {
  local drawn='^(OffScreen|Program|Viewer)[.]'
  build asan
  say "every test: address and undefined behaviour"
  ctest --preset asan -E "$drawn" -j "$jobs"
  # The graphics driver leaves 112 bytes behind.
  ASAN_OPTIONS=detect_leaks=0 ctest --preset asan -R "$drawn" -j "$jobs"
}

check_tsan() {
  build tsan test_determinism test_study test_viewer
  say "hash, batch and viewer tests: threads"
  # Without what plays each lever of the firm anew: many minutes, and no thread more than the others.
  ctest --preset tsan -L 'determinism|study|viewer' -E 'Levers' -j "$jobs"
}

# One hash everywhere: two compilers, two levels of optimisation, a CPU without and one with vector and
# fused instructions (the C library chooses its functions by them), 1 to 16 threads.
check_sameness() {
  local plain=glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA,-FMA4,-AVX512F preset threads table
  for preset in release dev clang clang-release; do
    build "$preset" test_determinism
    say "one hash: $preset"
    quietly "build/$preset.sameness.log" "build/$preset/bin/test_determinism"
    say "one hash: $preset, CPU features masked"
    quietly "build/$preset.sameness.log" env GLIBC_TUNABLES="$plain" "build/$preset/bin/test_determinism"
  done
  build release tandem_command
  rm -rf build/sameness
  for threads in {1..16}; do
    "$tandem" run "$demo_base" --replications 48 --threads "$threads" --quiet --out "build/sameness/$threads"
    for table in runs series people; do
      cmp "build/sameness/1/$table.csv" "build/sameness/$threads/$table.csv"
    done
  done
  say "one result: 1 to 16 threads"
}

check_fuzz() {
  build fuzz scenario_fuzz
  say "fuzzing scenario files for ${FUZZ_SECONDS:-60} seconds; what is found goes to build/fuzz/found"
  mkdir -p build/fuzz/found
  ASAN_OPTIONS=quarantine_size_mb=32 quietly build/fuzz/log build/fuzz/bin/scenario_fuzz \
    -max_total_time="${FUZZ_SECONDS:-60}" -rss_limit_mb=512 -timeout=5 -print_final_stats=1 \
    -dict=tests/fuzz/scenario.dict -artifact_prefix=build/fuzz/found/ build/fuzz/found tests/fuzz/corpus
  grep -E 'number_of_executed_units|peak_rss_mb' build/fuzz/log
}

check() {
  need "${engine_packages[@]}" "${viewer_packages[@]}" "${window_packages[@]}" "${clang_packages[@]}" "${check_packages[@]}"
  (($#)) || set -- format tidy asan tsan sameness fuzz
  local part
  for part; do "check_$part"; done
}

# How often intervals and verdicts are right; prints the tables of docs/statistics.md.
check_long_intervals() {
  build release coverage_study
  say "intervals and verdicts on 2,000 batches of runs"
  build/release/bin/coverage_study
}

# The store loses nothing, however often a run is killed.
check_long_kills() {
  build release test_command tandem_command
  say "${KILLS:-1000} kills"
  TANDEM_KILLS=${KILLS:-1000} build/release/bin/test_command --gtest_filter='*AKillLosesNoFinishedRun'
}

check_long() {
  need "${engine_packages[@]}" "${viewer_packages[@]}"
  (($#)) || set -- intervals kills
  local part
  for part; do "check_long_$part"; done
}

mkdir -p build
case "${1-}" in
  demo | bench | docs) "$1" ;;
  build) build_program ;;
  viewer) shift; viewer "$@" ;;
  test) run_tests ;;
  check) shift; check "$@" ;;
  check-long) shift; check_long "$@" ;;
  '' | -h | --help | help) usage ;;
  *) usage >&2; die "unknown verb: $1" ;;
esac
