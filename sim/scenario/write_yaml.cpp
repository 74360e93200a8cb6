// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "sim/scenario/write.h"

namespace tandem {

namespace {

constexpr std::size_t kColumns = 100;

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Text that YAML takes for nothing else without quotes, in a list as well.
bool plain(std::string_view text) {
  constexpr std::array<std::string_view, 8> kTaken{"yes", "no",  "true", "false",
                                                   "on",  "off", "null", "all"};
  if (text.empty() || !letter(text[0]) || text.back() == ' ') return false;
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (std::find(kTaken.begin(), kTaken.end(), lower) != kTaken.end()) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == ' ' || c == '_' || c == '-' || c == '/' ||
           c == '.';
  });
}

std::string text_of(std::string_view text) {
  if (plain(text)) return std::string(text);
  const char* hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\x";
      out += hex[byte >> 4];
      out += hex[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

void write_lines(const Node& node, std::size_t indent, std::string& out, bool first_is_open);

/// What stands behind `key:` or `-`: on the same line if it fits, else below.
void write_value(const Node& node, std::size_t indent, std::string& out, bool in_list) {
  const std::string line = on_one_line(node);
  const std::size_t used = out.size() - std::min(out.rfind('\n') + 1, out.size());
  const bool empty = node.items.empty() && node.members.empty();
  if (node.kind == Node::scalar || empty || used + 1 + line.size() <= kColumns) {
    out += ' ' + line + '\n';
  } else if (in_list && node.kind == Node::map) {
    out += ' ';
    write_lines(node, indent + 2, out, true);
  } else {
    out += '\n';
    write_lines(node, indent + 2, out, false);
  }
}

void write_lines(const Node& node, std::size_t indent, std::string& out, bool first_is_open) {
  for (const Member& member : node.members) {
    if (!first_is_open) out.append(indent, ' ');
    first_is_open = false;
    out += text_of(member.key) + ':';
    write_value(member.value, indent, out, false);
  }
  for (const Node& item : node.items) {
    out.append(indent, ' ');
    out += '-';
    write_value(item, indent, out, true);
  }
}

}  // namespace

std::string on_one_line(const Node& node) {
  std::string out;
  switch (node.kind) {
    case Node::null:
      return "~";
    case Node::scalar:
      return node.quoted ? text_of(node.text) : node.text;
    case Node::list:
      for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + on_one_line(item);
      return "[" + out + "]";
    case Node::map:
      for (const Member& member : node.members)
        out += (out.empty() ? "" : ", ") + text_of(member.key) + ": " + on_one_line(member.value);
      return "{" + out + "}";
  }
  return out;
}

std::string write_yaml(const Node& map) {
  std::string out;
  for (const Member& member : map.members) {
    out += text_of(member.key) + ':';
    // A section's keys stand one a line, a list's members too.
    const Node& value = member.value;
    if (value.items.empty() && value.members.empty()) {
      out += ' ' + on_one_line(value) + '\n';
    } else {
      out += '\n';
      write_lines(value, 2, out, false);
    }
  }
  return out;
}

}  // namespace tandem
