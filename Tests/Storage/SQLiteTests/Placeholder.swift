// The first test of SQLiteStore replaces this one.
