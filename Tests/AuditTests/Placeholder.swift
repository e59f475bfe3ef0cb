// The first test of Audit replaces this one.
