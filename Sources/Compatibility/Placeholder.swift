// The first file of Compatibility replaces this one.
