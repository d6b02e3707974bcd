/**
 * What the API has: its resources and their fields, its endpoints, pages, and strict decoding. It knows no command.
 *
 * <p>"The reference", wherever a comment names it, is the vendor's public API reference, page "List audiences (imported
 * lists)".
 */
package dev.audiences.api;
