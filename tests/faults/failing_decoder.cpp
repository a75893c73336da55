// SPDX-License-Identifier: GPL-3.0-or-later
// An image library that fails as a broken one does, on files whose names say how: "segfault",
// "abort", "killed", "endless", "eater". Every other file goes to the real library.
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

#include <dlfcn.h>
#include <unistd.h>

#include "tests/faults/opened_file.h"

namespace {

void fail_as(const std::string& name) {
  const auto says = [&](const char* fault) { return name.find(fault) != std::string::npos; };
  volatile bool endless = says("endless");
  if (says("segfault")) *static_cast<volatile int*>(nullptr) = 1;
  if (says("abort")) std::abort();
  if (says("killed")) std::raise(SIGKILL);
  while (endless) {
  }
  while (says("eater")) {
    constexpr std::size_t kSize = 8 << 20;
    if (void* const block = std::malloc(kSize)) std::memset(block, 1, kSize);
    ::usleep(1000);
  }
}

}  // namespace

// All pictures but BMP and PDF are opened by this one.
extern "C" void* vips_source_new_from_descriptor(int descriptor) {
  fail_as(file_opened_as(descriptor).filename());
  using Real = void* (*)(int);
  return reinterpret_cast<Real>(::dlsym(RTLD_NEXT, "vips_source_new_from_descriptor"))(descriptor);
}
