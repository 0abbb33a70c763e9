// Plain C hides what POSIX adds unless asked.
#define _DEFAULT_SOURCE 1
#define _XOPEN_SOURCE 700

#include "terminal_guard.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static const int leaving[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
static const int crashing[] = { SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE };
static const int stopping[] = { SIGTSTP, SIGCONT };

enum {
    leaving_count = sizeof leaving / sizeof *leaving,
    crashing_count = sizeof crashing / sizeof *crashing,
    stopping_count = sizeof stopping / sizeof *stopping,
    // When a window is closed the kernel, the shell and the session manager
    // each send their signal at once. Only what comes after this many
    // milliseconds is impatience.
    grace = 1000,
};

// Written before the handlers are installed and only read after.
static int tty_fd = -1;
static struct termios saved_modes;
static unsigned char reset_bytes[512];
static size_t reset_count;
static struct sigaction old_leaving[leaving_count];
static struct sigaction old_crashing[crashing_count];
static struct sigaction old_stopping[stopping_count];
static bool has_signals;

// Shared between the handlers and the loop.
static atomic_int wake_fd = -1;
static atomic_bool is_active;
static atomic_int requested;
static atomic_llong requested_at;
static atomic_bool stop_asked;
static atomic_bool continued;

// A handler needs room of its own when the stack is what ran out.
static _Alignas(16) unsigned char handler_stack[64 * 1024];

static void write_all(int fd, const unsigned char *bytes, size_t count)
{
    while (count > 0) {
        ssize_t written = write(fd, bytes, count);
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        } else if (written == 0 || errno != EINTR) {
            return;
        }
    }
}

static void wake(void)
{
    int fd = atomic_load(&wake_fd);
    if (fd >= 0) write_all(fd, (const unsigned char *)"!", 1);
}

void terminal_guard_restore(void)
{
    if (!atomic_exchange(&is_active, false)) return;
    // Changing the modes from the background would stop the program.
    sigset_t background, before;
    sigemptyset(&background);
    sigaddset(&background, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &background, &before);
    write_all(tty_fd, reset_bytes, reset_count);
    // Half a mouse report must not reach the shell as a command.
    tcflush(tty_fd, TCIFLUSH);
    tcsetattr(tty_fd, TCSANOW, &saved_modes);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

// Old handlers are not called: Swift's own asks questions on a terminal that
// nobody can answer then.
static void end_by(int number)
{
    terminal_guard_restore();
    signal(number, SIG_DFL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    pthread_sigmask(SIG_UNBLOCK, &only, NULL);
    raise(number);
}

static void on_crash(int number)
{
    end_by(number);
}

static long long milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void on_leave(int number)
{
    int error = errno;
    bool from_keyboard = number == SIGINT || number == SIGQUIT;
    if (!(from_keyboard && !atomic_load(&is_active))) {
        int none = 0;
        if (atomic_compare_exchange_strong(&requested, &none, number)) {
            atomic_store(&requested_at, milliseconds());
            wake();
        } else if (milliseconds() - atomic_load(&requested_at) > grace) {
            end_by(number);
        }
    }
    errno = error;
}

static void on_stop(int number)
{
    int error = errno;
    // Another program has the terminal, and stops all of us.
    if (number == SIGTSTP && !atomic_load(&is_active)) {
        raise(SIGSTOP);
        errno = error;
        return;
    }
    atomic_store(number == SIGTSTP ? &stop_asked : &continued, true);
    wake();
    errno = error;
}

static void install_handler(int number, void (*handler)(int), int flags, struct sigaction *old)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_ONSTACK | flags;
    sigfillset(&action.sa_mask);
    sigaction(number, NULL, old);
    // nohup and its like: who started us wants this signal ignored.
    if (handler == on_leave && old->sa_handler == SIG_IGN) return;
    sigaction(number, &action, NULL);
}

// A mask inherited from whoever started the program, or from a thread of a
// library that takes no signals, would leave it deaf.
static void unblock_signals(void)
{
    sigset_t ours;
    sigemptyset(&ours);
    sigaddset(&ours, SIGWINCH);
    for (int i = 0; i < leaving_count; i++) sigaddset(&ours, leaving[i]);
    for (int i = 0; i < crashing_count; i++) sigaddset(&ours, crashing[i]);
    for (int i = 0; i < stopping_count; i++) sigaddset(&ours, stopping[i]);
    pthread_sigmask(SIG_UNBLOCK, &ours, NULL);
}

bool terminal_guard_install(int tty, const unsigned char *bytes, size_t count, int wake, bool signals)
{
    if (tcgetattr(tty, &saved_modes) != 0) return false;
    tty_fd = tty;
    reset_count = count < sizeof reset_bytes ? count : sizeof reset_bytes;
    memcpy(reset_bytes, bytes, reset_count);
    atomic_store(&requested, 0);
    atomic_store(&requested_at, 0);
    atomic_store(&stop_asked, false);
    atomic_store(&continued, false);
    atomic_store(&wake_fd, wake);

    static bool watches_exit;
    if (!watches_exit) watches_exit = atexit(terminal_guard_restore) == 0;

    unblock_signals();
    has_signals = signals;
    if (!signals) return true;
    stack_t stack = { .ss_sp = handler_stack, .ss_size = sizeof handler_stack };
    sigaltstack(&stack, NULL);
    for (int i = 0; i < leaving_count; i++) {
        install_handler(leaving[i], on_leave, SA_RESTART, &old_leaving[i]);
    }
    for (int i = 0; i < crashing_count; i++) {
        install_handler(crashing[i], on_crash, 0, &old_crashing[i]);
    }
    for (int i = 0; i < stopping_count; i++) {
        sigaction(stopping[i], NULL, &old_stopping[i]);
    }
    return true;
}

void terminal_guard_watch_stops(void)
{
    if (!has_signals) return;
    for (int i = 0; i < stopping_count; i++) {
        struct sigaction ignored;
        if (old_stopping[i].sa_handler != SIG_IGN) {
            install_handler(stopping[i], on_stop, SA_RESTART, &ignored);
        }
    }
}

void terminal_guard_set_active(bool active)
{
    atomic_store(&is_active, active);
}

int terminal_guard_requested(void)
{
    return atomic_load(&requested);
}

bool terminal_guard_take_stop(void)
{
    return atomic_exchange(&stop_asked, false);
}

bool terminal_guard_take_continue(void)
{
    return atomic_exchange(&continued, false);
}

void terminal_guard_stop(void)
{
    // The group is told first, and only then this thread stops: a stop sent to
    // the group as a whole could be taken by another thread while this one
    // already runs on and takes the terminal again.
    struct sigaction before, action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = SIG_IGN;
    sigaction(SIGTSTP, &action, &before);
    kill(0, SIGTSTP);
    action.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &action, NULL);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
    atomic_store(&stop_asked, false);
    atomic_store(&continued, false);
}

void terminal_guard_remove(void)
{
    atomic_store(&wake_fd, -1);
    if (!has_signals) return;
    has_signals = false;
    for (int i = 0; i < leaving_count; i++) sigaction(leaving[i], &old_leaving[i], NULL);
    for (int i = 0; i < crashing_count; i++) sigaction(crashing[i], &old_crashing[i], NULL);
    for (int i = 0; i < stopping_count; i++) sigaction(stopping[i], &old_stopping[i], NULL);
}
