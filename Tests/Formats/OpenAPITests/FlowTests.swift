import Testing

@Suite("calls that the provider makes: values flow the other way")
struct FlowTests {
    private static func webhook(_ schema: String) -> String {
        Sketch.api(
            "{}",
            more: """
                webhooks:
                  paid:
                    post:
                      requestBody: {content: {application/json: {schema: \(schema)}}}
                      responses: {200: {description: heard}}
                """
        )
    }

    private static func callback(_ schema: String) -> String {
        Sketch.api(
            """
            /x:
              post:
                callbacks:
                  done:
                    '{$request.body#/url}':
                      post:
                        requestBody: {content: {application/json: {schema: \(schema)}}}
                        responses: {200: {description: heard}}
                responses: {204: {description: done}}
            """
        )
    }

    static let cases: [(why: String, old: String, new: String, breaks: String)] = [
        ("wider: who hears it may not understand", "{type: integer}", "{type: number}", "backward"),
        ("narrower: only who speaks must mind", "{type: number}", "{type: integer}", "forward"),
    ]

    @Test(arguments: cases)
    func turns(_ test: (why: String, old: String, new: String, breaks: String)) throws {
        for document in [Self.webhook, Self.callback] {
            let shown = try changes(from: document(test.old), to: document(test.new))
            #expect(shown.map { String($0.prefix { $0 != " " }) } == [test.breaks])
        }
    }

    @Test("a webhook that is gone, and one that came")
    func comesAndGoes() throws {
        let (without, with) = (Sketch.api("{}"), Self.webhook("{type: integer}"))
        #expect(try changes(from: with, to: without) == ["backward webhook-removed POST paid"])
        #expect(try changes(from: without, to: with) == ["forward webhook-added POST paid"])
    }
}
