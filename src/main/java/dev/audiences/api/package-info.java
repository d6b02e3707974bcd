/**
 * The client of the API: one method an endpoint, pages as a lazy stream, retries, strict decoding. It knows no command
 * and no setting, and imports nothing of ours but rules about text.
 *
 * <p>"The reference", wherever a comment names it, is the vendor's public API reference, page "List audiences (imported
 * lists)".
 */
package dev.audiences.api;
