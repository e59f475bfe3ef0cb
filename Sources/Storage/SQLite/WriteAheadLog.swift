import CSQLite
import StorePort

/// How long the write-ahead log is, and when it is copied into the database.
final class WriteAheadLog {
    /// Pages between two checkpoints: 32 MiB, so that one copies each page that was written often only once.
    static let interval: CInt = 8192

    /// Pages above which a checkpoint waits for readers, so that the log begins anew: 64 MiB.
    static let longest: CInt = 16_384

    private var pages: CInt = 0
    private var due = interval

    /// Learns of every commit on the connection, which must not be used any more when this object is gone.
    init(of connection: Connection) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            connection.handle,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<WriteAheadLog>.fromOpaque(context).takeUnretainedValue().committed(pages)
                return SQLITE_OK
            },
            context
        )
    }

    private func committed(_ pages: CInt) {
        if pages < self.pages { due = Self.interval }
        self.pages = pages
    }

    /// Makes a checkpoint where enough was written since the last one.
    ///
    /// - Throws: ``StoreError/io(folder:detail:)`` and the like; a full disk and a reader in the way are no errors.
    func checkpointIfDue(_ connection: Connection) throws(StoreError) {
        guard pages >= due else { return }
        try connection.checkpoint(pages < Self.longest ? .passive : .restart)
        // A reader may have kept it from going to the end; then it is not tried again after every group.
        due = pages + Self.interval
    }
}

/// What a checkpoint waits for.
enum CheckpointMode {
    /// Nothing.
    case passive

    /// Readers of older states, for at most the busy timeout.
    case restart

    /// The same, and the file is cut to nothing.
    case truncate

    fileprivate var code: CInt {
        switch self {
        case .passive: SQLITE_CHECKPOINT_PASSIVE
        case .restart: SQLITE_CHECKPOINT_RESTART
        case .truncate: SQLITE_CHECKPOINT_TRUNCATE
        }
    }
}

extension Connection {
    /// Copies the write-ahead log into the database as far as readers allow.
    ///
    /// - Throws: ``StoreError``, but not where the disk is full or a reader is in the way: then the log stays as it is.
    func checkpoint(_ mode: CheckpointMode) throws(StoreError) {
        let code = sqlite3_wal_checkpoint_v2(handle, nil, mode.code, nil, nil)
        let harmless = [SQLITE_OK, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL]
        guard !harmless.contains(code & 0xff) else { return }
        throw StoreError(code, String(cString: sqlite3_errmsg(handle)), folder: folder)
    }
}
