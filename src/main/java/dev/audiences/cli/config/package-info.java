/** {@code audiences config}: get, set, unset, list, path. */
package dev.audiences.cli.config;
