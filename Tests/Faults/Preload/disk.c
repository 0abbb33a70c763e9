// A disk that remembers what it was asked, and fails where it is told to.
//
// Loaded before the C library (LD_PRELOAD), it stands between a program and
// its files in one folder. Every call that changes something there - creating
// a file, writing, cutting to a length, syncing, removing - has a number,
// counted from 1; reading is left alone, unless reading is what is counted.
//
//   DISK_FOLDER   the folder; files elsewhere are not looked at
//   DISK_LOG      the file in which to write down each call, in order
//   DISK_AT       the number of the call at which something happens:
//   DISK_DO         kill     the process is killed before it
//                   half     the same, but half of a write gets through
//                   stop     the process is stopped before it (SIGSTOP)
//                   fail     it is not done, and fails with DISK_ERRNO
//                   swallow  it is not done, and reports success
//   DISK_ONLY     the one file on which calls count for DISK_AT
//   DISK_WHEN     a file: calls are counted once it is there
//   DISK_EVER     that call and every later one, not that one alone
//   DISK_READS    calls that read are counted, written down and fail, and
//                 those that change something are left alone
//
// A line of the log is a head of 32 bytes, the path, and what was written:
// see `struct head`. What the program writes to its standard output stands in
// the log too, between the calls, as what it has acknowledged by then.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { path_room = 1024 };

struct head {
    // 'C'reated, 'W'ritten, cu'T', 'S'ynced, folder synce'D', 'U'nlinked,
    // 'A'cknowledged; 'P': read from, of which nothing else stands there.
    uint8_t kind;
    uint8_t unused[3];
    uint32_t path_length;
    uint64_t file;    // the inode: a name may be used again
    uint64_t offset;  // for a cut: the length
    uint64_t length;  // of what follows the path
};
_Static_assert(sizeof(struct head) == 32, "the reader counts on it");

enum deed { nothing, killed, halved, stopped, failed, swallowed };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *folder, *only, *when;
static int log_file = -1;
static long at, count;
static enum deed what;
static int error_number;
static int is_ever, is_reading;

// Straight to the kernel: the names below are our own here.
static ssize_t raw_write(int fd, const void *bytes, size_t length)
{
    return syscall(SYS_write, fd, bytes, length);
}

__attribute__((constructor)) static void set_up(void)
{
    folder = getenv("DISK_FOLDER");
    only = getenv("DISK_ONLY");
    when = getenv("DISK_WHEN");
    const char *log = getenv("DISK_LOG");
    if (log) log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const char *number = getenv("DISK_AT");
    at = number ? atol(number) : 0;
    const char *deed = getenv("DISK_DO");
    static const char *const names[] = { "", "kill", "half", "stop", "fail", "swallow" };
    for (int i = 1; deed && i <= swallowed; i++) if (strcmp(deed, names[i]) == 0) what = i;
    const char *errno_text = getenv("DISK_ERRNO");
    error_number = errno_text ? atoi(errno_text) : EIO;
    is_ever = getenv("DISK_EVER") != NULL;
    is_reading = getenv("DISK_READS") != NULL;
}

