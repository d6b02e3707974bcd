/** A server that imitates the API, for {@code --sandbox}, {@code audiences sandbox} and the tests. */
package dev.audiences.sandbox;
