// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Every Swift target is held to the same rules: Swift 6 language mode (the
/// tools version's default), and no warning.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

/// The tests of an optimized program are not optimized themselves: it would
/// take long, and what they call is.
let tests: [SwiftSetting] = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// Modules are listed from the top of the house to the bottom; a module
/// depends only on what stands below it.
let package = Package(
    name: "doorstep",
    products: [
        .executable(name: "doorstep", targets: ["doorstep"]),
        .executable(name: "doorstep-bench", targets: ["doorstep-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        .executableTarget(
            name: "doorstep",
            dependencies: [
                "NcursesTerminal", "PlainTerminal", "TerminalDevice", "DoorstepConsole", "DoorstepExchange", "DoorstepStore", "DoorstepCore", "CResources",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "doorstep-bench",
            dependencies: [
                "DoorstepConsole", "TerminalUI", "StationGenerator", "DoorstepExchange", "DoorstepStore", "DoorstepCore", "CResources", "CXLSXWriter",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(name: "NcursesTerminal", dependencies: ["TerminalUI", "TerminalDevice", "CNcurses", "CTerminalGuard", "CTerminalWidth"], swiftSettings: strict),
        .target(name: "PlainTerminal", dependencies: ["TerminalUI", "TerminalDevice", "CTerminalGuard"], swiftSettings: strict),
        .target(name: "TerminalDevice", swiftSettings: strict),
        .target(name: "DoorstepConsole", dependencies: ["TerminalUI", "DoorstepCore"], swiftSettings: strict),
        .target(name: "TerminalUI", swiftSettings: strict),
        .target(name: "StationGenerator", dependencies: ["DoorstepExchange", "DoorstepCore"], swiftSettings: strict),
        .target(name: "DoorstepExchange", dependencies: ["DoorstepCore", "CZip", "CExpat", "CXLSXWriter"], swiftSettings: strict),
        .target(
            name: "DoorstepStore",
            dependencies: [
                "DoorstepCore", "CFileSwap",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "DoorstepCore",
            dependencies: ["CPrefetch", .product(name: "HashTreeCollections", package: "swift-collections")],
            swiftSettings: strict),
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
        // Workbooks (XLSX): a zip container of XML is read, and written.
        .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "CTerminalGuard"),
        .target(name: "CTerminalWidth"),
        .target(name: "CResources"),
        .target(name: "CPrefetch"),
        .target(name: "CFileSwap"),

        .testTarget(name: "DoorstepCoreTests", dependencies: ["DoorstepCore", "CResources"], exclude: ["Planning/Fixtures"], swiftSettings: tests),
        .testTarget(name: "DoorstepStoreTests", dependencies: ["DoorstepStore", "DoorstepConsole", "CResources"], swiftSettings: tests),
        .testTarget(name: "DoorstepExchangeTests", dependencies: ["DoorstepExchange", "CResources", "CZip", "CXLSXWriter"], swiftSettings: tests),
        .testTarget(
            name: "StationGeneratorTests", dependencies: ["StationGenerator", "CResources"], swiftSettings: tests),
        .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI"], swiftSettings: tests),
        // One terminal in a process: both are tested in one place, one after the other.
        .testTarget(name: "NcursesTerminalTests", dependencies: ["NcursesTerminal", "PlainTerminal", "TerminalUI"], swiftSettings: tests),
        .testTarget(
            name: "DoorstepConsoleTests", dependencies: ["DoorstepConsole", "DoorstepExchange", "CResources"], exclude: ["Snapshots"], swiftSettings: tests),
        // Drives the program itself, by its commands and in a real terminal.
        .testTarget(
            name: "DoorstepTests", dependencies: ["doorstep", "DoorstepConsole", "DoorstepCore", "TerminalUI"], swiftSettings: tests),
        // Everything that can befall a store, and the program that it befalls.
        .testTarget(
            name: "DoorstepFaultTests",
            dependencies: ["StoreWorker", "doorstep", "DoorstepStore", "DoorstepCore", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/Faults/DoorstepFaultTests", swiftSettings: tests),
        .executableTarget(
            name: "StoreWorker", dependencies: ["DoorstepStore", "DoorstepCore", "CResources", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/Faults/StoreWorker", swiftSettings: strict),
    ],
    cLanguageStandard: .c2x
)

// The fuzzers need instrumentation and libFuzzer, which only `.ci/fuzz` has.
// What is other people's is built without: that takes less time, and leaves
// libFuzzer's attention to the readers.
if ProcessInfo.processInfo.environment["DOORSTEP_FUZZ"] != nil {
    let address = "-sanitize=address"
    let instrumented: [SwiftSetting] = [
        .unsafeFlags([address, "-sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table", "-enable-testing"])
    ]
    package.targets += [
        .target(name: "CFuzzer", path: "Tests/Fuzzers/CFuzzer"),
        .executableTarget(
            name: "Fuzzer", dependencies: ["CFuzzer", "DoorstepStore", "DoorstepExchange", "DoorstepCore", "TerminalUI", "CResources", "CZip"],
            path: "Tests/Fuzzers/Fuzzer", swiftSettings: strict, linkerSettings: [.unsafeFlags([address])]),
    ]
    for target in package.targets where target.swiftSettings != nil { target.swiftSettings? += instrumented }
}
