import Glibc
import StorePort

/// How to open a data folder.
package enum OpenMode: Hashable, Sendable {
    /// Makes the folder and an empty log; refused where there is a log already.
    case create

    /// Opens what is there; refused where there is nothing, so that no log comes into being by accident.
    case existing
}

/// The database in a data folder.
struct DatabaseFile {
    /// The folder, as the user named it.
    let folder: String

    /// The file in it.
    var path: String { folder + "/canon.db" }

    /// Makes the folder where it is to be made.
    func prepareFolder(_ mode: OpenMode) throws(StoreError) {
        guard mode == .create, mkdir(folder, 0o700) != 0 else { return }
        guard errno != EEXIST else { return }
        throw StoreError(errno: errno, "mkdir", folder: folder)
    }

    /// Makes the empty file, or sees that it is there.
    ///
    /// It is made here and not by SQLite so that nobody but its owner may read it. Nothing may be open on it yet:
    /// closing any descriptor of a file drops the locks that the process has on it.
    func prepare(_ mode: OpenMode) throws(StoreError) {
        let flags = mode == .create ? O_RDWR | O_CREAT : O_RDWR
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno, "canon.db", folder: folder) }
        close(descriptor)
    }
}
