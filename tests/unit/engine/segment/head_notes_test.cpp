// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/head_notes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wenlan {
namespace {

using testing::Each;
using testing::ElementsAre;

const std::vector<HorizontalRule> kFrame{{.y = 100, .coverage = .9}, {.y = 900, .coverage = .9}};

UprightLine line(double top, double bottom) {
  return {.top = top, .bottom = bottom, .center = 50, .width = 40};
}

TEST(FindHeadNotes, ShortColumnsAboveTheFrame) {
  const std::vector<UprightLine> lines{line(20, 95), line(120, 880), line(20, 104), line(130, 860)};
  EXPECT_THAT(find_head_notes(lines, kFrame), ElementsAre(true, false, true, false));
}

TEST(FindHeadNotes, NoneWithoutAFrame) {
  const std::vector<UprightLine> lines{line(20, 95), line(220, 880)};
  EXPECT_THAT(find_head_notes(lines, {}), Each(false));
  EXPECT_THAT(find_head_notes(lines, std::vector<HorizontalRule>{{.y = 100, .coverage = .3}}),
              Each(false));
}

TEST(FindHeadNotes, AWornFrameIsToldByTheColumnsBelowIt) {
  const std::vector<HorizontalRule> worn{{.y = 100, .coverage = .35}};
  const std::vector<UprightLine> lines{
      line(20, 95), line(110, 880), line(120, 870), line(115, 860)};
  EXPECT_THAT(find_head_notes(lines, worn), ElementsAre(true, false, false, false));
  const std::vector<UprightLine> ragged{
      line(20, 95), line(300, 880), line(250, 870), line(115, 860)};
  EXPECT_THAT(find_head_notes(ragged, worn), Each(false));
}

TEST(FindHeadNotes, UpperRegisterIsNone) {
  const std::vector<HorizontalRule> between{{.y = 400, .coverage = .9}};
  const std::vector<UprightLine> lines{
      line(20, 390), line(20, 380), line(410, 880), line(410, 880)};
  EXPECT_THAT(find_head_notes(lines, between), Each(false));
}

}  // namespace
}  // namespace wenlan
