/** Text made safe for a terminal, and how wide it is there. */
package dev.audiences.terminal;
