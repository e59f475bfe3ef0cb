internal import Contracts

/// Reads the text of one file into a schema; names are not looked up yet.
struct FileReader: ~Copyable {
    var schema: SchemaDraft
    var scanner: Scanner
    let file: Int
    /// Fields of messages that have not ended.
    var openFields: [FieldElement] = []
    var openOneofs: [OneofElement] = []
    var openExtensions: [FieldElement] = []
    /// The message that is being read, or -1.
    var message = -1
    var depth = 0
    private let limits = ProtobufLimits.contract

    /// Reads a file and adds it to a schema.
    ///
    /// - Throws: ``ContractFailure`` at the first place where the text is none.
    static func read(_ bytes: [UInt8], path: String, into schema: inout SchemaDraft) throws(ContractFailure) {
        var taken = SchemaDraft()
        swap(&taken, &schema)
        let file = taken.files.count
        var reader = FileReader(schema: consume taken, scanner: try Scanner(bytes, file: path), file: file)
        try reader.readFile(path)
        schema = reader.schema
    }

    private init(schema: SchemaDraft, scanner: Scanner, file: Int) {
        self.schema = schema
        self.scanner = scanner
        self.file = file
    }

    private mutating func readFile(_ path: String) throws(ContractFailure) {
        var element = FileElement()
        element.path = schema.names.intern(Array(path.utf8))
        schema.files.append(element)
        schema.texts.append(SourceText(scanner.bytes))
        let starts = Starts(schema)
        try readSyntax()
        while scanner.token.kind != .end { try readTopLevel() }
        let extensions = schema.fields.count
        schema.fields += openExtensions
        schema.files[file].extensions = extensions..<schema.fields.count
        schema.files[file].imports = starts.imports..<schema.imports.count
        schema.files[file].messages = starts.messages..<schema.messages.count
        schema.files[file].enums = starts.enums..<schema.enums.count
        schema.files[file].services = starts.services..<schema.services.count
        let count = schema.fields.count + schema.values.count + schema.methods.count + schema.messages.count
        guard count <= limits.elements else {
            throw failure(.limit, "a schema has at most \(limits.elements) elements (limit 'elements')", at: 0)
        }
    }

    private struct Starts {
        let imports, messages, enums, services: Int

        init(_ schema: SchemaDraft) {
            imports = schema.imports.count
            messages = schema.messages.count
            enums = schema.enums.count
            services = schema.services.count
        }
    }

    private mutating func readSyntax() throws(ContractFailure) {
        let isEdition = scanner.isWord("edition")
        guard isEdition || scanner.isWord("syntax") else { return }
        let start = scanner.token.start
        schema.files[file].syntaxStart = start
        schema.files[file].hasSyntax = true
        try scanner.advance()
        try expect("=")
        let value = scanner.token.start
        let word = String(decoding: try readString(), as: UTF8.self)
        switch (isEdition, word) {
        case (false, "proto2"): break
        case (false, "proto3"): schema.files[file].syntax = .proto3
        case (true, "2023"): schema.files[file].syntax = .edition2023
        case (true, _): throw scanner.failure("the edition \"2023\"", found: "\"\(word)\"", at: value)
        default: throw scanner.failure("\"proto2\" or \"proto3\"", found: "\"\(word)\"", at: value)
        }
        schema.files[file].features = Features(schema.files[file].syntax)
        try expect(";")
    }

    private mutating func readTopLevel() throws(ContractFailure) {
        if scanner.isSign(";") { return try scanner.advance() }
        if scanner.isWord("message") {
            try readMessage()
        } else if scanner.isWord("enum") {
            try readEnum()
        } else if scanner.isWord("service") {
            try readService()
        } else if scanner.isWord("extend") {
            try readExtend()
        } else if scanner.isWord("import") {
            try readImport()
        } else if scanner.isWord("package") {
            try readPackage()
        } else if scanner.isWord("option") {
            let set = optionSet(schema.files[file].options)
            schema.files[file].options = set
            try readOptionStatement(into: set)
        } else {
            throw scanner.failure("a definition such as 'message'")
        }
    }

