// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/ledger.h"

#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

TEST(Ledger, KeepsTheLastAttemptAcrossOpenings) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "ledger.sqlite";
  const LedgerEntry failed{.state = PageState::failed,
                           .key = "k",
                           .scan = "冊.jpg",
                           .step = "load",
                           .code = "empty_file",
                           .message = "m",
                           .attempts = 2,
                           .ended_at = 7};
  {
    Ledger ledger = Ledger::open(file).value();
    ASSERT_TRUE(ledger.record("b", "0001", LedgerEntry{.key = "old"}));
    ASSERT_TRUE(ledger.record("b", "0001", failed));
    ASSERT_TRUE(ledger.record("other", "0001", LedgerEntry{}));
  }
  const auto entries = Ledger::open(file)->entries("b").value();
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries.at("0001").message, "m");
  EXPECT_EQ(entries.at("0001").attempts, 2);
  EXPECT_EQ(entries.at("0001").state, PageState::failed);
}

TEST(Ledger, KeepsThePitchesOfAPageAndThatOfItsBook) {
  const TemporaryFolder folder;
  Ledger ledger = Ledger::open(folder.path() / "ledger.sqlite").value();
  ASSERT_TRUE(ledger.record("b", "0001", {.pitches = {52.5F, 26}, .book_pitch = 52.4573}));
  ASSERT_TRUE(ledger.record("b", "0002", {}));
  const auto entries = ledger.entries("b").value();
  EXPECT_EQ(entries.at("0001").pitches, (std::vector<float>{52.5F, 26}));
  EXPECT_EQ(entries.at("0001").book_pitch, 52.4573);
  EXPECT_TRUE(entries.at("0002").pitches.empty());
}

TEST(Ledger, FileThatIsNoLedgerIsAnError) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file_atomically(folder.path() / "ledger.sqlite", std::string(4096, 'x')));
  EXPECT_FALSE(Ledger::open(folder.path() / "ledger.sqlite"));
}

}  // namespace
}  // namespace wenlan
