// The first file of SQLiteStore replaces this one.
