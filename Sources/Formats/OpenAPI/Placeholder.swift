// The first file of OpenAPI replaces this one.
