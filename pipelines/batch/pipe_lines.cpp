// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/pipe_lines.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace wenlan {

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

void Descriptor::close() {
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}

Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0)
    return fail(ErrorCode::io_failed, "a pipe between processes", std::strerror(errno));
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

Result<void> LineWriter::write(std::string line) {
  line += '\n';
  const std::lock_guard lock(mutex_);
  for (std::string_view left = line; !left.empty();) {
    const ssize_t written = ::write(descriptor_.number(), left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      return fail(ErrorCode::io_failed, "a pipe between processes", std::strerror(errno));
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

bool LineReader::take_line(std::string& line) {
  const std::size_t end = read_.find('\n');
  if (end == std::string::npos) return false;
  line.assign(read_, 0, end);
  read_.erase(0, end + 1);
  return true;
}

LineStatus LineReader::next(std::string& line, std::optional<std::chrono::milliseconds> wait) {
  std::array<char, 16'384> buffer{};
  while (!take_line(line)) {
    pollfd watched{descriptor_.number(), POLLIN, 0};
    const int ready = ::poll(&watched, 1, wait ? static_cast<int>(wait->count()) : -1);
    if (ready == 0 || (ready < 0 && errno == EINTR)) return LineStatus::timeout;
    if (ready < 0) return LineStatus::end;
    const ssize_t got = ::read(descriptor_.number(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return LineStatus::end;
    read_.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return LineStatus::line;
}

}  // namespace wenlan
