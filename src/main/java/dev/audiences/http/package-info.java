/** One request to its end: addresses, proxy, transport, framing, retries, and why a connection failed. */
package dev.audiences.http;
