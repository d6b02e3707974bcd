/** Files that are written completely or not at all: the output file and the config file. */
package dev.audiences.file;
