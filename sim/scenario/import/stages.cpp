// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/stages.h"

#include <algorithm>
#include <vector>

#include "sim/model/spec.h"
#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

constexpr std::string_view kWon =
    " won win closedwon closewon gewonnen gagné gagnée gagnés ganado ganada ganadas vinto vinta "
    "vinti "
    "gewonnene 赢单 成交 已成交 赢 ";
constexpr std::string_view kLost =
    " lost loss closedlost closelost verloren verlorene perdu perdue perdus perdido perdida "
    "perdidas "
    "perso persa persi dead abandoned cancelled canceled disqualified rejected declined nodecision "
    "输单 丢单 失败 已丢失 ";
constexpr std::string_view kRefuses = " no not non kein keine nicht closed unqualified ";
constexpr std::string_view kOpen[] = {
    " open new prospect prospecting qualification qualify qualifying qualified qualifizierung lead "
    "suspect identified contacted contact active pending working progress hold stalled offen "
    "bearbeitung "
    "interessent neu ouvert ouverte nouveau abierta abierto nueva aperto aperta nuovo 新建 进行中 ",
    " engaging engaged engage discovery discover discovering needs analysis bedarfsanalyse demo "
    "demonstration presentation präsentation meeting evaluation develop developing appointment "
    "appointmentscheduled qualifiedtobuy presentationscheduled proposition perception solution poc "
    "trial pilot decision scoping démo reunión 需求分析 ",
    " proposal proposals propose proposing proposed quote quotation quoted offer angebot pricing "
    "price "
    "decisionmakerboughtin offre devis propuesta presupuesto oferta proposta offerta preventivo "
    "报价 "
    "方案 ",
    " negotiation negotiations negotiating negotiate review contract contractsent verhandlung "
    "commit "
    "committed verbal closing close procurement legal signature vertrag négociation contrat "
    "negociación contrato trattativa contratto 谈判 "};

bool has(std::string_view list, std::string_view word) {
  return list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

bool any(std::string_view list, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [list](const std::string& word) { return has(list, word); });
}

}  // namespace

bool StageBook::add(std::string_view heading, std::string_view words) {
  const std::string key = name_key(heading);
  StageWord word;
  if (key == "won")
    word.outcome = Outcome::won;
  else if (key == "lost")
    word.outcome = Outcome::lost;
  else if (key == "open")
    word.outcome = Outcome::open;
  else if (key == "leaveout")
    word.outcome = Outcome::left_out;
  for (int stage = 0; stage < 4; ++stage)
    if (key == stages()[static_cast<std::size_t>(stage)]) word = {Outcome::open, stage};
  if (word.outcome == Outcome::unknown) return false;
  while (true) {
    const std::size_t end = words.find('|');
    own_[name_key(words.substr(0, end))] = word;
    if (end == std::string_view::npos) return true;
    words.remove_prefix(end + 1);
  }
}

StageWord StageBook::read(std::string_view cell) const {
  const auto found = own_.find(name_key(cell));
  if (found != own_.end()) return found->second;
  if (blank(cell)) return {Outcome::blank, 0};
  const std::vector<std::string> words = words_of(cell);
  const bool won = any(kWon, words), lost = any(kLost, words);
  const bool no = std::count(words.begin(), words.end(), "no") > 0;
  if (no && std::count(words.begin(), words.end(), "decision") > 0) return {Outcome::lost, 0};
  if (won && lost) return {};
  const bool negated = std::any_of(words.begin(), words.end(), [](const std::string& w) {
    return w != "closed" && has(kRefuses, w);
  });
  if (negated) return lost ? StageWord{Outcome::lost, 0} : StageWord{};
  if (won) return {Outcome::won, 0};
  if (lost) return {Outcome::lost, 0};
  if (any(kRefuses, words)) return {};
  for (int stage = 3; stage >= 0; --stage)
    if (any(kOpen[stage], words)) return {Outcome::open, stage};
  return {};
}

StageWord StageMemo::read(std::string_view cell) {
  const auto found = seen_.find(cell);
  if (found != seen_.end()) return found->second;
  const StageWord word = book_->read(cell);
  if (seen_.size() < 1000) seen_.emplace(std::string(cell), word);
  return word;
}

}  // namespace tandem::crm
