import Audit

extension Migration {
    /// Layout 1.
    ///
    /// | table | what | written |
    /// | --- | --- | --- |
    /// | `audit_leaf` | the leaves, by position, and what they are found by | once, never changed |
    /// | `audit_node` | complete subtrees of two and more leaves | once, never changed |
    /// | `audit_head` | size and root, one row | with every group of writes |
    /// | `projection` | rows that follow from the leaves | as they change |
    /// | `blob` | content by its SHA-256 | once, never changed |
    ///
    /// Times never fall with positions, so the leaves are in the order of their times too and no index is needed for it.
    /// A row of `projection` lies in its primary key, which is one tree less to write for each. Its index begins with the
    /// parent, so that what one write adds under one subject lies on one page.
    ///
    /// The triggers stop mistakes of the program. They do not stop whoever owns the file: the Merkle tree shows that.
    static let firstLayout = Migration(
        number: 1,
        statements: [
            """
            CREATE TABLE audit_leaf (
                seq INTEGER PRIMARY KEY CHECK (seq >= 0),
                leaf BLOB NOT NULL,
                leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32),
                time_ms INTEGER NOT NULL,
                actor TEXT NOT NULL,
                subject TEXT NOT NULL,
                action TEXT NOT NULL,
                request TEXT
            ) STRICT
            """,
            """
            CREATE TABLE audit_node (
                level INTEGER NOT NULL CHECK (level >= 1),
                idx INTEGER NOT NULL CHECK (idx >= 0),
                hash BLOB NOT NULL CHECK (length(hash) = 32),
                PRIMARY KEY (level, idx)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE audit_head (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                size INTEGER NOT NULL CHECK (size >= 0),
                root BLOB NOT NULL CHECK (length(root) = 32)
            ) STRICT
            """,
            "CREATE INDEX audit_leaf_actor ON audit_leaf (actor)",
            "CREATE INDEX audit_leaf_subject ON audit_leaf (subject)",
            "CREATE INDEX audit_leaf_action ON audit_leaf (action)",
            "CREATE INDEX audit_leaf_request ON audit_leaf (request) WHERE request IS NOT NULL",
            """
            CREATE TABLE projection (
                collection TEXT NOT NULL,
                key TEXT NOT NULL,
                parent TEXT NOT NULL,
                ordinal INTEGER NOT NULL,
                body BLOB NOT NULL,
                PRIMARY KEY (collection, key)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX projection_parent ON projection (parent, collection, ordinal, key)",
            """
            CREATE TABLE blob (
                digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
                bytes BLOB NOT NULL
            ) STRICT
            """,
            """
            CREATE TRIGGER audit_leaf_no_update BEFORE UPDATE ON audit_leaf
            BEGIN SELECT RAISE(ABORT, 'a leaf is never changed'); END
            """,
            """
            CREATE TRIGGER audit_leaf_no_delete BEFORE DELETE ON audit_leaf
            BEGIN SELECT RAISE(ABORT, 'a leaf is never deleted'); END
            """,
            """
            CREATE TRIGGER audit_node_no_update BEFORE UPDATE ON audit_node
            BEGIN SELECT RAISE(ABORT, 'a tree node is never changed'); END
            """,
            """
            CREATE TRIGGER audit_node_no_delete BEFORE DELETE ON audit_node
            BEGIN SELECT RAISE(ABORT, 'a tree node is never deleted'); END
            """,
            """
            CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
            BEGIN SELECT RAISE(ABORT, 'content is never changed'); END
            """,
            "INSERT INTO audit_head (id, size, root) VALUES (1, 0, \(Merkle.emptyRoot))",
            "PRAGMA application_id = 1128353359",
            "PRAGMA user_version = 1",
        ]
    )
}
