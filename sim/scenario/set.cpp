// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <utility>

#include "sim/scenario/layers.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/read_spec.h"
#include "sim/scenario/yaml.h"

// `--set KEY=VALUE`: the key is a dotted path, members of lists by name or as [i], names with dots
// in quotes; the value is YAML.
namespace tandem {

namespace {

const char* const kWantOption = "KEY=VALUE, such as market.deal_size=30000 or teams.A.plan=hunters";

/// One step of a path: a key or name, or an index.
struct Step {
  std::string key;
  bool is_index = false;
  std::size_t index = 0;
  Place place;
};

struct Path {
  std::vector<Step> steps;
  std::size_t value_from = 0;  ///< offset behind the `=`
};

/// Cuts the key of an option into steps.
class PathReader {
 public:
  PathReader(const Source& source, Faults& faults) : source_(source), faults_(faults) {}

  std::optional<Path> read() {
    const std::string& text = source_.text();
    Path path;
    while (true) {
      const bool fine = at_ < text.size() && text[at_] == '[' && !path.steps.empty()
                            ? read_index(path)
                            : read_key(path);
      if (!fine) return {};
      if (at_ >= text.size()) return wrong(0, text.size(), "there is no = in it");
      if (text[at_] == '=') break;
      if (text[at_] == '.') ++at_;
    }
    path.value_from = at_ + 1;
    return path;
  }

 private:
  std::optional<Path> wrong(std::size_t from, std::size_t length, std::string message) {
    faults_.push_back(fault_at({&source_, from, length}, {}, std::move(message), kWantOption));
    return {};
  }

  bool read_key(Path& path) {
    const std::string& text = source_.text();
    const std::size_t from = at_;
    Step step;
    if (at_ < text.size() && text[at_] == '"') {
      const std::size_t end = text.find('"', at_ + 1);
      if (end == std::string::npos) {
        wrong(from, text.size() - from, "this quote is not closed");
        return false;
      }
      step.key = text.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
    } else {
      at_ = std::min(text.find_first_of(".[=", at_), text.size());
      step.key = text.substr(from, at_ - from);
    }
    if (step.key.empty()) {
      wrong(from, 1, "a key is missing here");
      return false;
    }
    step.place = {&source_, from, at_ - from};
    path.steps.push_back(std::move(step));
    return true;
  }

  bool read_index(Path& path) {
    const std::string& text = source_.text();
    const std::size_t from = at_;
    const std::size_t end = std::min(text.find(']', at_), text.size());
    Step step;
    step.is_index = true;
    const char* last = text.data() + end;
    const auto read = std::from_chars(text.data() + from + 1, last, step.index);
    if (end == text.size() || read.ec != std::errc() || read.ptr != last) {
      wrong(from, end - from + 1, "this is not a place in a list; the first is [0]");
      return false;
    }
    at_ = end + 1;
    step.key = text.substr(from, at_ - from);
    step.place = {&source_, from, at_ - from};
    path.steps.push_back(std::move(step));
    return true;
  }

  const Source& source_;
  Faults& faults_;
  std::size_t at_ = 0;
};

Node* list_member(Node& list, const Step& step, const std::string& where, Faults& faults) {
  if (step.is_index) {
    if (step.index < list.items.size()) return &list.items[step.index];
    faults.push_back(fault_at(step.place, where,
                              "the list has " + std::to_string(list.items.size()) + " members",
                              "a place from [0] to the last member's"));
    return nullptr;
  }
  std::vector<std::string> known;
  for (Node& item : list.items) {
    if (name_of(item) == step.key) return &item;
    if (!name_of(item).empty()) known.emplace_back(name_of(item));
  }
  faults.push_back(fault_at(step.place, where,
                            "no member of this list is called " + shown(step.key),
                            known.empty() ? "a place in the list, such as [0]" : one_of(known),
                            nearest(step.key, known)));
  return nullptr;
}

/// The node that a step leads to, made if it is not there; null: it leads nowhere, a fault.
Node* follow(Node& node, const Step& step, const std::string& where, Faults& faults) {
  if (node.kind == Node::list) return list_member(node, step, where, faults);
  if (node.kind == Node::null) node.kind = Node::map;
  if (node.kind == Node::scalar || step.is_index) {
    faults.push_back(fault_at(step.place, where,
                              node.kind == Node::scalar ? "there is a single value here, no keys"
                                                        : "there is no list here",
                              kWantOption));
    return nullptr;
  }
  if (Node* found = node.find(step.key)) return found;
  node.members.push_back({step.key, step.place, {}});
  node.members.back().value.place = step.place;
  return &node.members.back().value;
}

/// A topic given as its name alone gets keys of its own.
void open_name(Node& node) {
  if (node.kind != Node::scalar) return;
  Node map;
  map.kind = Node::map;
  map.place = node.place;
  map.members.push_back({"name", node.place, std::move(node)});
  node = std::move(map);
}

}  // namespace

void apply_set(Node& root, std::string_view option, int number, Sources& sources, Faults& faults) {
  sources.emplace_back("--set", std::string(option.substr(0, kLargestFile + 1)), number);
  const Source& source = sources.back();
  if (auto fault = check_text(source)) {
    faults.push_back(*std::move(fault));
    return;
  }
  const auto path = PathReader(source, faults).read();
  if (!path) return;
  const Step& first = path->steps.front();
  if (first.key == "extends" || first.key == "tandem") {
    faults.push_back(
        fault_at(first.place, first.key, "an option cannot set this key", "a file that says it"));
    return;
  }
  Node value;
  value.place = {&source, path->value_from, 1};
  if (source.text().find_first_not_of(' ', path->value_from) != std::string::npos) {
    auto read = read_yaml(source, path->value_from);
    if (!read.ok()) {
      faults.insert(faults.end(), read.faults().begin(), read.faults().end());
      return;
    }
    value = std::move(read).value();
  }
  if (root.find(first.key) == nullptr)
    if (const Node* fallback = default_lists().find(first.key); fallback && path->steps.size() > 1)
      root.members.push_back({first.key, {}, *fallback});
  Node* node = &root;
  std::string where;
  for (std::size_t i = 0; i < path->steps.size(); ++i) {
    const Step& step = path->steps[i];
    where = step.is_index ? path_join(where, step.index) : path_join(where, step.key);
    const bool in_list = node->kind == Node::list;
    node = follow(*node, step, where, faults);
    if (node == nullptr) return;
    if (in_list && i + 1 < path->steps.size()) open_name(*node);
  }
  if (node->kind == Node::map && value.kind == Node::null)
    faults.push_back(fault_at(value.place, where, "no value", kWantOption));
  merge(*node, std::move(value));
  spell_out(root);
}

}  // namespace tandem
