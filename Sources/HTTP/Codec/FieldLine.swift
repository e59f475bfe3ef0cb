/// A field line cut into name and value.
///
/// - SeeAlso: RFC 9112, section 5.
struct FieldLine {
    /// Where the name lies in the octets that the line is a slice of.
    let name: Range<Int>
    /// Where the value lies, without the spaces and tabs around it.
    let value: Range<Int>

    /// Reads a line without its end; nil where no token stands right before a colon, and so for a folded line.
    ///
    /// - Parameter line: Holds no control character but tab; the scanner has seen to that.
    @inline(__always) init?(_ line: ArraySlice<UInt8>) {
        var colon = line.startIndex
        while colon < line.endIndex, OctetClass.token.contains(line[colon]) { colon += 1 }
        guard colon > line.startIndex, colon < line.endIndex, line[colon] == .colon else { return nil }
        var start = colon + 1
        var end = line.endIndex
        while start < end, line[start] == .space || line[start] == .tab { start += 1 }
        while end > start, line[end - 1] == .space || line[end - 1] == .tab { end -= 1 }
        name = line.startIndex..<colon
        value = start..<end
    }
}
