// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "sim/scenario/quotes.h"

namespace tandem {

namespace {

constexpr std::size_t kMostNodes = 50'000;
constexpr std::size_t kDeepest = 64;

/// Thrown out of yaml-cpp's callbacks at the first thing that cannot be read on from.
struct Stop {
  Fault fault;
};

/// Builds the tree from the parser's events.
class Builder final : public YAML::EventHandler {
 public:
  explicit Builder(const Source& source) : source_(source) {}

  Faults faults;  ///< faults that reading goes on from
  std::optional<Node> document;

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (document) stop(at(mark), 1, "a second document begins here", "one scenario in a file");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node = make(mark, Node::null);
    // `key:` without a value: point at the key.
    if (!open_.empty() && open_.back().key && source_.text()[text_offset(mark)] != '~')
      node.place = open_.back().key_place;
    put(std::move(node), anchor);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check_tag(mark, tag);
    Node node = make(mark, Node::scalar);
    const char first = source_.text()[text_offset(mark)];
    node.quoted = tag == "!";
    node.text = value;
    node.place.length = value.size();
    if (node.quoted && (first == '"' || first == '\'')) {
      if (auto fault = check_quotes(source_, node.place.offset)) throw Stop{*fault};
      node.place.length = quoted_length(source_.text(), node.place.offset);
    }
    const std::size_t line = source_.line_of(node.place.offset);
    const std::size_t end = source_.line_start(line) + source_.line(line).size();
    node.place.length = std::max<std::size_t>(
        std::min(node.place.length, end - std::min(node.place.offset, end)), 1);
    put(std::move(node), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end())
      stop(at(mark), 1, "this alias stands for a value that holds the alias itself",
           "an alias of a value that ends before it");
    count(at(mark), size(found->second));
    put(found->second, 0);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::map);
  }
  void OnMapEnd() override { close(); }

  [[nodiscard]] std::size_t text_offset(const YAML::Mark& mark) const {
    const std::size_t offset = mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
    return std::min(offset, source_.text().size());
  }

 private:
  struct Open {
    Node node;
    YAML::anchor_t anchor;
    bool key = false;  ///< a map whose key was read and whose value comes next
    std::string key_text;
    Place key_place;
    bool drop = false;  ///< the value belongs to a key that was refused
    std::map<std::string, std::size_t, std::less<>> lines;  ///< keys so far and their lines
  };

  Place at(const YAML::Mark& mark) const { return {&source_, text_offset(mark), 1}; }

  [[noreturn]] void stop(Place place, std::size_t length, std::string message,
                         std::string expected) {
    throw Stop{source_.fault(place.offset, length, std::move(message), std::move(expected))};
  }

  void count(const Place& place, std::size_t more = 1) {
    nodes_ += more;
    if (nodes_ > kMostNodes)
      stop(place, 1, "the file holds too many values",
           "at most 50000 values, those that aliases stand for counted; larger tables go in CSV "
           "files");
  }

  static std::size_t size(const Node& node) {
    std::size_t sum = 1 + node.text.size() / 64;
    for (const Node& item : node.items) sum += size(item);
    for (const Member& member : node.members) sum += 1 + size(member.value);
    return sum;
  }

