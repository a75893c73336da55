// SPDX-License-Identifier: GPL-3.0-or-later
// An archive on the web: the HTTP API, pictures cut from the scans, and the site. START HERE.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/base/result.h"
#include "index/archive/archive.h"
#include "index/serve/serve_options.h"

namespace wenlan {

class ArchiveServer {
 public:
  // Called with each fault of the server itself (not of a request), from any thread.
  using FaultLog = std::function<void(const Error&)>;

  // Begins to listen and answers from threads of its own. `site` is a folder to serve the web site
  // from instead of the one built in. An archive that was never indexed is served too: only
  // searches fail until it is. Fails with port_in_use, no_permission, usage (an address that is
  // none) or io_failed.
  static Result<ArchiveServer> start(
      const Archive& archive,
      const ServeOptions& options,
      const std::optional<std::filesystem::path>& site = std::nullopt,
      FaultLog log = {});
  ArchiveServer(ArchiveServer&&) noexcept;
  ArchiveServer& operator=(ArchiveServer&&) noexcept;
  // Stops, if stop was not called.
  ~ArchiveServer();

  int port() const;
  // "http://127.0.0.1:8080"
  std::string address() const;
  // Takes no further connections, ends requests under way and comes back when all threads have
  // ended. Not to be called from a signal handler.
  void stop();

 private:
  class State;
  explicit ArchiveServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wenlan
