/** The process itself: streams that another program made non-blocking, and an end that nothing can hold up. */
package dev.audiences.process;
