// The first test of JSONSchema replaces this one.
