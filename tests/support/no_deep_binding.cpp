// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into tests built with sanitizers. oneTBB loads what tells it of the processors with
// RTLD_DEEPBIND, at which the sanitizers' dlopen ends the program: the flag is left out.
#include <dlfcn.h>

extern "C" void* __interceptor_dlopen(const char* file, int mode);

extern "C" void* dlopen(const char* file, int mode) noexcept {
  return __interceptor_dlopen(file, mode & ~RTLD_DEEPBIND);
}
