#define _GNU_SOURCE
#include "fuzzer.h"

#include <sys/mman.h>

int doorstep_memory_file(void) { return memfd_create("fuzzer", MFD_CLOEXEC); }
