#ifndef DOORSTEP_FUZZER_H
#define DOORSTEP_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own driver: feeds inputs to the callback until one of them
/// makes the program end, or the limits on its command line are reached.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

/// Opens a file that is in memory alone; -1 where there can be none.
int doorstep_memory_file(void);

#endif
