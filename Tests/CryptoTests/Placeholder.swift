// The first test of Crypto replaces this one.
