// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "tandem/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tandem {

/// An open SQLite file in WAL mode. Every error is a StoreError that names the file. For one thread
/// at a time.
class Database {
 public:
  Database(std::filesystem::path file, Store::Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const std::string& sql);
  [[nodiscard]] std::int64_t number(const std::string& sql);  ///< the one number it yields
  [[nodiscard]] std::string text(const std::string& sql);     ///< the one text; empty = no row
  [[nodiscard]] std::int64_t last_row() const;
  [[nodiscard]] std::int64_t changes() const;  ///< rows the last statement changed
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  /// Throws what the code stands for.
  [[noreturn]] void fail(int code) const;
  [[noreturn]] void refuse(const std::string& why) const;

 private:
  friend class Statement;
  [[nodiscard]] std::string explained(int code) const;

  std::filesystem::path file_;
  bool write_;
  sqlite3* handle_ = nullptr;
};

/// A prepared statement; parameters and columns count from 0.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Binds the parameters in their order, from the first.
  template <class... Values>
  Statement& with(const Values&... values) {
    reset();
    (bind(values), ...);
    return *this;
  }
  Statement& reset();
  void bind(std::int64_t value);
  void bind(int value) { bind(static_cast<std::int64_t>(value)); }
  void bind(double value);
  void bind(const std::optional<double>& value);
  void bind(std::string_view value);

  bool step();  ///< true: a row is there to read
  void run();   ///< to the end

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::optional<double> real(int column) const;  ///< none = NULL
  [[nodiscard]] std::string text(int column) const;

 private:
  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

/// A transaction that is undone unless it was committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace tandem
