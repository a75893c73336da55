// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/http_server.h"

#include <cstring>
#include <exception>

#include <microhttpd.h>

#include "index/serve/listening_socket.h"
#include "index/serve/worker_pool.h"

namespace wenlan {
namespace {

constexpr std::size_t kLongestQueue = 1024;
constexpr std::size_t kConnectionMemory = 32 * 1024;  // request line and headers; more is refused

// Only files of this server run in the page; it may be framed by itself alone.
constexpr std::string_view kContentPolicy =
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'";

constexpr std::pair<const char*, std::string_view> kSecurityHeaders[] = {
    {"Content-Security-Policy", kContentPolicy},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
};

using OwnedResponse = std::unique_ptr<MHD_Response, decltype(&::MHD_destroy_response)>;

OwnedResponse as_mhd(const HttpResponse& response) {
  const std::string_view bytes =
      response.lasting_body.empty() ? std::string_view(response.body) : response.lasting_body;
  OwnedResponse made(
      MHD_create_response_from_buffer(
          bytes.size(),
          const_cast<char*>(bytes.data()),
          response.lasting_body.empty() ? MHD_RESPMEM_MUST_COPY : MHD_RESPMEM_PERSISTENT),
      &::MHD_destroy_response);
  if (!made) return made;
  const auto add = [&](const char* name, std::string_view value) {
    MHD_add_response_header(made.get(), name, std::string(value).c_str());
  };
  for (const auto& [name, value] : kSecurityHeaders) add(name, value);
  if (response.status != 304) add(MHD_HTTP_HEADER_CONTENT_TYPE, response.content_type);
  add(MHD_HTTP_HEADER_CACHE_CONTROL, response.cache_control);
  if (!response.etag.empty()) add(MHD_HTTP_HEADER_ETAG, response.etag);
  if (response.status == 405) add(MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
  return made;
}

MHD_Result queue(MHD_Connection* connection, const HttpResponse& response) {
  const OwnedResponse made = as_mhd(response);
  if (!made) return MHD_NO;
  return MHD_queue_response(connection, static_cast<unsigned>(response.status), made.get());
}

std::string_view header_of(MHD_Connection* connection, const char* name) {
  const char* const value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

// One request from its first byte to its last: made when the address is read, freed when the
// library has sent the answer.
struct Exchange {
  explicit Exchange(std::string address) : uri(std::move(address)) {}
  std::string uri;
  bool seen_headers = false;
  bool given_to_worker = false;
  HttpRequest request;
  HttpResponse response;
};

}  // namespace

class HttpServer::State {
 public:
  State(const ServeOptions& options, Router router, FaultLog log)
      : router_(std::move(router)),
        log_(std::move(log)),
        light_(options.workers, kLongestQueue),
        pictures_(options.image_workers, kLongestQueue) {}
  ~State() { stop(); }

  Result<void> listen(const ServeOptions& options);
  void stop();
  int port() const { return port_; }

 private:
  static void* on_address(void* self, const char* uri, MHD_Connection*) {
    static_cast<void>(self);
    return new Exchange(uri);
  }
  static MHD_Result on_request(void* self,
                               MHD_Connection* connection,
                               const char*,
                               const char* method,
                               const char*,
                               const char*,
                               std::size_t* upload_size,
                               void** exchange) {
    return static_cast<State*>(self)->serve(
        connection, method, upload_size, *static_cast<Exchange*>(*exchange));
  }
  static void on_end(void*, MHD_Connection*, void** exchange, MHD_RequestTerminationCode) {
    delete static_cast<Exchange*>(*exchange);
    *exchange = nullptr;
  }

  MHD_Result serve(MHD_Connection* connection,
                   std::string_view method,
                   std::size_t* upload_size,
                   Exchange& exchange);
  MHD_Result refuse_method(MHD_Connection* connection, Exchange& exchange);
  MHD_Result give_to_worker(MHD_Connection* connection, Exchange& exchange);
  HttpResponse answer(const HttpRequest& request) const;

  const Router router_;
  const FaultLog log_;
  WorkerPool light_;
  WorkerPool pictures_;
  MHD_Daemon* daemon_ = nullptr;
  int port_ = 0;
};

Result<void> HttpServer::State::listen(const ServeOptions& options) {
  const auto socket = listen_on(options.address, options.port);
  if (!socket) return fail(socket);
  port_ = socket->port;
  daemon_ = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME,
                             0,
                             nullptr,
                             nullptr,
                             &State::on_request,
                             this,
                             MHD_OPTION_LISTEN_SOCKET,
                             socket->descriptor,
                             MHD_OPTION_CONNECTION_LIMIT,
                             static_cast<unsigned>(options.max_connections),
                             MHD_OPTION_CONNECTION_TIMEOUT,
                             static_cast<unsigned>(options.timeout_s),
                             MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                             kConnectionMemory,
                             MHD_OPTION_URI_LOG_CALLBACK,
                             &State::on_address,
                             this,
                             MHD_OPTION_NOTIFY_COMPLETED,
                             &State::on_end,
                             this,
                             MHD_OPTION_END);
  if (daemon_ == nullptr) return fail(ErrorCode::io_failed, "HTTP server", "it does not start");
  return {};
}

// Suspended connections must be resumed before the daemon may stop, and each is once its worker
// has answered: so the workers end first. Whoever comes meanwhile is refused by their closed
// queues.
void HttpServer::State::stop() {
  light_.close();
  pictures_.close();
  if (daemon_ != nullptr) MHD_stop_daemon(daemon_);
  daemon_ = nullptr;
}

MHD_Result HttpServer::State::serve(MHD_Connection* connection,
                                    std::string_view method,
                                    std::size_t* upload_size,
                                    Exchange& exchange) {
  if (exchange.given_to_worker) return queue(connection, exchange.response);
  if (!exchange.seen_headers) {
    exchange.seen_headers = true;
    exchange.request.path = exchange.uri.substr(0, exchange.uri.find('?'));
    exchange.request.if_none_match = header_of(connection, MHD_HTTP_HEADER_IF_NONE_MATCH);
    if (header_of(connection, MHD_HTTP_HEADER_ACCEPT_LANGUAGE).starts_with("zh"))
      exchange.request.language = Language::chinese;
    if (method != MHD_HTTP_METHOD_GET && method != MHD_HTTP_METHOD_HEAD)
      return refuse_method(connection, exchange);
    return MHD_YES;
  }
  if (*upload_size != 0) return MHD_NO;  // nothing here takes a body: the connection is closed
  return give_to_worker(connection, exchange);
}

MHD_Result HttpServer::State::refuse_method(MHD_Connection* connection, Exchange& exchange) {
  exchange.given_to_worker = true;
  exchange.response = error_response(
      exchange.request,
      Error{ErrorCode::usage, exchange.request.path, "only GET and HEAD are understood"});
  exchange.response.status = MHD_HTTP_METHOD_NOT_ALLOWED;
  return queue(connection, exchange.response);
}

MHD_Result HttpServer::State::give_to_worker(MHD_Connection* connection, Exchange& exchange) {
  auto target = parse_target(exchange.uri);
  if (!target) {
    exchange.response = error_response(exchange.request, target.error());
    return queue(connection, exchange.response);
  }
  exchange.request.target = *std::move(target);
  exchange.given_to_worker = true;
  const bool heavy = router_.work_of(exchange.request.target) == Work::pictures;
  MHD_suspend_connection(connection);
  const bool taken = (heavy ? pictures_ : light_).submit([this, connection, &exchange] {
    exchange.response = answer(exchange.request);
    MHD_resume_connection(connection);
  });
  if (!taken) {
    exchange.response =
        error_response(exchange.request, Error{ErrorCode::busy, exchange.request.path, {}});
    MHD_resume_connection(connection);
  }
  return MHD_YES;
}

// Whatever goes wrong in one request ends with that request.
HttpResponse HttpServer::State::answer(const HttpRequest& request) const {
  try {
    HttpResponse response = router_.answer(request);
    if (response.status >= 500 && log_)
      log_(Error{ErrorCode::internal, request.path, response.body});
    return response;
  } catch (const std::exception& exception) {
    const Error error{ErrorCode::internal, request.path, exception.what()};
    if (log_) log_(error);
    return error_response(request, error);
  }
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() = default;

Result<HttpServer> HttpServer::start(const ServeOptions& options, Router router, FaultLog log) {
  auto state = std::make_unique<State>(options, std::move(router), std::move(log));
  if (auto listening = state->listen(options); !listening) return fail(listening);
  return HttpServer(std::move(state));
}

int HttpServer::port() const {
  return state_->port();
}

void HttpServer::stop() {
  state_->stop();
}

}  // namespace wenlan
