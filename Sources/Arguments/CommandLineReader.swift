extension Command {
    /// What a command line asks for.
    package enum Request: Sendable {
        /// To run the command that the path names.
        case run(ParsedArguments)
        /// To show a help text.
        case help(String)
    }

    /// Reads a command line.
    ///
    /// Options may stand before, between and after arguments; after `--` everything is an argument, and so is `-`.
    /// `--help` and `-h` win over every mistake but an unknown command.
    ///
    /// - Parameter arguments: The words after the program's name.
    /// - Returns: What to do.
    /// - Throws: ``UsageError`` for the first mistake.
    package func parse(_ arguments: [String]) throws(UsageError) -> Request {
        try parse(arguments[...], path: [name])
    }

    private func parse(_ arguments: ArraySlice<String>, path: [String]) throws(UsageError) -> Request {
        guard !subcommands.isEmpty else { return try parseOwn(arguments, path: path) }
        let place = path.joined(separator: " ")
        guard let word = arguments.first else {
            throw .missingCommand(path: place, known: subcommands.map(\.name))
        }
        if word == "--help" || word == "-h" || word == "help" { return .help(help(path: path)) }
        guard let next = subcommands.first(where: { $0.name == word }) else {
            if word.hasPrefix("-") { throw .unknownOption(word, path: place, suggestion: nil) }
            let near = Suggestion.nearest(to: word, among: subcommands.map(\.name))
            throw .unknownCommand(word, path: place, suggestion: near)
        }
        return try next.parse(arguments.dropFirst(), path: path + [next.name])
    }

    private func parseOwn(_ arguments: ArraySlice<String>, path: [String]) throws(UsageError) -> Request {
        let own = arguments.prefix { $0 != "--" }
        if own.contains("--help") || own.contains("-h") { return .help(help(path: path)) }
        var reader = CommandLineReader(self, path: path)
        try reader.read(arguments)
        return .run(try reader.finish())
    }
}

/// Reads the words after a command.
private struct CommandLineReader {
    private let command: Command
    private let place: String
    private var parsed: ParsedArguments
    private var words: [String] = []

    init(_ command: Command, path: [String]) {
        self.command = command
        place = path.joined(separator: " ")
        parsed = ParsedArguments(path: path, command: command)
    }

    mutating func read(_ arguments: ArraySlice<String>) throws(UsageError) {
        var rest = arguments
        while let word = rest.popFirst() {
            if word == "--" {
                words += rest
                return
            }
            if word.hasPrefix("-") && word != "-" {
                try readOption(word, &rest)
            } else {
                words.append(word)
            }
        }
    }

    private mutating func readOption(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let equals = word.hasPrefix("--") ? word.firstIndex(of: "=") : nil
        let written = String(word[..<(equals ?? word.endIndex)])
        let option = try find(written)
        let attached = equals.map { String(word[word.index(after: $0)...]) }
        if option.kind == .flag {
            guard attached == nil else { throw .unexpectedValue(option: option.name, path: place) }
            try store("", for: option)
        } else {
            guard let value = attached ?? rest.popFirst() else {
                throw .missingValue(option: option.name, path: place)
            }
            try store(value, for: option)
        }
    }

    private func find(_ written: String) throws(UsageError) -> Option {
        let found = command.options.first { option in
            written == "--\(option.name)" || option.letter.map { written == "-\($0)" } ?? false
        }
        if let found { return found }
        let near = Suggestion.nearest(to: written, among: command.options.map { "--\($0.name)" } + ["--help"])
        throw .unknownOption(written, path: place, suggestion: near)
    }

    private mutating func store(_ value: String, for option: Option) throws(UsageError) {
        if case .choice(let words) = option.kind, !words.contains(value) {
            throw .badChoice(option: option.name, value: value, known: words, path: place)
        }
        guard option.isRepeated || parsed.optionValues[option.name] == nil else {
            throw .repeated(option: option.name, path: place)
        }
        parsed.optionValues[option.name, default: []].append(value)
    }

    mutating func finish() throws(UsageError) -> ParsedArguments {
        for option in command.options where option.isRequired && parsed.optionValues[option.name] == nil {
            throw .missingOption(option.name, path: place)
        }
        var rest = words[...]
        for positional in command.positionals {
            let taken = positional.isRest ? rest : rest.prefix(1)
            guard taken.count >= positional.minimum else { throw .missingArgument(positional.name, path: place) }
            parsed.positionalValues[positional.name] = Array(taken)
            rest = rest.dropFirst(taken.count)
        }
        if let extra = rest.first { throw .extraArgument(extra, path: place) }
        return parsed
    }
}
