// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/layers.h"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>
#include <vector>

#include "sim/scenario/nearest.h"
#include "sim/scenario/yaml.h"
#include "tandem/scenario.h"

namespace tandem {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestChain = 16;
const char* const kWantFile = "a file beside this one or among the shipped scenarios";

void check_version(const Node& root, const Source& source, Faults& faults) {
  const Node* version = root.find("tandem");
  if (version == nullptr) {
    faults.push_back(fault_at({&source, 0, 1}, "tandem", "the key \"tandem\" is missing",
                              "`tandem: 1`, the version of the format"));
  } else if (version->kind != Node::scalar || version->quoted || version->text != "1") {
    const std::string what =
        version->kind == Node::scalar ? shown(version->text) : std::string(name_of(version->kind));
    faults.push_back(fault_at(version->place, "tandem", what + " is not a version of the format",
                              "`tandem: 1`"));
  }
}

/// Where a relative `extends` leads; nothing: no such file.
std::optional<fs::path> find_extended(const std::string& value, const fs::path& folder) {
  std::error_code error;
  const fs::path path(value);
  if (path.is_absolute()) {
    if (fs::exists(path, error)) return path;
    return {};
  }
  for (const fs::path& root : {folder, shipped_scenarios()}) {
    const fs::path found = (root / path).lexically_normal();
    if (!root.empty() && fs::exists(found, error)) return found;
  }
  return {};
}

/// The scenario files that could have been meant.
std::vector<std::string> files_near(const fs::path& folder) {
  constexpr int kMost = 2000;  // entries looked at
  std::vector<std::string> out;
  std::error_code error;
  for (const fs::path& root : {folder, shipped_scenarios()}) {
    if (root.empty()) continue;
    fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, error);
    const fs::recursive_directory_iterator end;
    for (int seen = 0; !error && at != end && seen < kMost; ++seen, at.increment(error)) {
      if (at->path().extension() == ".yaml")
        out.push_back(at->path().lexically_relative(root).string());
      if (at.depth() >= 1) at.disable_recursion_pending();
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Reads one chain of files, the innermost first.
class Chain {
 public:
  Chain(Sources& sources, Faults& faults) : sources_(sources), faults_(faults) {}

  std::optional<Node> read(const Start& start) {
    sources_.emplace_back(start.name, plain_text(start.text));
    const Source& source = sources_.back();
    if (auto fault = check_text(source)) return stop(*std::move(fault));
    auto parsed = read_yaml(source);
    if (!parsed.ok()) {
      faults_.insert(faults_.end(), parsed.faults().begin(), parsed.faults().end());
      return {};
    }
    Node root = std::move(parsed).value();
    if (root.kind != Node::map)
      return stop(fault_at(root.place, {}, std::string(name_of(root.kind)) + " is not a scenario",
                           "a map: `tandem: 1` and other `key: value` lines"));
    check_version(root, source, faults_);
    spell_out(root);
    if (Node* deals = root.find("open_deals"); deals != nullptr && deals->kind == Node::scalar)
      deals->text = (start.folder / deals->text).lexically_normal().string();
    names_.push_back(start.name);
    files_.push_back(identity(start.file));
    const Node* extends = root.find("extends");
    if (extends == nullptr) return root;
    std::optional<Node> base = read_extended(*extends, start.folder);
    if (!base) return {};
    // A variant has a name of its own, and a lesson is of the file that says it.
    std::erase_if(base->members, [](const Member& member) {
      return member.key == "name" || member.key == "lesson";
    });
    for (Node* file : {&*base, &root}) name_topics(*file);
    merge(*base, std::move(root));
    return base;
  }

 private:
  /// Topics are named things even where a list has their names alone.
  static void name_topics(Node& root) {
    Node* topics = root.find("topics");
    if (topics == nullptr || topics->kind != Node::list) return;
    for (Node& topic : topics->items) {
      if (topic.kind != Node::scalar) continue;
      Node map;
      map.kind = Node::map;
      map.place = topic.place;
      map.members.push_back({"name", topic.place, std::move(topic)});
      topic = std::move(map);
    }
  }

  std::optional<Node> stop(Fault fault) {
    faults_.push_back(std::move(fault));
    return {};
  }

  static fs::path identity(const fs::path& file) {
    std::error_code error;
    return file.empty() ? file : fs::weakly_canonical(file, error);
  }

  std::optional<Node> read_extended(const Node& extends, const fs::path& folder) {
    const auto wrong = [&](std::string message, std::string expected, std::string guess = {}) {
      return stop(fault_at(extends.place, "extends", std::move(message), std::move(expected),
                           std::move(guess)));
    };
    if (extends.kind != Node::scalar || extends.text.empty() ||
        extends.text.find('\0') != std::string::npos)
      return wrong(extends.kind == Node::null ? "no value" : "this is not the path of a file",
                   kWantFile);
    const std::optional<fs::path> path = find_extended(extends.text, folder);
    if (!path)
      return wrong("there is no file " + shown(extends.text), kWantFile,
                   nearest(extends.text, files_near(folder)));
    const fs::path same = identity(*path);
    const auto seen = std::find(files_.begin(), files_.end(), same);
    if (seen != files_.end()) {
      std::string chain;
      for (auto i = static_cast<std::size_t>(seen - files_.begin()); i < names_.size(); ++i)
        chain += names_[i] + " -> ";
      return wrong("the files extend each other in a circle: " + chain + path->string(),
                   "a chain of files that ends");
    }
    if (names_.size() >= kLongestChain)
      return wrong("more than 16 files extend each other", "a chain of at most 16 files");
    auto text = read_text(*path, path->string());
    if (!text.ok()) return wrong(shown(extends.text) + ": " + text.faults()[0].message, kWantFile);
    return read({path->string(), std::move(text).value(), path->parent_path(), *path});
  }

  Sources& sources_;
  Faults& faults_;
  std::vector<std::string> names_;
  std::vector<fs::path> files_;
};

bool all_named(const Node& list, bool maps_only) {
  return std::all_of(list.items.begin(), list.items.end(), [maps_only](const Node& item) {
    return !name_of(item).empty() && (!maps_only || item.kind == Node::map);
  });
}

void merge_named(Node& base, Node over) {
  std::map<std::string, std::size_t, std::less<>> index;
  for (std::size_t i = 0; i < base.items.size(); ++i) index.emplace(name_of(base.items[i]), i);
  for (Node& item : over.items) {
    const auto found = index.find(name_of(item));
    if (found == index.end())
      base.items.push_back(std::move(item));
    else
      merge(base.items[found->second], std::move(item));
  }
}

void merge_maps(Node& base, Node over) {
  std::map<std::string, std::size_t, std::less<>> index;
  for (std::size_t i = 0; i < base.members.size(); ++i) index.emplace(base.members[i].key, i);
  for (Member& member : over.members) {
    const auto found = index.find(member.key);
    if (found == index.end()) {
      base.members.push_back(std::move(member));
    } else {
      Member& old = base.members[found->second];
      old.key_place = member.key_place;
      merge(old.value, std::move(member.value));
    }
  }
}

void collect_given(const Node& node, const std::string& path, std::vector<std::string>& out) {
  if (node.kind == Node::map && !node.members.empty()) {
    for (const Member& member : node.members)
      collect_given(member.value, path_join(path, member.key), out);
  } else if (node.kind == Node::list &&
             std::any_of(node.items.begin(), node.items.end(),
                         [](const Node& item) { return item.kind == Node::map; })) {
    for (std::size_t i = 0; i < node.items.size(); ++i)
      collect_given(node.items[i], path_join(path, i), out);
  } else if (node.kind != Node::null && node.place.source != nullptr) {
    out.push_back(path);
  }
}

}  // namespace

std::optional<Node> read_layers(const Start& start, Sources& sources, Faults& faults) {
  return Chain(sources, faults).read(start);
}

void merge(Node& base, Node over) {
  if (base.kind == Node::map && over.kind == Node::map) {
    merge_maps(base, std::move(over));
  } else if (base.kind == Node::map && over.kind == Node::null) {
    // An empty section says nothing.
  } else if (base.kind == Node::list && over.kind == Node::list && !over.items.empty() &&
             all_named(over, true) && all_named(base, false)) {
    merge_named(base, std::move(over));
  } else {
    base = std::move(over);
  }
}

void spell_out(Node& root) {
  Node* start = root.find("start");
  if (start == nullptr || start->kind != Node::scalar) return;
  Node map;
  map.kind = Node::map;
  map.place = start->place;
  map.members.push_back({"mode", start->place, std::move(*start)});
  *start = std::move(map);
}

std::vector<std::string> given_paths(const Node& root) {
  std::vector<std::string> out;
  for (const Member& member : root.members)
    if (member.key != "tandem" && member.key != "extends" && member.key != "lesson")
      collect_given(member.value, path_join("", member.key), out);
  return out;
}

void take_in_tables(Node& root, Sources& sources, Faults& faults) {
  Node* deals = root.find("open_deals");
  if (deals == nullptr || deals->kind != Node::scalar) return;
  Node table;
  table.kind = Node::list;
  table.place = deals->place;
  auto text = read_text(deals->text, deals->text, kLargestTable);
  if (!text.ok()) {
    faults.push_back(fault_at(deals->place, "open_deals",
                              shown(deals->text) + ": " + text.faults().front().message,
                              "a CSV file, its path taken from this file's folder"));
  } else {
    sources.emplace_back(deals->text, plain_text(std::move(text).value()));
    const Source& source = sources.back();
    if (auto fault = check_text(source)) {
      faults.push_back(*std::move(fault));
    } else {
      for (std::size_t start = 0; start < source.text().size();) {
        const std::string_view line = source.line(source.line_of(start));
        Node row;
        row.kind = Node::scalar;
        row.text = line;
        row.place = {&source, start, line.size()};
        if (!line.empty()) table.items.push_back(std::move(row));
        start += line.size() + 1;
      }
    }
  }
  *deals = std::move(table);
}

}  // namespace tandem
