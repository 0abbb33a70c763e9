#define _GNU_SOURCE 1

#include "terminal_width.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

// Global because wcwidth has no argument that could carry it; set by the one
// terminal that a process has, while nothing measures.
static uint32_t *wide_ranges;
static size_t wide_count;

void terminal_width_set_wide(const uint32_t *ranges, size_t count)
{
    uint32_t *copy = ranges ? malloc(count * sizeof *ranges) : NULL;
    if (copy) memcpy(copy, ranges, count * sizeof *ranges);
    free(wide_ranges);
    wide_ranges = copy;
    wide_count = copy ? count : 0;
}

static int is_ambiguous(uint32_t character)
{
    size_t low = 0, high = wide_count / 2;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (character < wide_ranges[2 * middle]) high = middle;
        else if (character > wide_ranges[2 * middle + 1]) low = middle + 1;
        else return 1;
    }
    return 0;
}

int wcwidth(wchar_t character)
{
    static _Atomic(int (*)(wchar_t)) library;
    int (*ask)(wchar_t) = atomic_load(&library);
    if (!ask) {
        ask = (int (*)(wchar_t))dlsym(RTLD_NEXT, "wcwidth");
        if (!ask) return character < 0x20 ? -1 : 1;
        atomic_store(&library, ask);
    }
    int width = ask(character);
    return width == 1 && character >= 0xA1 && is_ambiguous((uint32_t)character) ? 2 : width;
}
