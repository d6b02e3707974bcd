/** How a command reaches the API: the options of the connection, and a client made from the settings. */
package dev.audiences.cli.session;
