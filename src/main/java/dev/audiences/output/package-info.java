/**
 * One class a format behind one interface, text made safe for a terminal, and files that appear when they are complete. It
 * imports nothing of ours but the items to write ({@link dev.audiences.api.Item}, {@link dev.audiences.api.JsonText}).
 */
package dev.audiences.output;
