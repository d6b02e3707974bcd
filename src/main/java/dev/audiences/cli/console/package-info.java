/** What every command shares: its interface, exit codes, failures and their words, messages on stderr, option specs. */
package dev.audiences.cli.console;
