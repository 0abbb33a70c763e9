#ifndef TERMINAL_WIDTH_H
#define TERMINAL_WIDTH_H

#include <stddef.h>
#include <stdint.h>

// Makes curses believe what the terminal does: that the signs whose width
// Unicode calls ambiguous take two columns. Curses asks the C library's
// wcwidth, which knows narrow ones only; so this module has a wcwidth of its
// own, which the dynamic linker finds first. Until widths are set it answers
// what the C library does.
//
// `ranges` are pairs of first and last character in rising order, `count`
// numbers together, and are copied. NULL makes them narrow again. To be called
// on the thread that curses runs on, while it shows nothing.
void terminal_width_set_wide(const uint32_t *ranges, size_t count);

#endif
