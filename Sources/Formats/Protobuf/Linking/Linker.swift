internal import Contracts

/// Looks up every name of the files that were read last, and checks them as `protoc` does.
struct Linker: ~Copyable {
    var schema: SchemaDraft
    /// The first file that is not linked yet.
    let first: Int
    /// By file, whether the file that is linked may use its names.
    var visible: [Bool] = []
    /// Which names a message's fields have, as they are written in JSON.
    var jsonNames = NameMarks()
    /// The same for the names that they would have if none were chosen.
    var usualNames = NameMarks()
    /// Where the letters of a name are put together.
    var letters: [UInt8] = []

    /// Links the files from one on.
    ///
    /// - Throws: ``ContractFailure`` at the first fault.
    static func link(_ schema: inout SchemaDraft, from first: Int) throws(ContractFailure) {
        var taken = SchemaDraft()
        swap(&taken, &schema)
        var linker = Linker(schema: consume taken, first: first)
        try linker.link()
        schema = linker.schema
    }

    private init(schema: SchemaDraft, first: Int) {
        self.schema = schema
        self.first = first
    }

    private mutating func link() throws(ContractFailure) {
        try findImports()
        for file in first..<schema.files.count { try declare(file) }
        findWellKnown()
        for file in first..<schema.files.count {
            try see(from: file)
            try resolve(file)
        }
        for file in first..<schema.files.count {
            try see(from: file)
            try readOptions(of: file, .features)
        }
        for file in first..<schema.files.count { resolveFeatures(file) }
        for file in first..<schema.files.count {
            try see(from: file)
            try readOptions(of: file, .others)
        }
        try check()
    }

    /// A failure in a file.
    func failure(_ fault: ProtobufFault, _ message: String, at offset: Int, file: Int) -> ContractFailure {
        ContractFailure(fault.rawValue, at: schema.place(offset, file: file, ""), message)
    }

    /// A name as text.
    func text(_ name: Int) -> String { schema.names.text(name) }

    // MARK: Imports

    private mutating func findImports() throws(ContractFailure) {
        var byPath: [Int: Int] = [:]
        for file in schema.files.indices { byPath[schema.files[file].path] = file }
        for file in first..<schema.files.count {
            var seen: Set<Int> = []
            for index in schema.files[file].imports {
                let item = schema.imports[index]
                guard seen.insert(item.path).inserted else {
                    throw failure(
                        .unresolvedImport,
                        "'\(text(item.path))' is imported twice",
                        at: item.start,
                        file: file
                    )
                }
                guard let target = byPath[item.path] else {
                    let message = "expected the imported file '\(text(item.path))' among the files, found none"
                    throw failure(.unresolvedImport, message, at: item.start, file: file)
                }
                schema.imports[index].file = target
            }
        }
        try checkCycles()
    }

    private func checkCycles() throws(ContractFailure) {
        // 0 not seen, 1 on the way, 2 done.
        var states = [UInt8](repeating: 0, count: schema.files.count)
        for file in 0..<first { states[file] = 2 }
        for start in first..<schema.files.count where states[start] == 0 {
            var stack = [(file: start, next: schema.files[start].imports.lowerBound)]
            states[start] = 1
            while let top = stack.last {
                guard top.next < schema.files[top.file].imports.upperBound else {
                    states[top.file] = 2
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let target = schema.imports[top.next].file
                if states[target] == 1 {
                    let message = "imports lead in a circle: '\(text(schema.files[target].path))' imports this file"
                    throw failure(.unresolvedImport, message, at: schema.imports[top.next].start, file: top.file)
                }
                guard states[target] == 0 else { continue }
                states[target] = 1
                stack.append((target, schema.files[target].imports.lowerBound))
            }
        }
    }

    /// Finds what a file may use: itself, what it imports, and what that imports publicly.
    private mutating func see(from file: Int) throws(ContractFailure) {
        visible = Array(repeating: false, count: schema.files.count)
        visible[file] = true
        var open = schema.files[file].imports.map { schema.imports[$0].file }
        while let next = open.popLast() {
            guard !visible[next] else { continue }
            visible[next] = true
            for index in schema.files[next].imports where schema.imports[index].kind == .isPublic {
                open.append(schema.imports[index].file)
            }
        }
    }
}
