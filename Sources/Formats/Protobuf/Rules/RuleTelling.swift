internal import Compatibility

/// What a rule's page tells beside its id: what it is about, what it reports, why, and where it shows.
struct RuleTelling {
    let axes: RuleAxes
    let summary: String
    let why: String
    let old: String
    let new: String

    init(_ axes: RuleAxes, _ summary: String, _ why: String, _ old: String, _ new: String) {
        (self.axes, self.summary, self.why, self.old, self.new) = (axes, summary, why, old, new)
    }

    /// A rule of both sides, shown by texts in proto3.
    static func proto3(
        _ aspect: String,
        _ change: RuleAxes.Change,
        _ summary: String,
        _ why: String,
        _ old: String,
        _ new: String
    ) -> RuleTelling {
        written(in: "syntax = \"proto3\";\n", aspect, change, summary, why, old, new)
    }

    /// A rule of both sides, shown by texts in proto2.
    static func proto2(
        _ aspect: String,
        _ change: RuleAxes.Change,
        _ summary: String,
        _ why: String,
        _ old: String,
        _ new: String
    ) -> RuleTelling {
        written(in: "syntax = \"proto2\";\n", aspect, change, summary, why, old, new)
    }

    /// A rule of both sides, shown by texts in edition 2023.
    static func edition(
        _ aspect: String,
        _ change: RuleAxes.Change,
        _ summary: String,
        _ why: String,
        _ old: String,
        _ new: String
    ) -> RuleTelling {
        written(in: "edition = \"2023\";\n", aspect, change, summary, why, old, new)
    }

    private static func written(
        in syntax: String,
        _ aspect: String,
        _ change: RuleAxes.Change,
        _ summary: String,
        _ why: String,
        _ old: String,
        _ new: String
    ) -> RuleTelling {
        RuleTelling(RuleAxes(.both, aspect, change), summary, why, syntax + old, syntax + new)
    }
}
