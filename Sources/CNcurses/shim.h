#pragma once

// Without this curses.h hides the functions for wide characters. It cannot be
// given as a compiler flag: SwiftPM passes none for a system library.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <wchar.h>
#include <curses.h>

// From term.h, which cannot be included as it is: it defines some four hundred
// macros with names such as `columns` and `lines`.
extern char *tigetstr(const char *);
extern int setupterm(const char *, int, int *);
struct term;
extern struct term *cur_term;
extern int del_curterm(struct term *);

// Declared by wchar.h only under feature macros that Swift's C library module
// is not built with.
extern int wcwidth(wchar_t);

// Global variables: Swift 6 refuses C globals as shared mutable state.
static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline WINDOW *nc_curscr(void) { return curscr; }
static inline int nc_colors(void) { return COLORS; }

// Macros with casts in them, which Swift does not import.
static inline attr_t nc_attr_normal(void) { return WA_NORMAL; }
static inline attr_t nc_attr_bold(void) { return WA_BOLD; }
static inline attr_t nc_attr_dim(void) { return WA_DIM; }
static inline attr_t nc_attr_underline(void) { return WA_UNDERLINE; }
static inline attr_t nc_attr_reverse(void) { return WA_REVERSE; }

static inline int nc_wcwidth(wchar_t scalar) { return wcwidth(scalar); }
static inline bool nc_is_utf8(void)
{
    const char *set = nl_langinfo(CODESET);
    return set[0] == 'U' && set[1] == 'T' && set[2] == 'F' && set[3] == '-' && set[4] == '8' && set[5] == 0;
}

// A string capability is a pointer, or one of two invalid ones; the terminal
// read by setupterm is freed here because its type stays unknown to Swift.
static inline const char *nc_capability(const char *name)
{
    const char *value = tigetstr(name);
    return value == (const char *)-1 ? NULL : value;
}
static inline void nc_forget_terminal(void)
{
    if (cur_term) del_curterm(cur_term);
}
