// The first file of Arguments replaces this one.
