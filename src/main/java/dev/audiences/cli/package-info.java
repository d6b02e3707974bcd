/**
 * The command line: one class a command, options, and failures put into words and exit codes. It may import every other
 * package; none but {@code Main} imports it. Only here is picocli known.
 */
package dev.audiences.cli;
