# SPDX-License-Identifier: Apache-2.0
# engine_sources(OUT ROOT [CONFIGURE_DEPENDS]): paths below ROOT, sorted, of all that a run's figures can depend
# on: the engine from scenario text to metrics. Study, command and viewer are clients of it.
function(engine_sources out root)
  set(files sim/study/world.cpp)
  foreach(folder include sim/base sim/model sim/state sim/plan sim/rules sim/day sim/report sim/scenario)
    file(GLOB_RECURSE found RELATIVE ${root} ${ARGN} ${root}/${folder}/*.cpp ${root}/${folder}/*.h)
    list(APPEND files ${found})
  endforeach()
  list(SORT files COMPARE STRING)
  set(${out} ${files} PARENT_SCOPE)
endfunction()
