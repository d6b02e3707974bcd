/** An imitation of the API on the loopback interface, for {@code --sandbox}, {@code audiences sandbox} and the tests. */
package dev.audiences.sandbox;
