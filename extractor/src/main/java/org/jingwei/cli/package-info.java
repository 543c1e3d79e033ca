/**
 * One class a verb. Data goes to standard output, talk and progress to standard error; what can go wrong has an
 * {@link org.jingwei.cli.Exit} code and one line that says what, where and what to do.
 */
package org.jingwei.cli;
