/** Files that appear whole or not at all: the output file and the config file alike. */
package dev.audiences.file;
