#ifndef DOORSTEP_PREFETCH_H
#define DOORSTEP_PREFETCH_H

// Asks the processor to fetch the cache line at an address that will be read
// soon. Swift has no word for it; a search through half a million people
// spends most of its time waiting for memory otherwise.
static inline void doorstep_prefetch(const void *address) {
    __builtin_prefetch(address, 0, 3);
}

#endif
