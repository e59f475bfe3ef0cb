import HTTP
import Syntax
import Testing

@Suite("routes")
struct RouteTests {
    @Test func everyRouteIsCalledByTheTable() async throws {
        let router = try await Service().router
        let called = Set(Call.all.map { "\($0.method.rawValue) \($0.template)" })
        #expect(Set(router.inventory).subtracting(called).sorted() == [])
        #expect(called.subtracting(router.inventory).sorted() == [])
    }

    @Test func answerAsTheTableSays() async throws {
        let stage = try await Stage()
        for call in Call.all {
            let answer = try await stage.answer(call, as: call.person)
            #expect(answer.status == call.status, "\(call): \(answer.text)")
            guard answer.status >= 400 else { continue }
            #expect(answer.code == call.code, "\(call): \(answer.text)")
            #expect(answer.fields["Content-Type"] == "application/problem+json", "\(call)")
            #expect(answer.json["status"] == .int(call.status), "\(call)")
            #expect(answer.json["type"] == .string("urn:canon:problem:\(call.code)"), "\(call)")
            for member in ["title", "detail", "requestId"] { #expect(answer.json[member]?.string?.isEmpty == false) }
        }
    }

    @Test func allButHealthNeedAToken() async throws {
        let stage = try await Stage()
        for call in Call.all where !["/health", "/ready"].contains(call.template) {
            for (token, code) in [(nil, "TOKEN_MISSING"), ("canon_wrong", "TOKEN_UNKNOWN")] as [(String?, String)] {
                let answer = try await stage.answer(call, as: token)
                #expect(answer.status == 401, "\(call)")
                #expect(answer.code == code, "\(call)")
                #expect(answer.fields["WWW-Authenticate"] == "Bearer realm=\"canon\"")
            }
        }
    }

    @Test(arguments: [
        "Basic YWRhOmFkYQ==", "Bearer", "Bearer ", "canon_x", "", "Token canon_x", "Bearer canon_x canon_y",
    ])
    func otherAuthorizationIsNone(_ value: String) async throws {
        let service = try await Service()
        let answer = try await service.ask(.get, "/v1/whoami", as: nil, fields: [("Authorization", value)])
        #expect(answer.status == 401)
    }
}
