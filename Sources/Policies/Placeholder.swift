// The first file of Policies replaces this one.
