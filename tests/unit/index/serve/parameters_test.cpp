// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/parameters.h"

#include <gtest/gtest.h>

#include "engine/page/layout.h"

namespace wenlan {
namespace {

TEST(Parameters, MissingOnesGiveTheDefault) {
  const RequestTarget target;
  Parameters parameters(target);
  EXPECT_EQ(parameters.number("limit", 10, {0, 100}), 10);
  EXPECT_EQ(parameters.word("in", Stream::note, kStreams), Stream::note);
  EXPECT_EQ(parameters.text("book"), std::nullopt);
  EXPECT_FALSE(parameters.fault());
}

TEST(Parameters, FirstWrongOneIsTold) {
  const RequestTarget target{{}, {{"limit", "x"}, {"in", "y"}}};
  Parameters parameters(target);
  parameters.number("limit", 10, {0, 100});
  parameters.word("in", Stream::main, kStreams);
  EXPECT_EQ(parameters.fault()->parameter, "limit");
}

TEST(Parameters, UnknownOnesAreWrong) {
  const RequestTarget target{{}, {{"limt", "1"}}};
  Parameters parameters(target);
  parameters.number("limit", 10, {0, 100});
  EXPECT_EQ(parameters.fault()->parameter, "limt");
}

TEST(Parameters, NumbersMustBeWholeAndWithinBounds) {
  for (const char* value : {"", " 1", "1 ", "+1", "1.0", "101", "-1", "0x1", "99999999999"}) {
    const RequestTarget target{{}, {{"limit", value}}};
    Parameters parameters(target);
    parameters.number("limit", 10, {0, 100});
    EXPECT_TRUE(parameters.fault()) << value;
  }
}

TEST(Parameters, BoxIsFourNumbers) {
  const RequestTarget target{{}, {{"box", "-1.5,2,30,40"}}};
  Parameters parameters(target);
  EXPECT_EQ(parameters.box("box"), (Box<ScanSpace>{-1.5F, 2, 30, 40}));
  EXPECT_FALSE(parameters.fault());
}

}  // namespace
}  // namespace wenlan
