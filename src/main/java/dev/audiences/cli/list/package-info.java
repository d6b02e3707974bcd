/** The commands that ask the API: which list, which filter. */
package dev.audiences.cli.list;
