internal import Syntax

extension SwaggerConversion {
    mutating func writeParameters(_ parameters: SwaggerParameters, at list: Node) {
        tree.key("parameters", at: list)
        guard list.isArray else { return tree.copy(list) }
        tree.beginArray(at: list)
        for parameter in parameters.carried { writeParameter(parameter) }
        tree.end()
    }

    private mutating func writeParameter(_ parameter: Node) {
        guard parameter.isObject, parameter["$ref"] == nil else { return tree.copy(parameter) }
        tree.beginObject(at: parameter)
        copyMembers(of: parameter, named: ["name", "in", "description", "required", "allowEmptyValue"])
        writeStyle(of: parameter, in: parameter["in"]?.text ?? "")
        tree.key("schema", at: parameter)
        writeValueSchema(of: parameter)
        tree.end()
    }

    /// Writes how the elements of an array are put together; a single value needs no such rule.
    ///
    /// - SeeAlso: OpenAPI 2.0, "Parameter Object", `collectionFormat`.
    mutating func writeStyle(of node: Node, in location: String) {
        guard node["type"]?.string == "array" else { return }
        let format = node["collectionFormat"]
        let isInQuery = location == "query" || location == "formData"
        let style =
            switch format?.text {
            case "ssv": "spaceDelimited"
            case "tsv": "tabDelimited"
            case "pipes": "pipeDelimited"
            default: isInQuery ? "form" : "simple"
            }
        tree.key("style", at: format ?? node)
        tree.string(style, at: format ?? node)
        tree.key("explode", at: format ?? node)
        tree.flag(format?.text == "multi", at: format ?? node)
    }

    /// Writes what a body or a form carries.
    mutating func writeBody(_ parameters: SwaggerParameters, taking consumes: Node?) {
        if let body = parameters.body {
            beginBody(at: body, isRequired: body["required"])
            copyMembers(of: body, named: ["description"])
            let schema = body["schema"]
            writeContent(of: SwaggerMedia.list(consumes, at: body), at: body) { conversion in
                if let schema { conversion.writeSchema(schema) } else { conversion.writeAnything(at: body) }
            }
            tree.end()
        } else if let first = parameters.fields.first {
            let fields = parameters.fields
            beginBody(at: first, isRequired: fields.compactMap { $0["required"] }.first { $0.bool == true })
            let types = SwaggerMedia.forms(consumes, of: fields, at: first)
            writeContent(of: types, at: first, encoding: fields) { $0.writeForm(fields, at: first) }
            tree.end()
        }
    }

    private mutating func beginBody(at place: Node, isRequired: Node?) {
        tree.key("requestBody", at: place)
        tree.beginObject(at: place)
        guard let isRequired else { return }
        tree.key("required", at: isRequired)
        tree.copy(isRequired)
    }

    private mutating func writeAnything(at place: Node) {
        tree.beginObject(at: place)
        tree.end()
    }

    private mutating func writeForm(_ fields: [Node], at place: Node) {
        tree.beginObject(at: place)
        tree.key("type", at: place)
        tree.string("object", at: place)
        writeRequired(fields.filter { $0["required"]?.bool == true }.compactMap { $0["name"] }, at: place)
        tree.key("properties", at: place)
        tree.beginObject(at: place)
        for field in fields {
            guard let name = field["name"] else { continue }
            tree.key(name.text, at: name)
            writeValueSchema(of: field, including: ["description"])
        }
        tree.end()
        tree.end()
    }

    private mutating func writeRequired(_ names: [Node], at place: Node) {
        guard !names.isEmpty else { return }
        tree.key("required", at: place)
        tree.beginArray(at: place)
        for name in names { tree.copy(name) }
        tree.end()
    }

    /// Writes one entry for each media type; fields that are arrays say how they are put together.
    mutating func writeContent(
        of types: [SwaggerMedia],
        at place: Node,
        encoding fields: [Node] = [],
        schema write: (inout SwaggerConversion) -> Void
    ) {
        tree.key("content", at: place)
        tree.beginObject(at: place)
        for type in types {
            tree.key(type.name, at: type.place)
            tree.beginObject(at: type.place)
            tree.key("schema", at: place)
            write(&self)
            writeEncoding(of: fields.filter { $0["type"]?.string == "array" }, at: place)
            tree.end()
        }
        tree.end()
    }

    private mutating func writeEncoding(of fields: [Node], at place: Node) {
        guard !fields.isEmpty else { return }
        tree.key("encoding", at: place)
        tree.beginObject(at: place)
        for field in fields {
            guard let name = field["name"] else { continue }
            tree.key(name.text, at: name)
            tree.beginObject(at: field)
            writeStyle(of: field, in: "formData")
            tree.end()
        }
        tree.end()
    }
}
