/** Rules about text that all of the program may use; they need nothing else of it. */
package dev.audiences.text;
