// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/listening_socket.h"

#include <cerrno>
#include <cstring>
#include <memory>

#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace wenlan {
namespace {

using Addresses = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

Result<Addresses> resolved(const std::string& address, int port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV | (address == "localhost" ? 0 : AI_NUMERICHOST);
  if (address == "localhost") hints.ai_family = AF_INET;
  addrinfo* found = nullptr;
  const int status = ::getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (status != 0)
    return fail(ErrorCode::usage, fmt::format("address '{}'", address), ::gai_strerror(status));
  return Addresses(found, &::freeaddrinfo);
}

ErrorCode code_of(int errno_value) {
  if (errno_value == EADDRINUSE) return ErrorCode::port_in_use;
  if (errno_value == EADDRNOTAVAIL) return ErrorCode::usage;
  return errno_value == EACCES ? ErrorCode::no_permission : ErrorCode::io_failed;
}

int port_of(int descriptor) {
  sockaddr_storage bound{};
  socklen_t length = sizeof bound;
  ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&bound), &length);
  const auto port = bound.ss_family == AF_INET6
                        ? reinterpret_cast<const sockaddr_in6*>(&bound)->sin6_port
                        : reinterpret_cast<const sockaddr_in*>(&bound)->sin_port;
  return ntohs(port);
}

}  // namespace

Result<ListeningSocket> listen_on(const std::string& address, int port) {
  const auto addresses = resolved(address, port);
  if (!addresses) return fail(addresses);
  const addrinfo& first = **addresses;
  const int descriptor =
      ::socket(first.ai_family, first.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int yes = 1;
  if (descriptor >= 0 &&
      ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
      ::bind(descriptor, first.ai_addr, first.ai_addrlen) == 0 &&
      ::listen(descriptor, SOMAXCONN) == 0)
    return ListeningSocket{descriptor, port_of(descriptor)};
  const int reason = errno;
  if (descriptor >= 0) ::close(descriptor);
  return fail(code_of(reason), fmt::format("{}:{}", address, port), std::strerror(reason));
}

}  // namespace wenlan
