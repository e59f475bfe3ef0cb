internal import Contracts

extension FileReader {
    /// Reads `extensions 4 to 10, 20 [ … ];`.
    mutating func readExtensionRanges(_ ranges: inout [NumberRange]) throws(ContractFailure) {
        try scanner.advance()
        let first = ranges.count
        repeat { ranges.append(try readRange(least: 1, most: 536_870_911)) } while try skip(",")
        if scanner.isSign("[") {
            let set = optionSet(-1)
            for place in first..<ranges.count { ranges[place].options = set }
            try readOptionList(into: set)
        }
        try expect(";")
    }

    /// Reads reserved numbers, or reserved names.
    mutating func readReserved(_ ranges: inout [NumberRange], _ names: inout [ReservedName], least: Int = 1, most: Int)
        throws(ContractFailure)
    {
        try scanner.advance()
        if scanner.token.kind == .integer || scanner.isSign("-") {
            repeat { ranges.append(try readRange(least: least, most: most)) } while try skip(",")
        } else {
            repeat { names.append(try readReservedName()) } while try skip(",")
        }
        try expect(";")
    }

    private mutating func readReservedName() throws(ContractFailure) -> ReservedName {
        let start = scanner.token.start
        let isWord = scanner.token.kind == .word
        let isEdition = schema.files[file].syntax == .edition2023
        guard isWord || scanner.token.kind == .string else { throw scanner.failure("a name or a number") }
        guard isWord == isEdition else {
            throw scanner.failure(
                isEdition ? "a name without quotes, as in editions" : "a name in quotes, as before editions"
            )
        }
        if isWord { return ReservedName(name: try readName(), start: start) }
        let bytes = try readString()
        let isName =
            bytes.first.map(Scanner.isLetter) ?? false
            && bytes.allSatisfy { Scanner.isLetter($0) || Scanner.isDigit($0) }
        guard isName else { throw failure(.name, "a reserved name is a name", at: start) }
        return ReservedName(name: schema.names.intern(bytes), start: start)
    }

    private mutating func readRange(least: Int, most: Int) throws(ContractFailure) -> NumberRange {
        let start = scanner.token.start
        let first = try readInteger(mayBeNegative: least < 0)
        var range = NumberRange(first: first, last: first, start: start, endStart: start)
        if scanner.isWord("to") {
            try scanner.advance()
            range.endStart = scanner.token.start
            if scanner.isWord("max") {
                try scanner.advance()
                range.last = most
            } else {
                range.last = try readInteger(mayBeNegative: least < 0)
            }
        }
        // A message set has room for more numbers; whether it is one is known at its end.
        let bound = least == 1 ? max(most, 2_147_483_646) : most
        guard range.first >= least, range.first <= bound, range.last >= least, range.last <= bound else {
            throw failure(.range, "numbers go from \(least) to \(most)", at: start)
        }
        guard range.first <= range.last else { throw failure(.range, "a range begins at its lower end", at: start) }
        return range
    }
}
