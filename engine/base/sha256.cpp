// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/sha256.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>

#include "engine/base/hex.h"

namespace wenlan {
namespace {

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

std::string to_hex(const Digest& digest) {
  return hex_of({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
  Digest digest;
  crypto_hash_sha256(
      digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return to_hex(digest);
}

Result<std::string> sha256_of_file(const std::filesystem::path& file) {
  // Without O_NONBLOCK a named pipe would wait for a writer for ever.
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return fail(error_code_of_errno(errno), file.string(), std::strerror(errno));
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(::fdopen(descriptor, "rb"),
                                                               &std::fclose);
  struct stat status {};
  if (!stream || ::fstat(descriptor, &status) != 0)
    return fail(error_code_of_errno(errno), file.string(), std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::not_a_file, file.string());
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::vector<unsigned char> buffer(1U << 20U);
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), stream.get()))
    crypto_hash_sha256_update(&state, buffer.data(), got);
  if (std::ferror(stream.get()) != 0)
    return fail(error_code_of_errno(errno), file.string(), std::strerror(errno));
  Digest digest;
  crypto_hash_sha256_final(&state, digest.data());
  return to_hex(digest);
}

}  // namespace wenlan
