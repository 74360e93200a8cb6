// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

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

/// A folder of results under `--out`. Its manifest tells what it holds; it is written last, so a
/// folder with a manifest is whole. A folder of something else is refused.
class OutFolder {
 public:
  /// `kind` ("run", "compare") and `digest` say what may be written over.
  OutFolder(std::filesystem::path folder, const std::string& kind, const std::string& digest);
  ~OutFolder();
  OutFolder(const OutFolder&) = delete;
  OutFolder& operator=(const OutFolder&) = delete;

  /// Opens one more file of the folder.
  [[nodiscard]] NewFile& file(const std::string& name);
  /// Puts all files in place, then manifest.json with the given text.
  void commit(const std::string& manifest);
  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }

 private:
  void refuse_other_work(const std::string& kind, const std::string& digest) const;

  std::filesystem::path folder_;
  bool made_ = false, done_ = false;
  std::vector<std::unique_ptr<NewFile>> files_;
};

/// A cell of a CSV file: quoted where RFC 4180 asks for it, doubles in the shortest form that reads
/// back as the same number.
[[nodiscard]] std::string csv(std::string_view text);
[[nodiscard]] std::string csv(double x);

}  // namespace tandem
