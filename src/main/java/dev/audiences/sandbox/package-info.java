/**
 * An imitation of the API on the loopback interface, for {@code --sandbox}, {@code audiences sandbox} and the tests. It
 * imports nothing of ours but what lets time pass ({@link dev.audiences.api.Sleeper}).
 */
package dev.audiences.sandbox;
