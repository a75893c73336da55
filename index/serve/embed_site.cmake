# cmake -DDIST=… -DOUT=… -P embed_site.cmake: writes a C++ file that holds every file of DIST, by
# the assembler's .incbin, with its path and the SHA-256 of its content. Left alone when it is the
# same already.
if(NOT EXISTS ${DIST}/index.html)
  message(FATAL_ERROR "The web site has not been built: ${DIST}/index.html is missing. "
    "Run scripts/build.sh, or npm ci && npm run build in index/web, "
    "or configure with -DWENLAN_WEB=OFF to build a server without a site.")
endif()
file(GLOB_RECURSE files RELATIVE ${DIST} ${DIST}/*)
list(SORT files)
set(bytes "")
set(declarations "")
set(rows "")
set(number 0)
foreach(file IN LISTS files)
  if(file MATCHES "[\"\\\\\n]")
    message(FATAL_ERROR "A file of the web site has a name that cannot be embedded: ${file}")
  endif()
  file(SHA256 ${DIST}/${file} digest)
  string(SUBSTRING ${digest} 0 32 digest)
  string(APPEND bytes "wenlan_site_${number}:\\n.incbin \\\"${DIST}/${file}\\\"\\nwenlan_site_${number}_end:\\n.byte 0\\n")
  string(APPEND declarations "extern const char wenlan_site_${number}[];\nextern const char wenlan_site_${number}_end[];\n")
  string(APPEND rows "    {\"${file}\", wenlan_site_${number}, wenlan_site_${number}_end, \"\\\"${digest}\\\"\"},\n")
  math(EXPR number "${number} + 1")
endforeach()
set(made "// Made by embed_site.cmake.
#include \"index/serve/embedded_site.h\"
asm(\".section .rodata\\n${bytes}.text\\n\");
extern \"C\" {
${declarations}}
namespace wenlan {
namespace {
const EmbeddedFile kFiles[] = {
${rows}};
}
std::span<const EmbeddedFile> embedded_site() {
  return kFiles;
}
}
")
set(before "")
if(EXISTS ${OUT})
  file(READ ${OUT} before)
endif()
if(NOT made STREQUAL before)
  file(WRITE ${OUT} "${made}")
endif()
