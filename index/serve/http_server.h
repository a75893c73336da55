// SPDX-License-Identifier: GPL-3.0-or-later
// Sockets and HTTP/1.1 by GNU libmicrohttpd: one thread for all connections, workers for answers.
#pragma once

#include <functional>
#include <memory>

#include "engine/base/result.h"
#include "index/serve/router.h"
#include "index/serve/serve_options.h"

namespace wenlan {

class HttpServer {
 public:
  using FaultLog = std::function<void(const Error&)>;

  // Answers GET and HEAD by `router`, everything else with 405. Requests beyond what the workers'
  // queues hold get 503. Fails with port_in_use, no_permission, usage or io_failed.
  static Result<HttpServer> start(const ServeOptions& options, Router router, FaultLog log);
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;
  ~HttpServer();

  int port() const;
  // Ends requests under way first.
  void stop();

 private:
  class State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wenlan
