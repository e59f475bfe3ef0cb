import Glibc
import StorePort

/// The right to be the only process that has a data folder open.
///
/// Held through `flock` on `server.lock`, which also names the process; the system lets go of it when the process ends,
/// however it ends. The file is never deleted: two processes could then lock two files of the same name.
struct FolderLock: ~Copyable {
    let descriptor: CInt

    /// Takes the lock.
    ///
    /// - Parameter folder: An existing folder.
    /// - Throws: ``StoreError/busyElsewhere(folder:process:)``, or what keeps the file from being made.
    init(_ folder: String) throws(StoreError) {
        descriptor = open(folder + "/server.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "server.lock", folder: folder) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            let process = Self.process(descriptor)
            // What is thrown from here on runs `deinit`, which closes the file: closing it here too would close
            // whatever file another thread has opened under that number in between.
            guard reason == EWOULDBLOCK else { throw StoreError(errno: reason, "server.lock", folder: folder) }
            throw .busyElsewhere(folder: folder, process: process)
        }
        let name = Array("\(getpid())\n".utf8)
        // Only for the message of a second process: the lock holds without it.
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, name, name.count, 0)
    }

    deinit {
        guard descriptor >= 0 else { return }
        // A process that is being started shares the open file for a moment, and the lock would live as long.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// The process that wrote its number into the file.
    private static func process(_ descriptor: CInt) -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(count, 0)).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits.isEmpty ? "another process" : "process \(String(decoding: digits, as: UTF8.self))"
    }
}
