import Compatibility
import Contracts
import OutsideSuites
import Syntax
import Testing

@testable import Protobuf

@Suite(
    "real Protobuf files",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct RealWorldTests {
    private static let cloud = "realworld/protobuf-googleapis-cloud"
    private static let telemetry = "realworld/protobuf-opentelemetry"

    /// Every `.proto` below a folder, by its path from there.
    private static func files(in folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var open = [""]
        while let path = open.popLast() {
            for name in (try? OutsideSuites.names(in: folder + "/" + path)) ?? [] {
                let inner = path + name
                if name.hasSuffix(".proto") {
                    files[inner] = try OutsideSuites.bytes(folder + "/" + inner)
                } else {
                    open.append(inner + "/")
                }
            }
        }
        return files
    }

    /// Single commits of an API publisher: our verdicts against those of an independent checker.
    @Test func cloudCommits() throws {
        let labels = try Document.json(try OutsideSuites.bytes(Self.cloud + "/labels.json")).root.elements.map { $0 }
        let common = try Self.files(in: Self.cloud + "/common")
        var (agreed, asked) = (0, 0)
        var differing: [String] = []
        for label in labels {
            let pair = label["pair"]?.text ?? ""
            let deps = try Self.files(in: "\(Self.cloud)/\(pair)/deps")
            let models = try ["before", "after"].map { side in
                let own = try Self.files(in: "\(Self.cloud)/\(pair)/\(side)")
                let all = common.merging(deps) { $1 }.merging(own) { $1 }
                return try ProtobufSchema(files: Self.closure(of: Array(own.keys) + Array(deps.keys), in: all))
            }
            #expect(Sketch.format.findings(from: models[0], to: models[0], rules: ProtobufRules.all) == [])
            for category in BreakingCategory.allCases {
                let rules = ProtobufRule.rules(of: category)
                let found = Sketch.format.findings(from: models[0], to: models[1], rules: rules)
                let counts = Dictionary(grouping: found, by: \.rule).mapValues(\.count)
                var expected: [String: Int] = [:]
                for member in label["buf"]?[category.rawValue]?.members.map({ $0 }) ?? [] {
                    expected[member.name] = member.value.int ?? 0
                }
                asked += 1
                if counts == expected { agreed += 1 } else { differing.append("\(pair) \(category.rawValue)") }
            }
        }
        #expect(asked == 560)
        #expect(agreed == 552)
        // The checker counts files that are only no longer imported, such as well-known ones, as deleted.
        #expect(
            differing == ["pair-126", "pair-128", "pair-136", "pair-138"].flatMap { ["\($0) FILE", "\($0) PACKAGE"] }
        )
    }

    /// The files that some files need, themselves included.
    private static func closure(of paths: [String], in all: [String: [UInt8]]) -> [ProtobufFile] {
        var open = paths
        var seen: Set<String> = []
        var files: [ProtobufFile] = []
        while let path = open.popLast() {
            guard seen.insert(path).inserted, let bytes = all[path] else { continue }
            files.append(ProtobufFile(path, bytes))
            for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix("import ") {
                let parts = line.split(separator: "\"")
                if parts.count > 1 { open.append(String(parts[1])) }
            }
        }
        return files
    }

    /// Releases of a signal format, each against the one before.
    @Test func telemetryReleases() throws {
        let labels = try Document.json(try OutsideSuites.bytes(Self.telemetry + "/labels.json")).root.elements.map {
            $0
        }
        var (agreed, asked) = (0, 0)
        var differing: [String] = []
        for label in labels {
            let models = try ["before", "after"].map { side in
                let files = try Self.files(in: "\(Self.telemetry)/\(label[side]?.text ?? "")")
                return try ProtobufSchema(files: files.map { ProtobufFile($0.key, $0.value) })
            }
            for category in BreakingCategory.allCases {
                let found = Sketch.format.findings(
                    from: models[0],
                    to: models[1],
                    rules: ProtobufRule.rules(of: category)
                )
                let counts = Dictionary(grouping: found, by: \.rule).mapValues(\.count)
                var expected: [String: Int] = [:]
                for member in label["buf"]?[category.rawValue]?.members.map({ $0 }) ?? [] {
                    expected[member.name] = member.value.int ?? 0
                }
                asked += 1
                if counts == expected {
                    agreed += 1
                } else {
                    differing.append("\(label["before"]?.text ?? "") \(category.rawValue)")
                }
            }
        }
        #expect(asked == 52)
        #expect(agreed == 51)
        // The checker passes over an enum's end where its package has no other.
        #expect(differing == ["11_v1.7.0 PACKAGE"])
    }
}
