/** Makes text safe for a terminal, and computes its width. */
package dev.audiences.terminal;