    private mutating func readImport() throws(ContractFailure) {
        let start = scanner.token.start
        try scanner.advance()
        var kind = ImportElement.Kind.plain
        if scanner.isWord("public") { kind = .isPublic } else if scanner.isWord("weak") { kind = .weak }
        if scanner.isWord("option") { kind = .option }
        if kind != .plain { try scanner.advance() }
        let path = schema.names.intern(try readString())
        try expect(";")
        schema.imports.append(ImportElement(path: path, kind: kind, start: start))
    }

    private mutating func readPackage() throws(ContractFailure) {
        guard schema.files[file].packageStart < 0 else {
            throw scanner.failure("one package only", at: scanner.token.start)
        }
        schema.files[file].packageStart = scanner.token.start
        try scanner.advance()
        let start = scanner.token.start
        let name = try readDottedName()
        schema.files[file].package = name
        let bytes = schema.names.utf8(name)
        let dots = bytes.count { $0 == UInt8(ascii: ".") }
        guard bytes.count < 512, dots <= 100 else {
            throw failure(.name, "a package's name has less than 512 characters and at most 100 dots", at: start)
        }
        try expect(";")
    }
}

extension FileReader {
    /// The failure of an element.
    func failure(_ fault: ProtobufFault, _ message: String, at offset: Int) -> ContractFailure {
        scanner.failure(fault, message, at: offset)
    }

    /// Moves past a sign.
    mutating func expect(_ sign: Unicode.Scalar) throws(ContractFailure) {
        guard scanner.isSign(sign) else { throw scanner.failure("'\(sign)'") }
        try scanner.advance()
    }

    /// Moves past a sign where it is there.
    mutating func skip(_ sign: Unicode.Scalar) throws(ContractFailure) -> Bool {
        guard scanner.isSign(sign) else { return false }
        try scanner.advance()
        return true
    }

    /// Reads a word as a name.
    mutating func readName(_ expected: String = "a name") throws(ContractFailure) -> Int {
        guard scanner.token.kind == .word else { throw scanner.failure(expected) }
        let name = schema.names.intern(scanner.bytes, scanner.token.start..<scanner.token.end)
        try scanner.advance()
        return name
    }

    /// Reads names with dots between, and one before where that is allowed.
    mutating func readDottedName(mayBeAbsolute: Bool = false) throws(ContractFailure) -> Int {
        let start = scanner.token.start
        var end = start
        var length = 0
        if mayBeAbsolute, scanner.isSign(".") { try take(&end, &length) }
        while true {
            guard scanner.token.kind == .word else { throw scanner.failure("a name") }
            try take(&end, &length)
            guard scanner.isSign(".") else { break }
            try take(&end, &length)
        }
        if end - start == length { return schema.names.intern(scanner.bytes, start..<end) }
        // Space and comments may stand between the parts.
        var parts = try Scanner(Array(scanner.bytes[start..<end]), file: scanner.file)
        var name: [UInt8] = []
        while parts.token.kind != .end {
            name += parts.slice
            try parts.advance()
        }
        return schema.names.intern(name)
    }

    private mutating func take(_ end: inout Int, _ length: inout Int) throws(ContractFailure) {
        end = scanner.token.end
        length += end - scanner.token.start
        try scanner.advance()
    }

    /// Reads one string or several that stand behind each other.
    mutating func readString() throws(ContractFailure) -> [UInt8] {
        guard scanner.token.kind == .string else { throw scanner.failure("a string") }
        var bytes: [UInt8] = []
        while scanner.token.kind == .string {
            bytes += try scanner.string()
            try scanner.advance()
        }
        return bytes
    }

    /// Reads a whole number that fits in 64 bits, with a minus where that is allowed.
    mutating func readInteger(mayBeNegative: Bool = false) throws(ContractFailure) -> Int {
        let isNegative = mayBeNegative && scanner.isSign("-")
        if isNegative { try scanner.advance() }
        guard scanner.token.kind == .integer, let value = scanner.integer, value <= UInt64(Int.max) else {
            throw scanner.failure("a whole number")
        }
        try scanner.advance()
        return isNegative ? -Int(value) : Int(value)
    }

    /// Goes one message deeper.
    mutating func descend() throws(ContractFailure) {
        depth += 1
        let most = ProtobufLimits.contract.nesting
        guard depth <= most else {
            throw failure(
                .limit,
                "messages lie in each other at most \(most) deep (limit 'nesting')",
                at: scanner.token.start
            )
        }
    }
}
