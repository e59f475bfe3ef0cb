/// The objects of an OpenAPI document and their fields.
///
/// - SeeAlso: OpenAPI 3.0.4 and 3.1.1, section 4.8; OpenAPI 2.0, "Schema".
enum Grammar {
    /// What the value of a field must be.
    indirect enum Value: Sendable {
        case text
        case flag
        case number
        /// Any value: an example, a default.
        case any
        /// A schema; its own dialect says what it may be.
        case schema
        /// An object of a kind, or a reference to one.
        case object(Kind)
        case list(Value)
        case map(Value)
    }

    /// The kinds of objects whose fields the specification names.
    enum Kind: String, Sendable {
        case document, info, contact, license, server, variable, components, pathItem, operation, externalDocs
        case parameter, requestBody, mediaType, encoding, response, header, callback, example, link, tag
        case securityScheme, flows, flow
        case swagger, swaggerPathItem, swaggerOperation, swaggerParameter, swaggerItems, swaggerHeader
        case swaggerResponse, swaggerSecurityScheme
    }

    /// The fields of a kind of object.
    struct Fields: Sendable {
        let known: [String: Value]
        var required: [String] = []
        /// Fields that came with 3.1.
        var since31: Set<String> = []
        /// Required in 3.0 only.
        var required30: [String] = []
        /// What stands under names that the document gives itself, such as the expressions of a callback.
        var others: Value?
    }

    static func fields(of kind: Kind) -> Fields { table[kind] ?? Fields(known: [:]) }

    private static let table: [Kind: Fields] = structure.merging(calls) { first, _ in first }
        .merging(values) { first, _ in first }.merging(swagger) { first, _ in first }

    private static let structure: [Kind: Fields] = [
        .document: Fields(
            known: [
                "openapi": .text, "info": .object(.info), "servers": .list(.object(.server)),
                "paths": .map(.object(.pathItem)), "webhooks": .map(.object(.pathItem)),
                "components": .object(.components), "security": .list(.map(.list(.text))),
                "tags": .list(.object(.tag)), "externalDocs": .object(.externalDocs), "jsonSchemaDialect": .text,
            ],
            required: ["openapi", "info"],
            since31: ["webhooks", "jsonSchemaDialect"],
            required30: ["paths"]
        ),
        .info: Fields(
            known: [
                "title": .text, "summary": .text, "description": .text, "termsOfService": .text,
                "contact": .object(.contact), "license": .object(.license), "version": .text,
            ],
            required: ["title", "version"],
            since31: ["summary"]
        ),
        .contact: Fields(known: ["name": .text, "url": .text, "email": .text]),
        .license: Fields(
            known: ["name": .text, "identifier": .text, "url": .text],
            required: ["name"],
            since31: ["identifier"]
        ),
        .server: Fields(
            known: ["url": .text, "description": .text, "variables": .map(.object(.variable))],
            required: ["url"]
        ),
        .variable: Fields(
            known: ["enum": .list(.text), "default": .text, "description": .text],
            required: ["default"]
        ),
        .components: Fields(
            known: [
                "schemas": .map(.schema), "responses": .map(.object(.response)),
                "parameters": .map(.object(.parameter)), "examples": .map(.object(.example)),
                "requestBodies": .map(.object(.requestBody)), "headers": .map(.object(.header)),
                "securitySchemes": .map(.object(.securityScheme)), "links": .map(.object(.link)),
                "callbacks": .map(.object(.callback)), "pathItems": .map(.object(.pathItem)),
            ],
            since31: ["pathItems"]
        ),
        .tag: Fields(
            known: ["name": .text, "description": .text, "externalDocs": .object(.externalDocs)],
            required: ["name"]
        ),
        .externalDocs: Fields(known: ["description": .text, "url": .text], required: ["url"]),
    ]
}
