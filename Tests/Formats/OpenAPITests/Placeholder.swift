// The first test of OpenAPI replaces this one.
