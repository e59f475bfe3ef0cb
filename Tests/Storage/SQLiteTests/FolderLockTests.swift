import Dispatch
import Glibc
import StorePort
import Testing

@testable import SQLiteStore

@Suite("lock of a data folder")
struct FolderLockTests {
    let folder = TestFolder()

    @Test("is let go of when it is dropped")
    func dropped() throws {
        for _ in 0..<3 { _ = try FolderLock(folder.path) }
    }

    @Test("is let go of although a process that is being started still shares the file")
    func shared() throws {
        var copy: CInt = -1
        do {
            let lock = try FolderLock(folder.path)
            copy = dup(lock.descriptor)
        }
        defer { close(copy) }
        _ = try FolderLock(folder.path)
    }

    /// A descriptor that is closed twice is somebody else's the second time.
    ///
    /// In a process of its own, where such a mistake harms no other test.
    @Test("a refusal closes its own file once and nobody else's")
    func refusal() async {
        await #expect(processExitsWith: .exitCode(0)) { [path = folder.path as String] in
            let lock = try FolderLock(path)
            let lost = await withTaskGroup(of: Int.self) { group in
                group.addTask { Self.lostDescriptors() }
                group.addTask {
                    for _ in 0..<20_000 { #expect(throws: StoreError.self) { _ = try FolderLock(path) } }
                    return 0
                }
                return await group.reduce(0, +)
            }
            _ = lock
            exit(lost == 0 ? 0 : 1)
        }
    }

    /// How often a descriptor was gone before its owner closed it.
    static func lostDescriptors() -> Int {
        (0..<100_000).count { _ in
            let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
            return close(descriptor) != 0
        }
    }
}
