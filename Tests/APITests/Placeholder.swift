// The first test of API replaces this one.
