// SPDX-License-Identifier: Apache-2.0
#include "sim/study/store/sqlite.h"

#include <sqlite3.h>

#include <array>
#include <cstring>
#include <fstream>

namespace tandem {

namespace {

constexpr int kPatience = 5000;  // ms to wait for a lock
constexpr const char* kNoStore =
    "is not a results store of tandem (nor any SQLite file); it is left as it is";

/// Empty for a file that SQLite may open: none yet, or one that begins as its files do.
std::string objection(const std::filesystem::path& file, Store::Access access) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) {
    return access == Store::Access::read ? "there is no such file" : "";
  }
  if (std::filesystem::is_directory(status)) return "is a folder, not a results store";
  std::ifstream in(file, std::ios::binary);
  std::array<char, 16> head{};
  in.read(head.data(), head.size());
  const std::string_view begin(head.data(), static_cast<std::size_t>(in.gcount()));
  // Killed between making the file and its first write: nothing in it yet.
  if (begin.empty() && in.eof() && access == Store::Access::write) return "";
  constexpr std::string_view kBegin("SQLite format 3\0", 16);
  if (in.bad() || begin == kBegin) return "";
  return kNoStore;
}

}  // namespace

Database::Database(std::filesystem::path file, Store::Access access)
    : file_(std::move(file)), write_(access == Store::Access::write) {
  if (const std::string why = objection(file_, access); !why.empty()) refuse(why);
  const int flags = (write_ ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) |
                    SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(file_.c_str(), &handle_, flags, nullptr);
  try {
    if (code != SQLITE_OK) fail(code);
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, kPatience);
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

Database::~Database() { sqlite3_close(handle_); }

void Database::refuse(const std::string& why) const {
  throw StoreError(StoreError::Kind::refused, file_.string() + ": " + why);
}

void Database::fail(int code) const {
  if ((code & 0xff) == SQLITE_NOTADB) refuse(kNoStore);
  throw StoreError(StoreError::Kind::failed, explained(code));
}

std::string Database::explained(int code) const {
  const std::string name = file_.string();
  const std::string said = handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return name + ": is locked by another program (waited " + std::to_string(kPatience / 1000) +
             " s); close that program and try again";
    case SQLITE_FULL:
      return "cannot write " + name + ": the disk is full";
    case SQLITE_CORRUPT:
      return name + ": the file is damaged (" + said + ")";
    default:
      break;
  }
  const int system = handle_ != nullptr ? sqlite3_system_errno(handle_) : 0;
  return (write_ ? "cannot write " : "cannot read ") + name + ": " + said +
         (system != 0 ? std::string(" (") + std::strerror(system) + ")" : "");
}

void Database::run(const std::string& sql) {
  if (const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr)) fail(code);
}

std::int64_t Database::number(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.text(0) : "";
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }
std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

Statement::Statement(Database& database, const std::string& sql) : database_(database) {
  const int code = sqlite3_prepare_v3(database.handle_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT,
                                      &statement_, nullptr);
  if (code != SQLITE_OK) database_.fail(code);
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::reset() {
  sqlite3_reset(statement_);
  bound_ = 0;
  return *this;
}

void Statement::bind(std::int64_t value) { sqlite3_bind_int64(statement_, ++bound_, value); }
void Statement::bind(double value) { sqlite3_bind_double(statement_, ++bound_, value); }
void Statement::bind(const std::optional<double>& value) {
  if (value) return bind(*value);
  sqlite3_bind_null(statement_, ++bound_);
}
void Statement::bind(std::string_view value) {
  sqlite3_bind_text64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    sqlite3_reset(statement_);
    database_.fail(code);
  }
  // A statement left at its end would keep its lock.
  sqlite3_reset(statement_);
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}
std::optional<double> Statement::real(int column) const {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
  return sqlite3_column_double(statement_, column);
}
std::string Statement::text(int column) const {
  const auto* text = sqlite3_column_text(statement_, column);
  if (text == nullptr) return "";
  return {reinterpret_cast<const char*>(text),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const StoreError&) {  // SQLite has undone it by itself, as after a full disk
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace tandem
