// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/command/failure.h"

namespace tandem {

/// The results store of an output folder.
inline constexpr const char* kStoreFile = "results.sqlite";

/// A file that appears whole or not at all: it is written under a temporary name beside its place.
/// Every failure (full disk, no permission) throws Failure and leaves nothing behind.
class NewFile {
 public:
  explicit NewFile(std::filesystem::path path);
  ~NewFile();  ///< takes the temporary file away unless it was put in place
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void write(std::string_view text);
  void close();            ///< all is on its way to the disk, still under the temporary name
  void replace();          ///< takes its place, over a file that stands there
  void take_free_place();  ///< takes its place; throws if a file stands there already
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  [[noreturn]] void fail(int error) const;

  std::filesystem::path path_, temporary_;
  std::FILE* file_ = nullptr;
  bool placed_ = false;
};

/// Takes away the temporary files that killed programs have left beside `path`.
void remove_orphans(const std::filesystem::path& path);

/// A folder of results under `--out`: the store of all runs of one firm, and the files of the last
/// command. Its manifest names those; it is written last, so a folder with a manifest is whole. A
/// folder of something else is refused.
class OutFolder {
 public:
  /// `digest` of the (base) scenario says whose folder may be written over.
  OutFolder(std::filesystem::path folder, const std::string& digest);
  ~OutFolder();
  OutFolder(const OutFolder&) = delete;
  OutFolder& operator=(const OutFolder&) = delete;

  /// Opens one more file of the folder.
  [[nodiscard]] NewFile& file(const std::string& name);
  [[nodiscard]] std::vector<std::string> names() const;  ///< of the files opened so far
  /// Puts all files in place, then manifest.json with the given text. Files that the manifest
  /// before it named and this command does not write are taken away.
  void commit(const std::string& manifest);
  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
  [[nodiscard]] std::filesystem::path store() const { return folder_ / kStoreFile; }

 private:
  void read_manifest(const std::string& digest);

  std::filesystem::path folder_;
  bool made_ = false, done_ = false, had_store_ = false;
  std::vector<std::string> former_;  // files that the manifest of the command before named
  std::vector<std::unique_ptr<NewFile>> files_;
};

/// The refusal of a folder that holds results of another scenario.
[[nodiscard]] Failure other_scenario(const std::filesystem::path& folder, const std::string& name,
                                     const std::string& digest, const std::string& wanted);

/// A cell of a CSV file: quoted where RFC 4180 asks for it, doubles in the shortest form that reads
/// back as the same number.
[[nodiscard]] std::string csv(std::string_view text);
[[nodiscard]] std::string csv(double x);

}  // namespace tandem
