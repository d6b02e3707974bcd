/** Sends one request: addresses, proxy, transport, framing, retries, and the reasons of connection failures. */
package dev.audiences.http;
