package org.jingwei.cli;

import picocli.CommandLine.Option;

/** Options of every verb. */
final class CommonOptions {
    @Option(names = "--verbose", description = "Show the details of a failure, with a stack trace.")
    boolean verbose;
}
