// SPDX-License-Identifier: Apache-2.0
#include "sim/rules/news.h"

#include <algorithm>

#include "sim/base/math.h"

namespace tandem::rules {

double mention(const PolicySet& set) {
  const bool asked_to = set.p.meeting_format == Parameters::structured_pairs ||
                        set.p.meeting_format == Parameters::case_review;
  return asked_to ? std::max(set.p.item_structured, set.p.item_mention) : set.p.item_mention;
}

int room_for_items(const PolicySet& set) {
  return std::max(1, math::whole(set.p.items_an_hour * set.p.meeting_hours));
}

double news_term(const PolicySet& set, bool held, double accuracy) {
  return set.p.item_weight * (held ? accuracy : -1);
}

}  // namespace tandem::rules
