// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

// Names of people and customers in everything an import says. They are written with marks around
// them and take their final form in one place, so that with aliases no text can let a name slip.
namespace tandem::crm {

[[nodiscard]] std::string person(std::string_view name);    ///< a rep or manager
[[nodiscard]] std::string customer(std::string_view name);  ///< an account
[[nodiscard]] std::string secret(std::string_view cell);    ///< anything else that may hold a name

class Aliases {
 public:
  /// Without aliases: marked names come out as they are.
  Aliases() = default;
  /// "Rep 01", "Manager 1", "Customer 001": numbered by the order of a hash of the name, so that
  /// numbers say nothing about the alphabet or the size of the customer.
  Aliases(const std::vector<std::string>& reps, const std::vector<std::string>& managers,
          const std::vector<std::string>& customers);

  /// The text with every marked name in its final form.
  [[nodiscard]] std::string reveal(std::string_view marked) const;

 private:
  bool on_ = false;
  std::map<std::string, std::string, std::less<>> people_, customers_;  ///< by name_key
};

}  // namespace tandem::crm
