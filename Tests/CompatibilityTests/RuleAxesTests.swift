import Compatibility
import Testing

@Suite("axes of rules")
struct RuleAxesTests {
    @Test(arguments: [
        (RuleAxes(.request, "type", .tightened), RuleAxes(.response, "type", .tightened)),
        (RuleAxes(.reader, "field", .added), RuleAxes(.writer, "field", .added)),
        (RuleAxes(.output, "enum value", .changed), RuleAxes(.input, "enum value", .changed)),
        (RuleAxes(.both, "type", .added), nil),
    ])
    func mirrorAcrossSides(_ axes: RuleAxes, _ mirror: RuleAxes?) {
        #expect(axes.acrossSides == mirror)
        if let mirror { #expect(mirror.acrossSides == axes) }
    }

    @Test(arguments: [
        (RuleAxes(.both, "field", .added), RuleAxes(.both, "field", .removed)),
        (RuleAxes(.request, "type", .loosened), RuleAxes(.request, "type", .tightened)),
        (RuleAxes(.both, "type", .changed), nil),
    ])
    func mirrorWhatUndoesThem(_ axes: RuleAxes, _ mirror: RuleAxes?) {
        #expect(axes.undone == mirror)
        if let mirror { #expect(mirror.undone == axes) }
    }

    @Test(arguments: [
        (RuleAxes(.both, "field", .added), RuleAxes(.input, "field", .added), true),
        (RuleAxes(.input, "field", .added), RuleAxes(.input, "field", .added), true),
        (RuleAxes(.input, "field", .added), RuleAxes(.both, "field", .added), false),
        (RuleAxes(.both, "field", .added), RuleAxes(.both, "field", .removed), false),
        (RuleAxes(.both, "field", .added), RuleAxes(.both, "type", .added), false),
    ])
    func coverOthers(_ axes: RuleAxes, _ others: RuleAxes, _ doesCover: Bool) {
        #expect(axes.covers(others) == doesCover)
    }

    @Test func commonRulesAreSorted() {
        let ids = RuleCard.common.map(\.id)
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    }
}
