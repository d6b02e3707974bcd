/** Text for messages: numbers, times, shell quoting and the masking of secrets. */
package dev.audiences.text;
