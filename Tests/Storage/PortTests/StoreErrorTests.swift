import StorePort
import Testing

@Suite("store error")
struct StoreErrorTests {
    static let all: [StoreError] = [
        .full(folder: "/data"), .readOnly(folder: "/data"), .corrupt(folder: "/data", detail: "x"),
        .io(folder: "/data", detail: "x"), .busyElsewhere(folder: "/data", process: "process 7"),
        .newerSchema(folder: "/data", found: 3, known: 2), .notFound(folder: "/data"), .alreadyExists(folder: "/data"),
        .foreignFile(folder: "/data"), .refused(detail: "x"), .outcomeUnknown(detail: "x"), .closed,
    ]

    @Test("each has a code of its own")
    func codes() {
        #expect(Set(Self.all.map(\.code)).count == Self.all.count)
        #expect(Self.all.allSatisfy { $0.code.hasPrefix("store-") })
    }

    @Test("those that are about a folder name it", arguments: all.prefix(9))
    func folders(_ error: StoreError) {
        #expect(error.description.contains("'/data'"))
    }

    @Test("what to do is said")
    func advice() {
        #expect(
            StoreError.busyElsewhere(folder: "/data", process: "process 7").description
                == "process 7 has the data in '/data' open, and only one server may; stop it or name another folder"
        )
    }
}
