// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/adverts.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr double kUnit = 20;
constexpr Extent kName{120, 120, 180, 380}, kLine{90, 120, 110, 380}, kText{300, 0, 320, 900};
constexpr Extent kFarText{0, 0, 20, 900}, kBelow{100, 500, 600, 520};

PrintedRules frame(double right_top) {
  return {{{60, 100, 64, 400}, {200, right_top, 204, 400}},
          {{60, 100, 204, 104}, {60, 396, 204, 400}}};
}

TEST(Adverts, LargeCharactersInAFrameAreOne) {
  const Extent items[] = {kText, kName, kLine, kFarText, kBelow};
  const auto adverts = find_adverts(items, frame(100), kUnit);
  ASSERT_THAT(adverts, SizeIs(1));
  EXPECT_THAT(adverts[0], ElementsAre(1, 2));
}

TEST(Adverts, CornersMayBeOpenSidesNot) {
  const Extent items[] = {kText, kName, kLine, kFarText, kBelow};
  EXPECT_THAT(find_adverts(items, frame(125), kUnit), SizeIs(1));
  EXPECT_THAT(find_adverts(items, frame(220), kUnit), IsEmpty());
  EXPECT_THAT(find_adverts(items, {}, kUnit), IsEmpty());
  EXPECT_THAT(find_adverts({}, {}, kUnit), IsEmpty());
}

TEST(Adverts, FramedTextIsNone) {
  const Extent items[] = {kText, {150, 120, 170, 380}, kLine, kFarText, kBelow};
  EXPECT_THAT(find_adverts(items, frame(100), kUnit), IsEmpty());
}

}  // namespace
}  // namespace wenlan
