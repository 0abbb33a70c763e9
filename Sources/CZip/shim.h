#pragma once

#include <stddef.h>
#include <zip.h>

// Which the system's headers show to GNU programs alone.
extern void *memmem(const void *bytes, size_t count, const void *word, size_t length);

/// Whether a word stands among bytes.
static inline int doorstep_contains(const void *bytes, size_t count, const void *word, size_t length) {
    return memmem(bytes, count, word, length) != NULL;
}
