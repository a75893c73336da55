// SPDX-License-Identifier: GPL-3.0-or-later
// A value, or the Error that says why there is none.
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

#include "engine/base/error.h"

namespace wenlan {

template <class T>
using Result = tl::expected<T, Error>;

// The failing side of any Result: `return fail(ErrorCode::empty_file, path);`
inline tl::unexpected<Error> fail(ErrorCode code, std::string subject, std::string detail = {}) {
  return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

// Hands the error of another Result on.
template <class T>
tl::unexpected<Error> fail(const Result<T>& other) {
  return tl::unexpected<Error>(other.error());
}

}  // namespace wenlan
