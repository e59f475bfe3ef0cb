// The first test of StorePort replaces this one.
