/** The front door: the command line, its help, wrong usage, and the commands that ask no API. */
package dev.audiences.cli;
