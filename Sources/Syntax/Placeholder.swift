// The first file of Syntax replaces this one.
