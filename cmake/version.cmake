# SPDX-License-Identifier: Apache-2.0
# What the library says of itself: version, compiler and a digest over the engine's sources. The digest is
# taken when building, so it follows every edit; compiler, flags and time do not enter it.

include(${CMAKE_SOURCE_DIR}/cmake/engine_sources.cmake)
engine_sources(engine_sources ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS)
list(TRANSFORM engine_sources PREPEND ${CMAKE_SOURCE_DIR}/)
# A file that goes away makes nothing newer: the list of names is part of the command, so that it re-runs.
string(SHA256 engine_names "${engine_sources}")

set(build_header ${CMAKE_BINARY_DIR}/generated/tandem_build.h)
add_custom_command(
  OUTPUT ${build_header}
  COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_SOURCE_DIR} -DNAMES=${engine_names} -DOUTPUT=${build_header}
          -P ${CMAKE_SOURCE_DIR}/cmake/build_digest.cmake
  DEPENDS ${engine_sources} ${CMAKE_SOURCE_DIR}/cmake/build_digest.cmake ${CMAKE_SOURCE_DIR}/cmake/engine_sources.cmake
  COMMENT "Digest of the engine's sources" VERBATIM)

set(compiler_name ${CMAKE_CXX_COMPILER_ID})
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(compiler_name "g++")
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  set(compiler_name "clang++")
endif()
target_sources(tandem_study PRIVATE ${build_header})
target_include_directories(tandem_study PRIVATE ${CMAKE_BINARY_DIR}/generated)
set_source_files_properties(${CMAKE_SOURCE_DIR}/sim/study/version.cpp PROPERTIES COMPILE_DEFINITIONS
  "TANDEM_VERSION=\"${PROJECT_VERSION}\";TANDEM_COMPILER=\"${compiler_name} ${CMAKE_CXX_COMPILER_VERSION} ${CMAKE_BUILD_TYPE}\"")