// Whether a path is within the folder, or the folder itself.
static int is_ours(const char *path)
{
    if (!folder || !path) return 0;
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

// The path from the root on of what a program may have named from where it
// is; the room is used where it has.
static const char *whole(const char *path, char *room)
{
    if (!path || path[0] == '/' || !getcwd(room, path_room / 2)) return path;
    size_t length = strlen(room);
    if (strncmp(path, "./", 2) == 0) path += 2;
    snprintf(room + length, path_room - length, strcmp(path, ".") == 0 ? "" : "/%s", path);
    return room;
}

static int path_of(int fd, char *path)
{
    if (!folder) return 0;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, path_room - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

static uint64_t file_of(int fd)
{
    struct stat status;
    return fstat(fd, &status) == 0 ? status.st_ino : 0;
}

static void note(char kind, const char *path, uint64_t file, uint64_t offset, const void *bytes, size_t length)
{
    if (log_file < 0 || is_reading != (kind == 'P')) return;
    struct head head = { .kind = (uint8_t)kind, .path_length = (uint32_t)strlen(path), .file = file, .offset = offset, .length = length };
    raw_write(log_file, &head, sizeof head);
    raw_write(log_file, path, head.path_length);
    if (length) raw_write(log_file, bytes, length);
}

// What is to become of the next call, of those that read or of those that
// change something. Taken with the turn held.
static enum deed deed_of_next(const char *path, int reads)
{
    if (reads != is_reading) return nothing;
    if (only && strcmp(path, only) != 0) return nothing;
    if (when && access(when, F_OK) != 0) return nothing;
    count++;
    if (what == nothing || !(count == at || (is_ever && count > at && at > 0))) return nothing;
    if (what == killed) syscall(SYS_kill, getpid(), SIGKILL);
    if (what == stopped) {
        syscall(SYS_kill, getpid(), SIGSTOP);
        return nothing;
    }
    return what;
}

// A call that has nothing but success and failure. `DO` is done with the
// turn held, so that the log has the order in which the kernel had it.
#define CALL(KIND, PATH, FILE, OFFSET, DO)                                  \
    do {                                                                    \
        pthread_mutex_lock(&turn);                                          \
        enum deed deed = deed_of_next(PATH, 0);                             \
        if (deed == halved) syscall(SYS_kill, getpid(), SIGKILL);           \
        if (deed == swallowed && (KIND) == 'C') deed = nothing;               \
        int result = deed == failed ? -1 : deed == swallowed ? 0 : (DO);    \
        int error = deed == failed ? error_number : errno;                  \
        if (result >= 0 && deed != swallowed) note(KIND, PATH, FILE, OFFSET, NULL, 0); \
        pthread_mutex_unlock(&turn);                                        \
        errno = error;                                                      \
        return result;                                                      \
    } while (0)

static ssize_t put(int fd, const void *bytes, size_t length, off64_t offset, int has_offset)
{
    char path[path_room];
    if (fd == STDOUT_FILENO && log_file >= 0) {
        pthread_mutex_lock(&turn);
        ssize_t result = raw_write(fd, bytes, length);
        if (result > 0) note('A', "", 0, 0, bytes, (size_t)result);
        pthread_mutex_unlock(&turn);
        return result;
    }
    if (!path_of(fd, path)) return has_offset ? syscall(SYS_pwrite64, fd, bytes, length, offset) : raw_write(fd, bytes, length);
    pthread_mutex_lock(&turn);
    if (!has_offset) offset = lseek64(fd, 0, SEEK_CUR);
    enum deed deed = deed_of_next(path, 0);
    ssize_t result;
    if (deed == halved) {
        syscall(SYS_pwrite64, fd, bytes, length / 2, offset);
        syscall(SYS_kill, getpid(), SIGKILL);
    }
    if (deed == failed) {
        result = -1;
        errno = error_number;
    } else if (deed == swallowed) {
        result = (ssize_t)length;
    } else {
        result = has_offset ? syscall(SYS_pwrite64, fd, bytes, length, offset) : raw_write(fd, bytes, length);
        int error = errno;
        if (result > 0) note('W', path, file_of(fd), (uint64_t)offset, bytes, (size_t)result);
        errno = error;
    }
    int error = errno;
    pthread_mutex_unlock(&turn);
    errno = error;
    return result;
}

ssize_t write(int fd, const void *bytes, size_t length) { return put(fd, bytes, length, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return put(fd, bytes, length, offset, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return put(fd, bytes, length, offset, 1); }

static ssize_t get(int fd, void *bytes, size_t length, off64_t offset, int has_offset)
{
    char path[path_room];
    if (is_reading && path_of(fd, path)) {
        pthread_mutex_lock(&turn);
        enum deed deed = deed_of_next(path, 1);
        note('P', path, file_of(fd), (uint64_t)offset, NULL, 0);
        pthread_mutex_unlock(&turn);
        if (deed == failed) {
            errno = error_number;
            return -1;
        }
    }
    return has_offset ? syscall(SYS_pread64, fd, bytes, length, offset) : syscall(SYS_read, fd, bytes, length);
}

ssize_t read(int fd, void *bytes, size_t length) { return get(fd, bytes, length, 0, 0); }
ssize_t pread(int fd, void *bytes, size_t length, off_t offset) { return get(fd, bytes, length, offset, 1); }
ssize_t pread64(int fd, void *bytes, size_t length, off64_t offset) { return get(fd, bytes, length, offset, 1); }

static int sync_file(int fd, long number)
{
    char path[path_room];
    if (!path_of(fd, path)) return (int)syscall(number, fd);
    struct stat status;
    int is_folder = fstat(fd, &status) == 0 && S_ISDIR(status.st_mode);
    CALL(is_folder ? 'D' : 'S', path, status.st_ino, 0, (int)syscall(number, fd));
}

int fsync(int fd) { return sync_file(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_file(fd, SYS_fdatasync); }

int ftruncate64(int fd, off64_t length)
{
    char path[path_room];
    if (!path_of(fd, path)) return (int)syscall(SYS_ftruncate, fd, length);
    CALL('T', path, file_of(fd), (uint64_t)length, (int)syscall(SYS_ftruncate, fd, length));
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int unlink(const char *named)
{
    struct stat status;
    char room[path_room];
    const char *path = whole(named, room);
    if (!is_ours(path) || stat(path, &status) != 0) return (int)syscall(SYS_unlink, path);
    CALL('U', path, status.st_ino, 0, (int)syscall(SYS_unlink, path));
}

int rename(const char *from, const char *named)
{
    struct stat status;
    char room[path_room];
    const char *to = whole(named, room);
    if (!is_ours(to) || stat(from, &status) != 0) return (int)syscall(SYS_rename, from, to);
    CALL('R', to, status.st_ino, 0, (int)syscall(SYS_rename, from, to));
}

static int open_file(const char *named, int flags, mode_t mode)
{
    struct stat status;
    char room[path_room];
    const char *path = whole(named, room);
    if (!(flags & O_CREAT) || !is_ours(path) || stat(path, &status) == 0) {
        return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    }
    int descriptor = -1;
    CALL('C', path, file_of(descriptor), 0, descriptor = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_file(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_file(path, flags, mode);
}
