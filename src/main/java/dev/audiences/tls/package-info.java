/** TLS: the trusted certificates, and the name of the host that they must be for. */
package dev.audiences.tls;