  Node make(const YAML::Mark& mark, Node::Kind kind) {
    count(at(mark));
    Node node;
    node.kind = kind;
    node.place = at(mark);
    return node;
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      stop(at(mark), 1, "tags such as " + shown(tag) + " are not read", "the value alone");
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            Node::Kind kind) {
    check_tag(mark, tag);
    if (open_.size() >= kDeepest)
      stop(at(mark), 1, "values are nested more than 64 deep", "at most 64 levels");
    open_.push_back({make(mark, kind), anchor, false, {}, {}, false, {}});
  }

  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    put(std::move(done.node), done.anchor);
  }

  /// A finished value goes where the innermost open list or map wants it.
  void put(Node node, YAML::anchor_t anchor) {
    if (anchor != 0) {
      count(node.place, size(node));
      anchors_[anchor] = node;
    }
    if (open_.empty()) {
      document = std::move(node);
    } else if (Open& parent = open_.back(); parent.node.kind == Node::list) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      put_key(parent, node);
    } else {
      if (!parent.drop)
        parent.node.members.push_back(
            {std::move(parent.key_text), parent.key_place, std::move(node)});
      parent.key = false;
    }
  }

  void put_key(Open& parent, const Node& node) {
    parent.key = true;
    parent.key_place = node.place;
    parent.key_text = node.text;
    parent.drop = true;
    if (node.kind != Node::scalar || node.text.empty()) {
      const std::string what(node.kind == Node::scalar ? "empty text" : name_of(node.kind));
      faults.push_back(fault_at(node.place, {}, "this key is " + what, "a word as the key"));
      return;
    }
    if (node.text == "<<" && !node.quoted) {
      faults.push_back(fault_at(node.place, {}, "the merge key << is not read",
                                "`extends` to build on another file"));
      return;
    }
    const std::size_t line = source_.line_of(node.place.offset) + 1;
    const auto first = parent.lines.emplace(node.text, line);
    if (!first.second) {
      faults.push_back(fault_at(
          node.place, {}, "the key " + shown(node.text) + " stands here for the second time",
          "each key once; the first is on line " + std::to_string(first.first->second)));
      return;
    }
    parent.drop = false;
  }

  const Source& source_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Node> anchors_;
  std::size_t nodes_ = 0;
};

struct Wording {
  std::string_view says, message, expected;
};

// What yaml-cpp says, in our words. Others are passed on as they are.
constexpr Wording kWordings[] = {
    {"end of map not found", "this does not fit the map it stands in",
     "`key: value` in the same column as the map's other keys"},
    {"end of map flow not found", "this does not fit the map in braces it stands in",
     "`{key: value, key: value}`"},
    {"end of sequence not found", "this does not fit the list it stands in",
     "`- value` in the same column as the list's other members"},
    {"end of sequence flow not found", "this does not fit the list in brackets it stands in",
     "`[value, value]`"},
    {"illegal map value", "a value is not allowed here",
     "`key: value` on a line of its own, text with a colon in quotes"},
    {"illegal map key", "a key is not allowed here", "`key: value` on a line of its own"},
    {"illegal block entry", "a list member is not allowed here", "`- value` on a line of its own"},
    {"illegal flow end", "this bracket closes nothing", "as many closing as opening brackets"},
    {"illegal EOF in scalar", "a quote is not closed", "a closing quote"},
    {"unknown token", "this character cannot start a value",
     "text with such a character in quotes"},
    {"the referenced anchor is not defined", "this alias stands for nothing",
     "an alias of an anchor above"},
    {"unknown escape character", "this escape in quotes is not known",
     R"(\" \\ \n \t \xNN \uNNNN, or single quotes for a plain backslash)"},
    {"bad file", "values are nested too deep", "at most 64 levels"},
};

Fault translate(const Source& source, const YAML::Exception& error, std::size_t from,
                std::size_t offset) {
  if (auto open = find_open_quote(source, from)) return *open;
  const std::size_t bracket = find_open_bracket(source.text(), from);
  if (error.msg.find("flow not found") != std::string::npos && bracket != std::string::npos) {
    const bool brace = source.text()[bracket] == '{';
    return source.fault(bracket, 1,
                        brace ? "this brace is not closed" : "this bracket is not closed",
                        brace ? "a closing }" : "a closing ]");
  }
  std::string message = error.msg, expected = "YAML that can be read";
  for (const Wording& wording : kWordings)
    if (error.msg.starts_with(wording.says)) {
      message = wording.message;
      expected = wording.expected;
    }
  return source.fault(offset, 1, std::move(message), std::move(expected));
}

}  // namespace

Result<Node> read_yaml(const Source& source, std::size_t from) {
  Builder builder(source);
  try {
    std::string text = source.text();
    std::fill_n(text.begin(), from, ' ');
    std::istringstream in(std::move(text));
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop& stop) {
    return stop.fault;
  } catch (const YAML::Exception& error) {
    return translate(source, error, from, builder.text_offset(error.mark));
  }
  if (!builder.faults.empty()) return builder.faults;
  if (!builder.document || builder.document->kind == Node::null)
    return source.fault(0, 1, "the file is empty", "a scenario: at least `tandem: 1`");
  return std::move(*builder.document);
}

}  // namespace tandem
