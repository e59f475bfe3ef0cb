// The first test of Policies replaces this one.
