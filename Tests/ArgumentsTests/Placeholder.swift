// The first test of Arguments replaces this one.
