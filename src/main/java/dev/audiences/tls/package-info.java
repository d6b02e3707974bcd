/** TLS: which certificates are trusted, and for which host. */
package dev.audiences.tls;
