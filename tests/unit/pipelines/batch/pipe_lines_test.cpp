// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/pipe_lines.h"

#include <csignal>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

namespace wenlan {
namespace {

using namespace std::chrono_literals;

TEST(PipeLines, LinesOfManyThreadsNeverMix) {
  Pipe pipe = make_pipe().value();
  LineReader reader(std::move(pipe.read_end));
  std::thread writing([end = std::move(pipe.write_end)]() mutable {
    LineWriter writer(std::move(end));
    std::vector<std::jthread> threads;
    for (char letter = 'a'; letter < 'e'; ++letter)
      threads.emplace_back([&writer, letter] {
        for (int line = 0; line < 50; ++line) ASSERT_TRUE(writer.write(std::string(9000, letter)));
      });
    threads.clear();
  });
  std::string line;
  int lines = 0;
  for (; reader.next(line, {}) == LineStatus::line; ++lines)
    EXPECT_EQ(line, std::string(9000, line.front()));
  EXPECT_EQ(lines, 200);
  writing.join();
}

TEST(PipeLines, WaitsNoLongerThanAsked) {
  Pipe pipe = make_pipe().value();
  LineReader reader(std::move(pipe.read_end));
  std::string line;
  EXPECT_EQ(reader.next(line, 1ms), LineStatus::timeout);
}

TEST(PipeLines, LineThatWasCutOffIsDropped) {
  Pipe pipe = make_pipe().value();
  ASSERT_EQ(::write(pipe.write_end.number(), "whole\nhal", 9), 9);
  pipe.write_end.close();
  LineReader reader(std::move(pipe.read_end));
  std::string line;
  EXPECT_EQ(reader.next(line, 1s), LineStatus::line);
  EXPECT_EQ(line, "whole");
  EXPECT_EQ(reader.next(line, 1s), LineStatus::end);
}

TEST(PipeLines, WriterIsToldThatNobodyReads) {
  std::signal(SIGPIPE, SIG_IGN);
  Pipe pipe = make_pipe().value();
  pipe.read_end.close();
  EXPECT_EQ(LineWriter(std::move(pipe.write_end)).write("x").error().code, ErrorCode::io_failed);
}

}  // namespace
}  // namespace wenlan
