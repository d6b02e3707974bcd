/**
 * Files that appear whole or not at all: the output file and the config file alike. It imports nothing of ours.
 */
package dev.audiences.file;
