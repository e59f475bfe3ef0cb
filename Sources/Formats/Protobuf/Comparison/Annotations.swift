/// A verb and a path by which a method is reached over HTTP.
struct HTTPBinding: Hashable, Sendable {
    let verb: String
    /// With `*` in place of the names of variables, which callers do not see.
    let path: String
    /// The fields that are the bodies of request and response, if any.
    let body: String
    let responseBody: String
}

extension ProtobufSchema {
    /// The names of annotations that are compared; with one of them, a file of the annotations is there.
    static let annotations: [[UInt8]] = [
        "google.api.http", "google.api.field_behavior", "google.api.method_signature", "google.api.resource",
    ].map { Array($0.utf8) }

    /// The values of an extension among options.
    private func values(_ name: String, of options: Int) -> [OptionValue] {
        guard options >= 0, let name = names.find(Array(name.utf8)) else { return [] }
        return self.options[options].filter { fields[$0.field].fullName == name }.map(\.value)
    }

    /// The numbers of an extension.
    func numbers(_ name: String, of options: Int) -> Set<Int64> {
        Set(
            values(name, of: options).compactMap { value in
                guard case .signed(let number) = value else { return nil }
                return number
            }
        )
    }

    /// The texts of an extension.
    func strings(_ name: String, of options: Int) -> [String] { values(name, of: options).compactMap(\.string) }

    /// The texts in the messages of an extension, each with the name of its field.
    func texts(inside name: String, of options: Int) -> Set<String> {
        var texts: Set<String> = []
        for case .message(let entries) in values(name, of: options) {
            for entry in entries {
                guard let text = entry.value.string else { continue }
                texts.insert("\(names.text(fields[entry.field].name)) '\(text)'")
            }
        }
        return texts
    }

    /// The bindings of a method, with the additional ones.
    func bindings(of options: Int) -> [HTTPBinding] {
        values("google.api.http", of: options).flatMap { value in
            guard case .message(let entries) = value else { return [HTTPBinding]() }
            return bindings(entries, depth: 0)
        }
    }

    private func bindings(_ entries: [OptionEntry], depth: Int) -> [HTTPBinding] {
        var (verb, path, body, response) = ("", "", "", "")
        var more: [HTTPBinding] = []
        for entry in entries {
            let name = names.text(fields[entry.field].name)
            switch (name, entry.value) {
            case ("get", .bytes), ("put", .bytes), ("post", .bytes), ("delete", .bytes), ("patch", .bytes):
                verb = name.uppercased()
                path = entry.value.string ?? ""
            case ("custom", .message(let pattern)):
                for part in pattern {
                    let text = part.value.string ?? ""
                    if names.text(fields[part.field].name) == "kind" { verb = text } else { path = text }
                }
            case ("body", .bytes): body = entry.value.string ?? ""
            case ("response_body", .bytes): response = entry.value.string ?? ""
            case ("additional_bindings", .message(let inner)) where depth < 2: more += bindings(inner, depth: depth + 1)
            default: break
            }
        }
        guard !verb.isEmpty else { return more }
        return [HTTPBinding(verb: verb, path: Self.anonymous(path), body: body, responseBody: response)] + more
    }

    /// `/v1/{name=projects/*}` as `/v1/projects/*`, and `/v1/{name}` as `/v1/*`.
    private static func anonymous(_ path: String) -> String {
        var result = ""
        var rest = path[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let variable = rest[rest.index(after: open)..<close]
            result += variable.firstIndex(of: "=").map { String(variable[variable.index(after: $0)...]) } ?? "*"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

extension OptionValue {
    /// The text of a string.
    var string: String? {
        guard case .bytes(let bytes) = self else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
