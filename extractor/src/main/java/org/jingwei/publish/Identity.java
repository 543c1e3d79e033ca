package org.jingwei.publish;

/**
 * A client that has said who it is.
 *
 * @param name for the log
 * @param role what it may do
 */
record Identity(String name, Role role) {}
