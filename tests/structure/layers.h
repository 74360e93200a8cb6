// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace structure {

using Names = std::vector<std::string_view>;

/// What the files of one folder may include, beside their own folder and the standard library.
struct Layer {
  std::string_view folder;
  Names folders;  ///< other folders of the repository; "include" stands for <tandem/...>
  Names libraries;
  Names barred;  ///< single headers it has no business with: the world's, or chance for an observer
};

/// Nothing that computes a day opens files, prints or looks at a clock.
inline const Names kWorld = {"fstream", "filesystem", "iostream", "cstdio", "chrono", "thread"};

/// The one-way table. A folder that does not stand here may not exist; a folder that is not named
/// in a row may not be included from there. `include` holds results, faults and ids that every
/// folder may speak of.
inline const std::vector<Layer> kLayers = {
    {"include", {}, {"Eigen"}, {"iostream", "cstdio", "chrono"}},
    // Large arrays ask for large pages; many blocks of luck are computed in vectors.
    {"sim/base", {"include"}, {"boost", "Eigen", "sys", "immintrin.h"}, kWorld},
    {"sim/model", {"include", "sim/base"}, {"boost", "Eigen"}, kWorld},
    {"sim/plan", {"include", "sim/base", "sim/model"}, {"boost", "Eigen"}, kWorld},
    // A plan's running accounts (its book) are a member of the State, so that a copy forks them
    // too.
    {"sim/state", {"include", "sim/base", "sim/model", "sim/plan"}, {"boost", "Eigen"}, kWorld},
    {"sim/rules",
     {"include", "sim/base", "sim/model", "sim/state", "sim/plan"},
     {"boost", "Eigen"},
     kWorld},
    {"sim/day",
     {"include", "sim/base", "sim/model", "sim/state", "sim/plan", "sim/rules"},
     {"boost", "Eigen"},
     kWorld},
    {"sim/record",
     {"include", "sim/base", "sim/model", "sim/state", "sim/plan"},
     {"Eigen", "nlohmann"},  // a recording is JSON
     {"iostream", "sim/base/luck.h"}},
    {"sim/report",
     {"include", "sim/base", "sim/model", "sim/state", "sim/plan"},
     {"Eigen", "fmt"},
     {"iostream", "sim/base/luck.h"}},
    {"sim/scenario",
     {"include", "sim/base", "sim/model"},
     {"yaml-cpp", "fmt", "nlohmann", "boost", "Eigen"},
     {"iostream", "thread"}},
    {"sim/study",
     {"include", "sim/base", "sim/day", "sim/record",
      "sim/report"},  // a World: days and their record
     {"tbb", "oneapi", "fmt", "nlohmann", "boost", "Eigen", "sqlite3.h"},
     {"iostream"}},
    {"sim/command",
     {"include"},
     {"CLI", "fmt", "nlohmann", "unistd.h", "sys", "signal.h", "fcntl.h"},
     {}},
    {"sim/python", {"include"}, {"pybind11", "Eigen"}, {}},
    {"viewer",
     {"include"},
     {"imgui.h", "imgui_internal.h", "backends", "GLFW", "GL", "EGL", "stb", "fmt", "CLI"},
     {}},
};

}  // namespace structure
