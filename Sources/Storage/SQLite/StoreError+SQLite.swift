import CSQLite
import Glibc
import StorePort

extension StoreError {
    /// What a result code of SQLite means to the users of a store.
    ///
    /// - Parameters:
    ///   - code: The extended result code.
    ///   - message: What SQLite says about it.
    ///   - folder: The data folder.
    init(_ code: CInt, _ message: String, folder: String) {
        let detail = "\(message) (SQLite \(code))"
        self =
            switch code & 0xff {
            case SQLITE_FULL: .full(folder: folder)
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .readOnly(folder: folder)
            case SQLITE_BUSY, SQLITE_LOCKED: .busyElsewhere(folder: folder, process: "another program")
            case SQLITE_NOTADB: .foreignFile(folder: folder)
            case SQLITE_CORRUPT: .corrupt(folder: folder, detail: detail)
            case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_ERROR: .refused(detail: detail)
            default: .io(folder: folder, detail: detail)
            }
    }

    /// What an error number of the system means to the users of a store.
    ///
    /// - Parameters:
    ///   - errno: The error number.
    ///   - what: What was being done.
    ///   - folder: The data folder.
    init(errno: CInt, _ what: String, folder: String) {
        self =
            switch errno {
            case ENOSPC, EDQUOT: .full(folder: folder)
            case EROFS, EACCES, EPERM: .readOnly(folder: folder)
            case ENOENT, ENOTDIR: .notFound(folder: folder)
            default: .io(folder: folder, detail: "\(what): \(String(cString: strerror(errno)))")
            }
    }
}
