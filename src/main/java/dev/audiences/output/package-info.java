/** The output formats, one class each that implements {@link dev.audiences.output.ItemWriter}. */
package dev.audiences.output;
