#pragma once

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <xlsxwriter.h>

// What the library does not tell: it writes the rows of a sheet to a file of
// its own as they come, and never looks whether that went well.
static inline bool xw_has_lost_rows(const lxw_worksheet *sheet) {
    return sheet->optimize_tmpfile && (fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile));
}

// The bytes of the rows that were written so far, the current one left out.
static inline long long xw_size_of_rows(const lxw_worksheet *sheet) {
    return sheet->optimize_tmpfile ? (long long)ftello(sheet->optimize_tmpfile) : 0;
}

// Fewer, larger writes than the 4 KB that streams begin with.
static inline void xw_widen_buffer(lxw_worksheet *sheet) {
    if (sheet->optimize_tmpfile) setvbuf(sheet->optimize_tmpfile, NULL, _IOFBF, 1 << 18);
}

// Closes a workbook without the lines that the library writes to standard
// error by itself, into the middle of whatever is on the screen. `code` is the
// system's reason, where there is one. Not from two threads at once.
static inline lxw_error xw_close(lxw_workbook *workbook, int *code) {
    FILE *shown = stderr;
    FILE *nowhere = fopen("/dev/null", "w");
    if (nowhere) stderr = nowhere;
    errno = 0;
    lxw_error error = workbook_close(workbook);
    *code = errno;
    stderr = shown;
    if (nowhere) fclose(nowhere);
    return error;
}

// Gives a workbook up without writing it.
static inline void xw_abandon(lxw_workbook *workbook) { lxw_workbook_free(workbook); }
