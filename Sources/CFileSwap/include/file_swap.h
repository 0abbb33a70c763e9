#ifndef DOORSTEP_FILE_SWAP_H
#define DOORSTEP_FILE_SWAP_H

/// Gives two files each other's name, in one step: at no moment is either
/// name without a file. The C library has a function for it that Swift does
/// not see.
///
/// Returns 0, or -1 with `errno`; `EINVAL` or `ENOSYS` where the file system
/// or the kernel does not know how.
int doorstep_swap_files(const char *one, const char *other);

#endif
