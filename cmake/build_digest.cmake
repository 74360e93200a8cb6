# SPDX-License-Identifier: Apache-2.0
# cmake -DROOT=... -DOUTPUT=... -P build_digest.cmake: writes a header with 16 hex digits over names and
# contents of the engine's sources, in the order of their names.
include(${CMAKE_CURRENT_LIST_DIR}/engine_sources.cmake)
engine_sources(files ${ROOT})
set(all "")
foreach(file ${files})
  file(SHA256 ${ROOT}/${file} digest)
  string(APPEND all "${file} ${digest}\n")
endforeach()
string(SHA256 digest "${all}")
string(SUBSTRING ${digest} 0 16 digest)
file(WRITE ${OUTPUT} "#pragma once\n\n#define TANDEM_BUILD_DIGEST \"${digest}\"\n")
