/** Words, numbers and times as people read them; secrets hidden, commands quoted. */
package dev.audiences.text;
