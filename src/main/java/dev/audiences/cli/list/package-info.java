/** The main job: {@code audiences list} and {@code audiences accounts}, from the options to the last line on stderr. */
package dev.audiences.cli.list;
