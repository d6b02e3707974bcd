/**
 * Where each setting comes from, and the config file. It imports nothing of ours but the rule which hosts are this machine
 * ({@link dev.audiences.api.Loopback}), and {@link dev.audiences.file}.
 */
package dev.audiences.config;
