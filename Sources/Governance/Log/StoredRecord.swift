internal import Syntax

/// A noun of the domain that is kept as one row, and travels in one leaf.
protocol StoredRecord: Sendable {
    /// The record in the log's restricted profile: names of a-z, 0-9 and `_`, whole numbers, texts.
    var json: JSON { get }

    /// Reads what ``json`` wrote.
    init(_ reader: RecordReader) throws(LogDamaged)
}
