// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong because of a file, a machine or a user, and how each is told.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wenlan {

enum class ErrorCode {
  usage,            // the command line or a request parameter was wrong
  not_found,        // a file, book, page or subject that does not exist
  no_permission,    // the operating system refuses access
  not_a_file,       // a folder or device where a file is needed
  empty_file,       // zero bytes
  unknown_format,   // no decoder knows these bytes
  damaged_file,     // a decoder knows the format, but the data is broken or cut off
  encrypted_file,   // needs a password
  image_too_small,  // fewer pixels than a character
  image_too_large,  // over the limit of pixels
  disk_full,
  io_failed,  // any other failed read or write
  missing_model,
  wrong_model,   // a model whose SHA-256 is not the manifest's
  model_failed,  // a network or a recogniser refused its input
  not_an_archive,
  archive_too_new,  // made by a newer Wenlan
  already_exists,
  busy,  // somebody else holds the lock
  port_in_use,
  missing_index,  // the archive was never indexed
  index_too_new,
  bad_query,        // a search expression that cannot be understood
  bad_document,     // PAGE, ALTO, TOML or JSON that does not parse
  crashed,          // the process that was at work ended by a signal
  too_long,         // a step ran past its limit of time
  too_much_memory,  // the process that was at work held more than it may
  keeps_failing,    // one page after another fails alike
  stopped,          // the user asked to stop
  internal,         // a bug of ours
};

// How one code is told to people and programs.
struct ErrorKind {
  ErrorCode code;
  std::string_view name;  // stable, for --json and HTTP: "damaged_file"
  int exit_status;        // 1, or 2 for a wrong command line
  int http_status;
  std::string_view english;  // the reason, a clause without a full stop
  std::string_view chinese;
  std::string_view way_out_english;  // what to do, a clause; may be empty
  std::string_view way_out_chinese;
};

// The row of the one table of errors. Never fails.
const ErrorKind& kind_of(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string subject;  // the file, book, option … it is about; may be empty
  std::string detail;   // what the library or the system said; may be empty

  bool operator==(const Error&) const = default;
};

enum class Language { english, chinese };

// One sentence: subject, reason (detail), way out. For standard error and reports.
std::string to_sentence(const Error& error, Language language = Language::english);

// The code of that name (ErrorKind::name), if there is one.
std::optional<ErrorCode> error_code_named(std::string_view name);

// The code for an errno value of a failed file operation.
ErrorCode error_code_of_errno(int errno_value);

}  // namespace wenlan
