# One folder, one library: wenlan_module(name HEADERS … SOURCES … USES … PRIVATELY_USES …)
# USES are the libraries our headers show; PRIVATELY_USES those only our .cpp files include.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# -Wrestrict is wrong about std::string in GCC 12 (GCC bug 105651).
add_library(wenlan_warnings INTERFACE)
target_compile_options(wenlan_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wno-missing-field-initializers -Wno-restrict -Wnon-virtual-dtor -Werror)

function(wenlan_module name)
  cmake_parse_arguments(MODULE "" "" "HEADERS;SOURCES;USES;PRIVATELY_USES" ${ARGN})
  set(target wenlan_${name})
  if(MODULE_SOURCES)
    add_library(${target} STATIC ${MODULE_SOURCES})
    set(scope PUBLIC)
    target_link_libraries(${target} PRIVATE wenlan_warnings ${MODULE_PRIVATELY_USES})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_sources(${target} ${scope} FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}
    FILES ${MODULE_HEADERS})
  target_include_directories(${target} ${scope} ${PROJECT_SOURCE_DIR})
  target_link_libraries(${target} ${scope} ${MODULE_USES})
  add_library(wenlan::${name} ALIAS ${target})
endfunction()
