// SPDX-License-Identifier: Apache-2.0
#include "tandem/version.h"

#include "tandem_build.h"  // written by cmake/version.cmake

namespace tandem {

std::string_view version() { return TANDEM_VERSION; }
std::string_view build_digest() { return TANDEM_BUILD_DIGEST; }
std::string_view compiler() { return TANDEM_COMPILER; }

}  // namespace tandem
