// A clock that is wrong.
//
//   CLOCK_OFFSET  seconds to add to what the clock says
//   CLOCK_FILE    a file that holds how often a clock was asked: each time it
//                 says one second less, in this process and in later ones
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t wrong(time_t seconds)
{
    const char *offset = getenv("CLOCK_OFFSET");
    if (offset) seconds += atol(offset);
    const char *path = getenv("CLOCK_FILE");
    int file = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    if (file < 0) return seconds;
    int64_t asked = 0;
    if (syscall(SYS_pread64, file, &asked, sizeof asked, 0L) != sizeof asked) asked = 0;
    asked++;
    syscall(SYS_pwrite64, file, &asked, sizeof asked, 0L);
    close(file);
    return seconds - 2 * asked;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int result = (int)syscall(SYS_clock_gettime, clock, now);
    // Only what tells the time of day: waiting goes by another clock.
    if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec = wrong(now->tv_sec);
    return result;
}

time_t time(time_t *result)
{
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
    if (result) *result = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone)
{
    (void)zone;
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
    *result = (struct timeval){ .tv_sec = now.tv_sec, .tv_usec = now.tv_nsec / 1000 };
    return 0;
}
