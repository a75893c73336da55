// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of text through a pipe.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace wenlan {

// Closes a file descriptor when its time ends.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor() { close(); }

  int number() const { return number_; }
  void close();

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};
// Both ends are closed on exec. Fails with io_failed.
Result<Pipe> make_pipe();

// Safe in many threads: lines never mix.
class LineWriter {
 public:
  explicit LineWriter(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
  // Waits while the pipe is full. Fails with io_failed when nobody reads any more.
  Result<void> write(std::string line);
  void close() { descriptor_.close(); }
  int number() const { return descriptor_.number(); }

 private:
  std::mutex mutex_;
  Descriptor descriptor_;
};

enum class LineStatus { line, timeout, end };

// For one thread.
class LineReader {
 public:
  explicit LineReader(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
  // Without its end, into `line`. `wait` may be empty: as long as it takes. An end is an end of
  // file or a failed read; a last line that was cut off is dropped.
  LineStatus next(std::string& line, std::optional<std::chrono::milliseconds> wait);

 private:
  bool take_line(std::string& line);

  Descriptor descriptor_;
  std::string read_;
};

}  // namespace wenlan
