package org.jingwei.cli;

/** The exit codes of the program. From 70 they follow sysexits.h. */
public final class Exit {
    /** Everything asked for was done. */
    public static final int DONE = 0;
    /** Done, but some pages were rejected or some inputs could not be read; each was named on standard error. */
    public static final int SOME_REJECTED = 1;
    /** Nothing was done: the command line does not make sense. */
    public static final int WRONG_USAGE = 2;
    /** The installation is broken, or the program has a fault. */
    public static final int BROKEN = 70;
    /** An output could not be created. */
    public static final int CANNOT_CREATE = 73;
    /** Reading or writing failed on the way. */
    public static final int IO = 74;
    /** Somebody else holds what is needed: the store, the port. The same command may succeed later. */
    public static final int BUSY = 75;

    private Exit() {}
}
