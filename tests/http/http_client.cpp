// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_client.h"

#include <algorithm>
#include <sstream>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace wenlan {
namespace {

HttpAnswer parsed(const std::string& bytes) {
  HttpAnswer answer;
  std::istringstream lines(bytes.substr(0, bytes.find("\r\n\r\n")));
  std::string line;
  std::string version;
  lines >> version >> answer.status;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) continue;
    std::string name = line.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
      return static_cast<char>(std::tolower(c));
    });
    answer.headers[name] = line.substr(colon + 2, line.find('\r') - colon - 2);
  }
  const std::size_t body = bytes.find("\r\n\r\n");
  if (body != std::string::npos) answer.body = bytes.substr(body + 4);
  return answer;
}

}  // namespace

HttpAnswer send_raw(int port, std::string_view bytes, std::chrono::seconds patience) {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  const timeval longest_wait{.tv_sec = patience.count(), .tv_usec = 0};
  ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &longest_wait, sizeof longest_wait);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string received;
  if (::connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) break;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    char buffer[65536];
    for (ssize_t got = 0; (got = ::recv(descriptor, buffer, sizeof buffer, 0)) > 0;)
      received.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(descriptor);
  return parsed(received);
}

HttpAnswer get(int port, std::string_view target, std::string_view headers) {
  std::string request = "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n";
  request += std::string(headers) + "Connection: close\r\n\r\n";
  return send_raw(port, request);
}

}  // namespace wenlan
