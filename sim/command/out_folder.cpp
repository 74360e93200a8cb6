// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/command/failure.h"
#include "sim/command/files.h"

namespace tandem {

namespace {

constexpr const char* kManifest = "manifest.json";

/// A member of the manifest as text; empty where it is missing or something else.
std::string member(const nlohmann::json& manifest, const char* key) {
  if (!manifest.is_object()) return "";
  const auto found = manifest.find(key);
  return found != manifest.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

OutFolder::OutFolder(std::filesystem::path folder, const std::string& kind,
                     const std::string& digest)
    : folder_(std::move(folder)) {
  std::error_code error;
  const auto status = std::filesystem::status(folder_, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_directory(status)) {
    throw Failure(kBadInput, fmt::format("--out {}: is a file, not a folder", folder_.string()));
  }
  refuse_other_work(kind, digest);
  error.clear();
  made_ = std::filesystem::create_directories(folder_, error);
  if (error) {
    throw Failure(kFailed,
                  fmt::format("cannot make the folder {}: {}", folder_.string(), error.message()));
  }
}

OutFolder::~OutFolder() {
  files_.clear();  // takes the temporary files away
  std::error_code ignored;
  if (made_ && !done_) std::filesystem::remove(folder_, ignored);  // only if empty
}

void OutFolder::refuse_other_work(const std::string& kind, const std::string& digest) const {
  std::ifstream in(folder_ / kManifest);
  if (!in) return;
  const auto manifest = nlohmann::json::parse(in, nullptr, false);
  const std::string was = member(manifest, "kind"), of = member(manifest, "scenario_digest");
  if (was.empty() || of.empty()) {
    throw Failure(
        kBadInput,
        fmt::format("--out {}: holds a manifest.json that tandem did not write", folder_.string()));
  }
  if (was != kind) {
    throw Failure(kBadInput, fmt::format("--out {}: holds the results of `tandem {}`; "
                                         "choose another folder",
                                         folder_.string(), was));
  }
  if (of != digest) {
    throw Failure(kBadInput,
                  fmt::format("--out {}: holds results of another scenario, \"{}\" (digest {}, "
                              "this one {}); choose another folder",
                              folder_.string(), member(manifest, "scenario"), of, digest));
  }
}

NewFile& OutFolder::file(const std::string& name) {
  const std::filesystem::path path = folder_ / name;
  if (std::filesystem::exists(path) && !std::filesystem::exists(folder_ / kManifest)) {
    throw Failure(kBadInput, fmt::format("--out {}: holds a {} that tandem did not finish or did "
                                         "not write; remove it or choose another folder",
                                         folder_.string(), name));
  }
  files_.push_back(std::make_unique<NewFile>(path));
  return *files_.back();
}

void OutFolder::commit(const std::string& manifest) {
  NewFile last(folder_ / kManifest);
  last.write(manifest);
  last.close();
  for (auto& file : files_) file->close();
  std::error_code ignored;
  std::filesystem::remove(folder_ / kManifest, ignored);
  for (auto& file : files_) file->replace();
  last.replace();
  done_ = true;
}

}  // namespace tandem
