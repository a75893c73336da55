// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to a port of this machine, and what comes back.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace wenlan {

struct HttpAnswer {
  int status = 0;                              // 0: the connection was closed without an answer
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

// Sends the bytes and reads until the other side closes or is silent for so long.
HttpAnswer send_raw(int port,
                    std::string_view bytes,
                    std::chrono::seconds patience = std::chrono::seconds(20));
// `headers` are whole lines, each ended by "\r\n".
HttpAnswer get(int port, std::string_view target, std::string_view headers = {});

}  // namespace wenlan
