/// What a command line says, checked against the command's declaration.
///
/// Asking for a name that the command does not declare is a mistake in the program and stops it.
package struct ParsedArguments: Sendable {
    /// The commands from the program's name to the one that is meant, such as `canon`, `audit`, `verify`.
    package let path: [String]
    private let command: Command
    var optionValues: [String: [String]] = [:]
    var positionalValues: [String: [String]] = [:]

    init(path: [String], command: Command) {
        self.path = path
        self.command = command
    }

    /// True where a flag is given.
    package func has(_ flag: String) -> Bool {
        option(flag)
        return optionValues[flag] != nil
    }

    /// An option's value, or its default; nil where there is neither.
    package func value(_ name: String) -> String? {
        let option = option(name)
        return optionValues[name]?.last ?? option.defaultValue
    }

    /// A repeated option's values in order.
    package func values(_ name: String) -> [String] {
        option(name)
        return optionValues[name] ?? []
    }

    /// A positional argument; nil where an optional one is left out.
    package func argument(_ name: String) -> String? {
        arguments(name).first
    }

    /// The arguments of a positional that takes the rest.
    package func arguments(_ name: String) -> [String] {
        precondition(command.positionals.contains { $0.name == name }, "\(command.name) declares no argument \(name)")
        return positionalValues[name] ?? []
    }

    @discardableResult private func option(_ name: String) -> Option {
        guard let option = command.options.first(where: { $0.name == name }) else {
            preconditionFailure("\(command.name) declares no option --\(name)")
        }
        return option
    }
}
