/** The process: streams in non-blocking mode, and an exit that nothing can block. */
package dev.audiences.process;
