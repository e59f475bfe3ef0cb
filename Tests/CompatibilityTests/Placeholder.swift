// The first test of Compatibility replaces this one.
