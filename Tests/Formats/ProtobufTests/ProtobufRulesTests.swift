import Testing

@testable import Protobuf

@Suite("sets of rules")
struct ProtobufRulesTests {
    @Test("each rule has a bit of its own, by the order of declaration")
    func ordinals() {
        #expect(ProtobufRule.allCases.map(\.ordinal) == Array(0..<ProtobufRule.allCases.count))
    }

    @Test("a set contains what was put in, and nothing else", arguments: ProtobufRule.allCases)
    func contains(rule: ProtobufRule) {
        let one: ProtobufRules = [rule]
        #expect(ProtobufRule.allCases.filter(one.contains) == [rule])
        #expect(one.overlaps(.all))
        #expect(!one.overlaps([]))
    }
}
