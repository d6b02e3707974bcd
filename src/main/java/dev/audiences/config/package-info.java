/**
 * Where each setting comes from, and the config file. It imports nothing of ours but the rule which hosts are this machine
 * ({@link dev.audiences.api.Loopback}), the time that a step may take, {@code file} and {@code text}.
 */
package dev.audiences.config;
