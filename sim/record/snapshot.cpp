// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "sim/record/bytes.h"
#include "sim/record/refusal.h"
#include "tandem/record.h"
#include "tandem/version.h"

namespace tandem {

namespace {

using record::refusal;
using Digits = std::array<char, 16>;

constexpr std::uint64_t kMagic = 0x1A536D65646E6154;  // "TandemS" and an end of file
constexpr std::uint32_t kFormat = 1;

struct Header {
  std::uint64_t magic = kMagic;
  std::uint32_t format = kFormat;
  Digits build{}, scenario{};
  std::uint64_t layout = 0;  ///< lists of fields that the build digest does not follow
  std::int32_t days = 0, day = 0;
  std::uint64_t seed = 0;
  std::uint32_t replication = 0;
  std::uint64_t hash = 0, content = 0;  ///< content: how many bytes follow before the checksum
};

void fields(auto& x, auto& visit) {
  auto& [magic, format, build, scenario, layout, days, day, seed, replication, hash, content] = x;
  visit(magic, format, build, scenario, layout, days, day, seed, replication, hash, content);
}

const std::size_t kHeader = record::least_bytes<Header>();
constexpr std::size_t kChecksum = sizeof(std::uint64_t);

Digits digits_of(std::string_view text) {
  Digits digits{};
  text.copy(digits.data(), digits.size());
  return digits;
}

std::string text_of(const Digits& digits) { return {digits.data(), digits.size()}; }

std::uint64_t checksum(std::string_view bytes) {
  Hasher hasher;
  hasher.add(bytes);
  return hasher.value();
}

}  // namespace

Snapshot::Snapshot(const World& world)
    : about_{world.scenario().digest(),
             world.scenario().days(),
             world.day(),
             world.seed(),
             world.replication(),
             world.hash()} {
  Header header;
  header.build = digits_of(build_digest());
  header.scenario = digits_of(about_.scenario);
  header.layout = World::layout();
  header.days = about_.days, header.day = about_.day;
  header.seed = about_.seed, header.replication = about_.replication;
  header.hash = about_.hash;
  bytes_.resize(kHeader);
  world.write(bytes_);
  header.content = bytes_.size() - kHeader;
  std::string head;
  record::Writer writer(head);
  writer(header);
  bytes_.replace(0, kHeader, head);
  record::Writer end(bytes_);
  end(checksum(bytes_));
  bytes_.shrink_to_fit();
}

Result<Snapshot> Snapshot::load(std::string bytes, const std::string& name) {
  Header header;
  record::Reader reader(bytes);
  reader(header);
  if (bytes.size() >= sizeof kMagic && header.magic != kMagic)
    return refusal(name, "this is no snapshot of a Tandem run");
  if (!reader.ok()) return refusal(name, "the snapshot is cut short: even its head is not whole");
  if (header.format != kFormat)
    return refusal(name, "the snapshot is of format version " + std::to_string(header.format),
                   "version " + std::to_string(kFormat));
  const std::size_t whole = bytes.size() - kHeader;
  if (header.content > whole || whole - header.content != kChecksum)
    return refusal(name, "the snapshot is not whole: it has " + std::to_string(bytes.size()) +
                             " bytes and speaks of other ones");
  std::uint64_t sum = 0;
  record::Reader end(std::string_view(bytes).substr(kHeader + header.content));
  end(sum);
  if (sum != checksum(std::string_view(bytes).substr(0, kHeader + header.content)))
    return refusal(name, "the snapshot is damaged: its checksum does not fit");
  if (header.build != digits_of(build_digest()) || header.layout != World::layout())
    return refusal(
        name, "the snapshot was taken by another build of the engine, " + text_of(header.build),
        "one of this build, " + std::string(build_digest()));
  Snapshot snapshot;
  snapshot.about_ = {text_of(header.scenario), header.days, header.day, header.seed,
                     header.replication,       header.hash};
  snapshot.bytes_ = std::move(bytes);
  snapshot.name_ = name;
  return snapshot;
}

std::string_view Snapshot::content() const {
  return std::string_view(bytes_).substr(kHeader, bytes_.size() - kHeader - kChecksum);
}

Faults World::restore(const Snapshot& snapshot) {
  const Snapshot::About& about = snapshot.about_;
  if (about.scenario != scenario().digest())
    return {record::refusal(snapshot.name_,
                            "the snapshot is of another scenario, " + about.scenario,
                            scenario().name() + ", " + scenario().digest())};
  if (about.days != scenario().days())
    return {record::refusal(snapshot.name_,
                            "the snapshot is of a run of " + std::to_string(about.days) + " days",
                            std::to_string(scenario().days()) + " days")};
  if (!read(snapshot.content()))
    return {record::refusal(snapshot.name_,
                            "the snapshot is damaged: its content does not fit the scenario")};
  return {};
}

}  // namespace tandem
