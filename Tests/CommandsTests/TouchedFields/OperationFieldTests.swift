import Testing

/// Which changes of an API or of its events touch a field that a policy names.
@Suite("touched fields of operations")
struct OperationFieldTests {
    private static func openAPI(_ operation: String) -> String {
        #"{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/x": {"post": {\#(operation)}}}}"#
    }

    private static let ok = #""responses": {"200": {"description": "d"}}"#

    private static func request(_ properties: String) -> String {
        openAPI(
            #""requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"#
                + properties + "}}}}}, " + ok
        )
    }

    private static func parameters(_ list: String) -> String { openAPI(#""parameters": [\#(list)], \#(ok)"#) }

    private static func query(_ name: String, _ schema: String) -> String {
        #"{"name": "\#(name)", "in": "query", "schema": \#(schema)}"#
    }

    private static func headers(_ headers: String) -> String {
        openAPI(#""responses": {"200": {"description": "d", "headers": {\#(headers)}}}"#)
    }

    private static func answers(_ ok: String, _ missing: String) -> String {
        let responses = [("200", ok), ("404", missing)].map { status, schema in
            #""\#(status)": {"description": "d", "content": {"application/json": {"schema": {"properties": {"#
                + #""status": \#(schema)}}}}}"#
        }
        return openAPI(#""responses": {\#(responses.joined(separator: ", "))}"#)
    }

    /// A status that stands for an attribute, with a limit that the shape alone does not tell.
    private static func status(_ length: Int) -> String {
        #"{"type": "string", "x-entity": "Invoice.status", "maxLength": \#(length)}"#
    }

    private static func asyncAPI(_ properties: String) -> String {
        """
        {"asyncapi": "3.0.0", "info": {"title": "t", "version": "1"},
         "channels": {"c": {"address": "tax.invoices", "messages": {"m": {"payload": {"properties": {\(properties)}}}}}},
         "operations": {"o": {"action": "send", "channel": {"$ref": "#/channels/c"}}}}
        """
    }

    static let touching =
        FieldChange.all(
            "openapi",
            request,
            [
                ("multipleOf", #""taxAmount": {"multipleOf": 0.01}"#, #""taxAmount": {"multipleOf": 1}"#),
                ("pattern", #""taxCode": {"pattern": "^A"}"#, #""taxCode": {"pattern": "^B"}"#),
                ("default", #""taxCode": {"default": "A"}"#, #""taxCode": {"default": "B"}"#),
                ("format", #""taxCode": {"format": "a"}"#, #""taxCode": {"format": "b"}"#),
                ("enum", #""taxCode": {"enum": [1]}"#, #""taxCode": {"enum": [1, 2]}"#),
                (
                    "an alternative", #""taxCode": {"anyOf": [{"maxLength": 1}, {"type": "number"}]}"#,
                    #""taxCode": {"anyOf": [{"maxLength": 2}, {"type": "number"}]}"#
                ),
            ]
        )
        + FieldChange.all(
            "openapi",
            { $0 },
            [
                ("a parameter added", parameters(""), parameters(query("taxCode", "{}"))),
                (
                    "a parameter's enum", parameters(query("taxCode", #"{"enum": ["A"]}"#)),
                    parameters(query("taxCode", #"{"enum": ["A", "B"]}"#))
                ),
                (
                    "a parameter's part", parameters(query("filter[taxCode]", #"{"minimum": 1}"#)),
                    parameters(query("filter[taxCode]", "{}"))
                ),
                ("a header added", headers(""), headers(#""taxCode": {"schema": {"type": "string"}}"#)),
                (
                    "a header's enum", headers(#""taxCode": {"schema": {"enum": ["A"]}}"#),
                    headers(#""taxCode": {"schema": {"enum": ["B"]}}"#)
                ),
                ("the attribute of an answer", answers(status(1), "{}"), answers(status(2), "{}")),
            ]
        )
        + FieldChange.all(
            "asyncapi",
            asyncAPI,
            [
                ("pattern", #""taxCode": {"pattern": "^A"}"#, #""taxCode": {"pattern": "^B"}"#),
                ("default", #""taxCode": {"default": "A"}"#, #""taxCode": {"default": "B"}"#),
                ("removed", #""taxCode": {}, "id": {}"#, #""id": {}"#),
            ]
        )

    static let silent =
        FieldChange.all(
            "openapi",
            { request(#""taxCode": {"enum": ["A"]}, \#($0)"#) },
            [
                ("another field", #""id": {"type": "string"}"#, #""id": {"type": "number"}"#),
                ("another limit", #""supertax": {"multipleOf": 0.01}"#, #""supertax": {"multipleOf": 1}"#),
                ("a description", #""id": {"description": "a"}"#, #""id": {"description": "b"}"#),
            ]
        )
        + FieldChange.all(
            "openapi",
            { $0 },
            [
                (
                    "a description of it", request(#""taxCode": {"description": "a"}"#),
                    request(#""taxCode": {"description": "b"}"#)
                ),
                (
                    "another parameter added", parameters(query("taxCode", "{}")),
                    parameters(query("taxCode", "{}") + ", " + query("page", "{}"))
                ),
                ("another parameter", parameters(query("page", #"{"minimum": 1}"#)), parameters(query("page", "{}"))),
                (
                    "another header", headers(#""taxCode": {}, "etag": {"schema": {"enum": [1]}}"#),
                    headers(#""taxCode": {}, "etag": {"schema": {}}"#)
                ),
                ("another answer's status", answers(status(1), "{}"), answers(status(1), #"{"maxLength": 2}"#)),
            ]
        )
        + FieldChange.all(
            "asyncapi",
            { asyncAPI(#""taxCode": {"enum": ["A"]}, \#($0)"#) },
            [
                ("another field", #""id": {"type": "string"}"#, #""id": {"type": "number"}"#),
                ("another field removed", #""id": {}"#, #""name": {}"#),
            ]
        )

    @Test(arguments: touching) func asks(_ change: FieldChange) throws {
        #expect(try change.asked() == [["tax"], ["tax"]])
    }

    @Test(arguments: silent) func staysSilent(_ change: FieldChange) throws {
        #expect(try change.asked() == [[], []])
    }
}
