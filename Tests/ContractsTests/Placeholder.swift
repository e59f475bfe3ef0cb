// The first test of Contracts replaces this one.
