/** Where each setting comes from, and the config file. */
package dev.audiences.config;
