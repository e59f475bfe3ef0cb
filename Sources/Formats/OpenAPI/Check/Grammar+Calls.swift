extension Grammar {
    /// The objects that calls are made of.
    static let calls: [Kind: Fields] = [
        .pathItem: Fields(
            known: [
                "$ref": .text, "summary": .text, "description": .text, "servers": .list(.object(.server)),
                "parameters": .list(.object(.parameter)), "get": .object(.operation), "put": .object(.operation),
                "post": .object(.operation), "delete": .object(.operation), "options": .object(.operation),
                "head": .object(.operation), "patch": .object(.operation), "trace": .object(.operation),
            ]
        ),
        .operation: Fields(
            known: [
                "tags": .list(.text), "summary": .text, "description": .text,
                "externalDocs": .object(.externalDocs), "operationId": .text,
                "parameters": .list(.object(.parameter)), "requestBody": .object(.requestBody),
                "responses": .map(.object(.response)), "callbacks": .map(.object(.callback)), "deprecated": .flag,
                "security": .list(.map(.list(.text))), "servers": .list(.object(.server)),
            ],
            required30: ["responses"]
        ),
        .requestBody: Fields(
            known: ["description": .text, "content": .map(.object(.mediaType)), "required": .flag],
            required: ["content"]
        ),
        .mediaType: Fields(
            known: [
                "schema": .schema, "example": .any, "examples": .map(.object(.example)),
                "encoding": .map(.object(.encoding)),
            ]
        ),
        .encoding: Fields(
            known: [
                "contentType": .text, "headers": .map(.object(.header)), "style": .text, "explode": .flag,
                "allowReserved": .flag,
            ]
        ),
        .response: Fields(
            known: [
                "description": .text, "headers": .map(.object(.header)), "content": .map(.object(.mediaType)),
                "links": .map(.object(.link)),
            ],
            required: ["description"]
        ),
        .callback: Fields(known: ["$ref": .text], others: .object(.pathItem)),
        .example: Fields(known: ["summary": .text, "description": .text, "value": .any, "externalValue": .text]),
        .link: Fields(
            known: [
                "operationRef": .text, "operationId": .text, "parameters": .map(.any), "requestBody": .any,
                "description": .text, "server": .object(.server),
            ]
        ),
    ]

    /// The objects that carry values outside of bodies, and that show who calls.
    static let values: [Kind: Fields] = [
        .parameter: Fields(
            known: carried.merging(["name": .text, "in": .text, "allowEmptyValue": .flag]) { first, _ in first },
            required: ["name", "in"]
        ),
        .header: Fields(known: carried),
        .securityScheme: Fields(
            known: [
                "type": .text, "description": .text, "name": .text, "in": .text, "scheme": .text,
                "bearerFormat": .text, "flows": .object(.flows), "openIdConnectUrl": .text,
            ],
            required: ["type"]
        ),
        .flows: Fields(
            known: [
                "implicit": .object(.flow), "password": .object(.flow), "clientCredentials": .object(.flow),
                "authorizationCode": .object(.flow),
            ]
        ),
        .flow: Fields(
            known: ["authorizationUrl": .text, "tokenUrl": .text, "refreshUrl": .text, "scopes": .map(.text)],
            required: ["scopes"]
        ),
    ]

    private static let carried: [String: Value] = [
        "description": .text, "required": .flag, "deprecated": .flag, "style": .text, "explode": .flag,
        "allowReserved": .flag, "schema": .schema, "example": .any, "examples": .map(.object(.example)),
        "content": .map(.object(.mediaType)),
    ]
}
