// The first test of Governance replaces this one.
