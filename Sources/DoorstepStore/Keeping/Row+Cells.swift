import Foundation
import GRDB

/// A row's values, where a value that the schema does not allow is an error
/// and not the end of the program: in a damaged file anything can stand
/// anywhere.
extension Row {
    func text(_ index: Int) throws -> String { try decode(String.self, atIndex: index) }

    func number(_ index: Int) throws -> Int { try decode(Int.self, atIndex: index) }

    func numberIfAny(_ index: Int) throws -> Int? { try decode(Int?.self, atIndex: index) }

    func bytes(_ index: Int) throws -> [UInt8] { Array(try decode(Data.self, atIndex: index)) }
}

extension String {
    /// Without the character NUL, at which SQLite ends a text: what is hashed
    /// has to be what is kept.
    var withoutNUL: String { contains("\0") ? replacing("\0", with: "") : self }
}
