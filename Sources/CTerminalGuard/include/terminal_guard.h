#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

#include <stdbool.h>
#include <stddef.h>

// Gives the terminal back as it was, however the program ends: on exit(), on a
// signal, on a crash, on a full stack.
//
// One terminal per process. All functions are to be called on the main thread;
// signals may arrive on any. What signal handlers touch must be global and
// lock-free, which is why this is C and a module of its own.

// Remembers the modes of `tty` and the `count` bytes that reset it (longer ones
// are cut), and installs the handlers. `wake` is a descriptor on which one byte
// is written for each request, or -1. Without `signals` only exit() is watched.
// Signals that the calling thread blocks are let through to it.
// Returns false if `tty` has no terminal modes.
bool terminal_guard_install(int tty, const unsigned char *bytes, size_t count, int wake, bool signals);

// Takes over Ctrl-Z from outside (SIGTSTP) and the return from it (SIGCONT).
// To be called after curses was started, which installs its own.
void terminal_guard_watch_stops(void);

// Says whether the terminal is in our hands now. Only then is it reset at the
// end; while another program has it, Ctrl-C and Ctrl-\ are meant for that one.
void terminal_guard_set_active(bool active);

// Resets the terminal if it is in our hands. Safe in signal handlers.
void terminal_guard_restore(void);

// The first signal that asked the program to leave, or 0. Another one, more
// than a second later, ends the program there and then.
int terminal_guard_requested(void);

// Whether a stop was asked for, or the program was continued, since last asked.
bool terminal_guard_take_stop(void);
bool terminal_guard_take_continue(void);

// Stops this process and its group as Ctrl-Z does; returns when continued.
void terminal_guard_stop(void);

// Puts back the handlers found by install.
void terminal_guard_remove(void);

#endif
