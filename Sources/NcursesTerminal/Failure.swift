extension NcursesTerminal {
    /// Why there is no terminal to work on.
    public enum Failure: Error, Equatable {
        /// The program has no controlling terminal.
        case noTerminal
        /// Neither this terminal nor any common one is described on the
        /// machine.
        case unknownTerminal(String)
        /// The terminal cannot place its cursor; the name may be empty.
        case dumbTerminal(String)
        /// The machine has no locale with Unicode.
        case noUnicodeLocale
    }
}
