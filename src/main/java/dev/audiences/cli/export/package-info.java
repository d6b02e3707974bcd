/** How a list reaches its reader: format and file, fields and order, what is said about it, and how to go on. */
package dev.audiences.cli.export;
