// The first test of Commands replaces this one.
