/** The output formats, one class each behind one interface. */
package dev.audiences.output;
