import CNcurses

/// Sets how curses takes bytes for characters.
enum UnicodeLocale {
    /// Sets the character type of the process to one with UTF-8: the
    /// environment's, or a plain one where the environment asks for another.
    /// Nothing but the character type changes, so numbers keep their point.
    static func establish() throws(NcursesTerminal.Failure) {
        for name in ["", "C.UTF-8", "C.utf8", "zh_CN.UTF-8", "en_US.UTF-8"] {
            if setlocale(LC_CTYPE, name) != nil, nc_is_utf8() { return }
        }
        throw .noUnicodeLocale
    }
}
