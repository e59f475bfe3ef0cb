// The first file of Governance replaces this one.
