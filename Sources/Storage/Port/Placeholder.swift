// The first file of StorePort replaces this one.
