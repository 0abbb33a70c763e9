import Crypto

/// Bytes about to be hashed: fields one after the other, each with its
/// length in four bytes, highest first, before it.
///
/// All of the store's hashes are SHA-256 over such fields, of which the
/// first is a tag that names what is hashed and the version of how. Texts
/// are UTF-8, numbers eight bytes with the highest first. A field cannot run
/// over into the next, so that two different lists never give the same
/// bytes.
struct HashedFields {
    private(set) var bytes: [UInt8] = []

    init(_ tag: String) {
        add(tag)
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    mutating func add(_ field: some Collection<UInt8>) {
        withUnsafeBytes(of: UInt32(clamping: field.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: field)
    }

    mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).bigEndian) { add($0) }
    }

    var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }
}

/// Hexadecimal, lower case.
enum Hex {
    static func text(_ bytes: some Collection<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Nil where the text is none.
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for letter in text.utf8 {
            let value: UInt8
            switch letter {
            case 48...57: value = letter - 48
            case 97...102: value = letter - 87
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return high == nil ? bytes : nil
    }
}
