extension BreakingComparison {
    /// A file's option that code generators turn into names and shapes of code.
    private struct FileOption {
        let rule: ProtobufRule
        let number: Int
        let name: String
        let usual: OptionValue
    }

    private static let fileOptions: [FileOption] = [
        FileOption(rule: .fileSameJavaPackage, number: 1, name: "java_package", usual: .bytes([])),
        FileOption(rule: .fileSameJavaOuterClassname, number: 8, name: "java_outer_classname", usual: .bytes([])),
        FileOption(rule: .fileSameOptimizeFor, number: 9, name: "optimize_for", usual: .signed(1)),
        FileOption(rule: .fileSameJavaMultipleFiles, number: 10, name: "java_multiple_files", usual: .bool(false)),
        FileOption(rule: .fileSameGoPackage, number: 11, name: "go_package", usual: .bytes([])),
        FileOption(rule: .fileSameCcGenericServices, number: 16, name: "cc_generic_services", usual: .bool(false)),
        FileOption(rule: .fileSameJavaGenericServices, number: 17, name: "java_generic_services", usual: .bool(false)),
        FileOption(rule: .fileSamePyGenericServices, number: 18, name: "py_generic_services", usual: .bool(false)),
        FileOption(rule: .fileSameCcEnableArenas, number: 31, name: "cc_enable_arenas", usual: .bool(true)),
        FileOption(rule: .fileSameObjcClassPrefix, number: 36, name: "objc_class_prefix", usual: .bytes([])),
        FileOption(rule: .fileSameCsharpNamespace, number: 37, name: "csharp_namespace", usual: .bytes([])),
        FileOption(rule: .fileSameSwiftPrefix, number: 39, name: "swift_prefix", usual: .bytes([])),
        FileOption(rule: .fileSamePhpClassPrefix, number: 40, name: "php_class_prefix", usual: .bytes([])),
        FileOption(rule: .fileSamePhpNamespace, number: 41, name: "php_namespace", usual: .bytes([])),
        FileOption(rule: .fileSamePhpMetadataNamespace, number: 44, name: "php_metadata_namespace", usual: .bytes([])),
        FileOption(rule: .fileSameRubyPackage, number: 45, name: "ruby_package", usual: .bytes([])),
    ]

    /// Compares what two files say of themselves.
    mutating func compareOptions(of file: Int, _ other: Int, _ path: String) {
        let (one, two) = (old.files[file], new.files[other])
        if asks(.fileSameSyntax), one.syntax != two.syntax {
            let message = "the syntax of '\(path)' changed from \(one.syntax.word) to \(two.syntax.word)"
            report(.fileSameSyntax, path, old: Spot(file, one.syntaxStart), new: Spot(other, two.syntaxStart), message)
        }
        if asks(.fileSamePackage), !pair.same(one.package, two.package) {
            let names = "from '\(old.names.text(one.package))' to '\(new.names.text(two.package))'"
            let message = "the package of '\(path)' changed \(names)"
            report(
                .fileSamePackage,
                path,
                old: Spot(file, one.packageStart),
                new: Spot(other, two.packageStart),
                message
            )
        }
        guard one.options >= 0 || two.options >= 0 else { return }
        for option in Self.fileOptions where asks(option.rule) {
            let before = old.option(option.number, of: one.options)
            let now = new.option(option.number, of: two.options)
            guard (before?.value ?? option.usual) != (now?.value ?? option.usual) else { continue }
            let values = "from \((before?.value ?? option.usual).shown) to \((now?.value ?? option.usual).shown)"
            let message = "the option '\(option.name)' of '\(path)' changed \(values)"
            let spots = (Spot(file, before?.start ?? -1), Spot(other, now?.start ?? -1))
            report(option.rule, path, old: spots.0, new: spots.1, message)
        }
    }
}

extension ProtobufSchema {
    /// An option by its number in the message of options, where it is set and no extension.
    func option(_ number: Int, of options: Int) -> OptionEntry? {
        guard options >= 0 else { return nil }
        return self.options[options].first { fields[$0.field].number == number && !fields[$0.field].isExtension }
    }

    /// A feature of an element by its number, where it is set at the element itself.
    func feature(_ number: Int, of options: Int) -> OptionEntry? {
        guard options >= 0 else { return nil }
        for entry in self.options[options] where fields[entry.field].type == wellKnown.featureSet {
            guard fields[entry.field].kind == .message, case .message(let inner) = entry.value else { continue }
            if let found = inner.first(where: { fields[$0.field].number == number }) { return found }
        }
        return nil
    }
}

extension OptionValue {
    /// The value as messages show it.
    var shown: String {
        switch self {
        case .bool(let flag): "\(flag)"
        case .signed(let number): "\(number)"
        case .unsigned(let number): "\(number)"
        case .real(let number): "\(number)"
        case .bytes(let bytes): "\"\(String(decoding: bytes.prefix(80), as: UTF8.self))\""
        case .message(let entries): entries.isEmpty ? "{}" : "{…}"
        }
    }
}
