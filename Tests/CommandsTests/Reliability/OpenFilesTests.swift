import FoundationEssentials
import Glibc
import Testing

@testable import Commands

@Suite("open files")
struct OpenFilesTests {
    @Test("serve raises the limit as far as it may", .enabled(if: BuiltProgram.isBuilt, BuiltProgram.absence))
    func areAsManyAsMayBe() throws {
        let registry = try BenchRegistry()
        let server = try ServedProcess(data: registry.data)
        defer { _ = server.end(with: SIGTERM) }
        let limits = try String(contentsOf: URL(filePath: "/proc/\(server.id)/limits"), encoding: .utf8)
        let line = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max open files") })
        let words = line.split(separator: " ")
        #expect(words[3] == words[4])
    }

    @Test func areLookedAtByDoctor() {
        #expect(CommandRun(["doctor"]).out.contains("open files"))
    }
}
