extension Grammar {
    /// The objects of OpenAPI 2.0 that 3.0 writes in another way.
    ///
    /// - SeeAlso: OpenAPI 2.0, "Schema".
    static let swagger: [Kind: Fields] = [
        .swagger: Fields(
            known: [
                "swagger": .text, "info": .object(.info), "host": .text, "basePath": .text, "schemes": .list(.text),
                "consumes": .list(.text), "produces": .list(.text), "paths": .map(.object(.swaggerPathItem)),
                "definitions": .map(.schema), "parameters": .map(.object(.swaggerParameter)),
                "responses": .map(.object(.swaggerResponse)),
                "securityDefinitions": .map(.object(.swaggerSecurityScheme)),
                "security": .list(.map(.list(.text))), "tags": .list(.object(.tag)),
                "externalDocs": .object(.externalDocs),
            ],
            required: ["swagger", "info", "paths"]
        ),
        .swaggerPathItem: Fields(
            known: [
                "$ref": .text, "get": .object(.swaggerOperation), "put": .object(.swaggerOperation),
                "post": .object(.swaggerOperation), "delete": .object(.swaggerOperation),
                "options": .object(.swaggerOperation), "head": .object(.swaggerOperation),
                "patch": .object(.swaggerOperation), "parameters": .list(.object(.swaggerParameter)),
            ]
        ),
        .swaggerOperation: Fields(
            known: [
                "tags": .list(.text), "summary": .text, "description": .text,
                "externalDocs": .object(.externalDocs), "operationId": .text, "consumes": .list(.text),
                "produces": .list(.text), "parameters": .list(.object(.swaggerParameter)),
                "responses": .map(.object(.swaggerResponse)), "schemes": .list(.text), "deprecated": .flag,
                "security": .list(.map(.list(.text))),
            ],
            required: ["responses"]
        ),
        .swaggerParameter: Fields(
            known: value.merging([
                "name": .text, "in": .text, "description": .text, "required": .flag, "schema": .schema,
                "allowEmptyValue": .flag,
            ]) { first, _ in first },
            required: ["name", "in"]
        ),
        .swaggerItems: Fields(known: value, required: ["type"]),
        .swaggerHeader: Fields(known: value.merging(["description": .text]) { first, _ in first }, required: ["type"]),
        .swaggerResponse: Fields(
            known: [
                "description": .text, "schema": .schema, "headers": .map(.object(.swaggerHeader)),
                "examples": .map(.any),
            ],
            required: ["description"]
        ),
        .swaggerSecurityScheme: Fields(
            known: [
                "type": .text, "description": .text, "name": .text, "in": .text, "flow": .text,
                "authorizationUrl": .text, "tokenUrl": .text, "scopes": .map(.text),
            ],
            required: ["type"]
        ),
    ]

    /// What a parameter, header or element says of its value.
    private static let value: [String: Value] = [
        "type": .text, "format": .text, "items": .object(.swaggerItems), "collectionFormat": .text,
        "default": .any, "maximum": .number, "exclusiveMaximum": .flag, "minimum": .number,
        "exclusiveMinimum": .flag, "maxLength": .number, "minLength": .number, "pattern": .text,
        "maxItems": .number, "minItems": .number, "uniqueItems": .flag, "enum": .list(.any), "multipleOf": .number,
    ]
}
