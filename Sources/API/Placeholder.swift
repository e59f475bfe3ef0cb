// The first file of API replaces this one.
