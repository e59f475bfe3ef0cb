/// Why a command line cannot be understood.
package enum UsageError: Error, Hashable, Sendable {
    /// No command was named.
    case missingCommand(path: String, known: [String])
    /// The command does not exist.
    case unknownCommand(String, path: String, suggestion: String?)
    /// The option does not exist.
    case unknownOption(String, path: String, suggestion: String?)
    /// The option needs a value.
    case missingValue(option: String, path: String)
    /// The option takes no value.
    case unexpectedValue(option: String, path: String)
    /// The value is none of the words that the option takes.
    case badChoice(option: String, value: String, known: [String], path: String)
    /// The option may be given once only.
    case repeated(option: String, path: String)
    /// The option must be given.
    case missingOption(String, path: String)
    /// An argument is missing.
    case missingArgument(String, path: String)
    /// There is an argument too many.
    case extraArgument(String, path: String)

    /// Stable code of every usage error.
    package static let code = "USAGE"

    /// The command that was being read, such as `canon audit verify`.
    package var path: String {
        switch self {
        case .missingCommand(let path, _), .unknownCommand(_, let path, _), .unknownOption(_, let path, _),
            .missingValue(_, let path), .unexpectedValue(_, let path), .badChoice(_, _, _, let path),
            .repeated(_, let path), .missingOption(_, let path), .missingArgument(_, let path),
            .extraArgument(_, let path):
            path
        }
    }
}

extension UsageError: CustomStringConvertible {
    /// Says what is wrong and what to type instead.
    package var description: String {
        "\(path): \(problem); see '\(path) --help'"
    }

    private var problem: String {
        switch self {
        case .missingCommand(_, let known): "name a command: \(known.joined(separator: ", "))"
        case .unknownCommand(let name, _, let suggestion): "there is no command '\(name)'\(Self.hint(suggestion))"
        case .unknownOption(let name, _, let suggestion): "there is no option '\(name)'\(Self.hint(suggestion))"
        case .missingValue(let option, _): "option '--\(option)' needs a value"
        case .unexpectedValue(let option, _): "option '--\(option)' takes no value"
        case .badChoice(let option, let value, let known, _):
            "option '--\(option)' cannot be '\(value)'; use one of: \(known.joined(separator: ", "))"
        case .repeated(let option, _): "option '--\(option)' is given twice"
        case .missingOption(let option, _): "option '--\(option)' is missing"
        case .missingArgument(let name, _): "argument \(name) is missing"
        case .extraArgument(let text, _): "'\(text)' is one argument too many"
        }
    }

    private static func hint(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean '\($0)'?" } ?? ""
    }
}
