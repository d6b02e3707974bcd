/**
 * Where each setting comes from, and the config file. It imports nothing of ours but rules about text, and the rule
 * which hosts are this machine ({@link dev.audiences.api.Loopback}).
 */
package dev.audiences.config;
