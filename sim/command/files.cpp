// SPDX-License-Identifier: Apache-2.0
#include "sim/command/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <utility>

#include "sim/command/failure.h"

namespace tandem {

NewFile::NewFile(std::filesystem::path path) : path_(std::move(path)) {
  temporary_ = path_;
  temporary_ += fmt::format(".{}.tmp", getpid());
  file_ = std::fopen(temporary_.c_str(), "wb");
  if (file_ == nullptr) fail(errno);
}

NewFile::~NewFile() {
  if (file_ != nullptr) std::fclose(file_);
  std::error_code ignored;
  if (!placed_) std::filesystem::remove(temporary_, ignored);
}

void NewFile::fail(int error) const {
  throw Failure(kFailed, fmt::format("cannot write {}: {}", path_.string(), std::strerror(error)));
}

void NewFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail(errno);
}

void NewFile::close() {
  if (file_ == nullptr) return;
  std::FILE* file = std::exchange(file_, nullptr);
  const bool flushed = std::fflush(file) == 0;
  const int error = errno;
  const bool closed = std::fclose(file) == 0;
  if (!flushed || !closed) fail(flushed ? errno : error);
}

void NewFile::replace() {
  close();
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail(errno);
  placed_ = true;
}

void NewFile::take_free_place() {
  close();
  int result = renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE);
  if (result != 0 && (errno == EINVAL || errno == ENOSYS)) {
    // A file system without that call: a hard link does not replace either.
    result = link(temporary_.c_str(), path_.c_str());
    if (result == 0) unlink(temporary_.c_str());
  }
  if (result != 0 && errno == EEXIST) {
    throw Failure(kBadInput,
                  fmt::format("{} exists already and is not overwritten", path_.string()));
  }
  if (result != 0) fail(errno);
  placed_ = true;
}

void remove_orphans(const std::filesystem::path& path) {
  const std::string begin = path.filename().string() + ".", end = ".tmp";
  std::error_code ignored;
  std::vector<std::filesystem::path> orphans;
  for (const auto& entry : std::filesystem::directory_iterator(path.parent_path(), ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(begin) || !name.ends_with(end)) continue;
    pid_t owner = 0;
    const char* const last = name.data() + name.size() - end.size();
    const auto [rest, error] = std::from_chars(name.data() + begin.size(), last, owner);
    const bool number = error == std::errc() && rest == last && owner > 0;
    if (number && kill(owner, 0) != 0 && errno == ESRCH) orphans.push_back(entry.path());
  }
  for (const auto& orphan : orphans) std::filesystem::remove(orphan, ignored);
}

std::string csv(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string csv(double x) { return fmt::format("{}", x); }

}  // namespace tandem
