internal import AsyncAPI
internal import Compatibility
internal import Contracts

/// Two versions of an application with channels, from text, and what twice the channels cost.
enum AsyncAPIWorkload: Workload {
    static let name = "compare-asyncapi"

    static func measure(_ setting: BenchSetting) throws -> [Measure] {
        let counts = [20, 40, 80].map { $0 * setting.scale.readings }
        let rates = try counts.map { try rate($0, setting) }
        let rows = zip(counts, rates).map { Measure("\($0) channels, text", $1, "checks/CPU-s") }
        let times = rates[1] / rates[2]
        return rows + [Measure("\(counts[2]) against \(counts[1]) channels", times, "times", goal: .below(2.3))]
    }

    private static func rate(_ channels: Int, _ setting: BenchSetting) throws -> Double {
        let sources = [false, true].map { ContractSource(Array(text(channels, isNew: $0).utf8), file: "asyncapi.json") }
        return try setting.rate(max(1, setting.scale.readings * 80 / channels)) {
            let models = try sources.map { try AsyncAPIFormat().parse($0, library: ReferenceLibrary()) }
            return AsyncAPIFormat().compare(models[0], models[1], mode: .full).findings.count
        }
    }

    /// An application whose every tenth message has a field more in its new version.
    private static func text(_ channels: Int, isNew: Bool) -> String {
        let (all, schema) = (0..<channels, "#/components/schemas")
        let addresses = all.map { index in
            ##""c\##(index)":{"address":"billing/{tenant}/\##(index)","messages":{"m":{"$ref":"#/components/messages/m\##(index)"}}}"##
        }
        let operations = all.map { index in
            let (action, channel) = (index % 2 == 0 ? "send" : "receive", "#/channels/c\(index)")
            return
                ##""o\##(index)":{"action":"\##(action)","channel":{"$ref":"\##(channel)"},"messages":[{"$ref":"\##(channel)/messages/m"}]}"##
        }
        let messages = all.map { #""m\#($0)":{"name":"M\#($0)","payload":{"$ref":"\#(schema)/b\#($0)"}}"# }
        let bodies = all.map { index in
            let more = isNew && index % 10 == 0 ? #","note":{"type":"string"}"# : ""
            let fields = #""id":{"type":"string"},"lines":{"type":"array","items":{"$ref":"\#(schema)/line"}}"#
            return #""b\#(index)":{"type":"object","required":["id"],"properties":{\#(fields)\#(more)}}"#
        }
        let line = #""line":{"properties":{"text":{"type":"string"},"quantity":{"type":"integer"}}}"#
        return """
            {"asyncapi":"3.0.0","info":{"title":"Billing","version":"1"},"channels":{\(joined(addresses))},
            "operations":{\(joined(operations))},
            "components":{"messages":{\(joined(messages))},"schemas":{\(joined(bodies + [line]))}}}
            """
    }

    private static func joined(_ members: [String]) -> String { members.joined(separator: ",") }
}
