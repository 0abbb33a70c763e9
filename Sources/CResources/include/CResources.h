#pragma once
#include <stddef.h>

/// A file that the program carries in itself.
typedef struct {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t count;
} doorstep_resource;

/// The `index`th resource; its `count` is 0 past the last.
doorstep_resource doorstep_resource_at(size_t index);
