// The first test of Syntax replaces this one.
