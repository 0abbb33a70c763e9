import Foundation
import CFuzzer

/// Feeds one of the readers of foreign bytes with whatever libFuzzer thinks
/// of: `Fuzzer READER [libFuzzer's own arguments]`.
@main
struct Fuzzer {
    /// The reader that the command line names.
    static let reader: (any Reader)? = CommandLine.arguments.dropFirst().first.flatMap { Readers.named($0) }

    static func main() {
        guard reader != nil else {
            print("usage: Fuzzer READER [-max_total_time=SECONDS …] [CORPUS], READER one of \(Readers.names.joined(separator: ", "))")
            return
        }
        // The driver knows nothing of the reader's name.
        var arguments = CommandLine.arguments.enumerated().filter { $0.offset != 1 }.map { strdup($0.element) } + [nil]
        var count = Int32(arguments.count - 1)
        arguments.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            _ = LLVMFuzzerRunDriver(&count, &start) { bytes, size in
                Fuzzer.reader?.read(Array(UnsafeBufferPointer(start: bytes, count: size)))
                return 0
            }
        }
    }
}
