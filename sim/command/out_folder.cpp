// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

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

OutFolder::OutFolder(std::filesystem::path folder, const std::string& digest)
    : folder_(std::move(folder)) {
  std::error_code error;
  const auto status = std::filesystem::status(folder_, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_directory(status)) {
    throw Failure(kBadInput, fmt::format("--out {}: is a file, not a folder", folder_.string()));
  }
  read_manifest(digest);
  had_store_ = std::filesystem::exists(store(), error);
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

void OutFolder::read_manifest(const std::string& digest) {
  std::ifstream in(folder_ / kManifest);
  if (!in) return;
  const auto manifest = nlohmann::json::parse(in, nullptr, false);
  std::string of = member(manifest, "base_digest");
  if (of.empty()) of = member(manifest, "scenario_digest");
  if (member(manifest, "kind").empty() || of.empty()) {
    throw Failure(
        kBadInput,
        fmt::format("--out {}: holds a manifest.json that tandem did not write", folder_.string()));
  }
  if (of != digest) throw other_scenario(folder_, member(manifest, "scenario"), of, digest);
  if (const auto files = manifest.find("files"); files != manifest.end() && files->is_array()) {
    for (const auto& file : *files) {
      if (file.is_string()) former_.push_back(file.get<std::string>());
    }
  }
}

NewFile& OutFolder::file(const std::string& name) {
  const std::filesystem::path path = folder_ / name;
  const bool ours = had_store_ || std::filesystem::exists(folder_ / kManifest);
  if (std::filesystem::exists(path) && !ours) {
    throw Failure(kBadInput, fmt::format("--out {}: holds a {} that tandem did not finish or did "
                                         "not write; remove it or choose another folder",
                                         folder_.string(), name));
  }
  remove_orphans(path);
  files_.push_back(std::make_unique<NewFile>(path));
  return *files_.back();
}

std::vector<std::string> OutFolder::names() const {
  std::vector<std::string> out;
  for (const auto& file : files_) out.push_back(file->path().filename().string());
  return out;
}

void OutFolder::commit(const std::string& manifest) {
  NewFile last(folder_ / kManifest);
  last.write(manifest);
  last.close();
  for (auto& file : files_) file->close();
  std::error_code ignored;
  std::filesystem::remove(folder_ / kManifest, ignored);
  const std::vector<std::string> kept = names();
  for (const std::string& name : former_) {
    const bool plain = std::filesystem::path(name).filename() == name && name != kStoreFile;
    if (plain && std::ranges::find(kept, name) == kept.end()) {
      std::filesystem::remove(folder_ / name, ignored);
    }
  }
  for (auto& file : files_) file->replace();
  last.replace();
  done_ = true;
}

Failure other_scenario(const std::filesystem::path& folder, const std::string& name,
                       const std::string& digest, const std::string& wanted) {
  return Failure(kBadInput,
                 fmt::format("--out {}: holds results of another scenario, \"{}\" (digest {}, "
                             "this one {}); choose another folder",
                             folder.string(), name, digest, wanted));
}

}  // namespace tandem
