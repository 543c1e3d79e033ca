package org.jingwei.publish;

/** What a client may do. */
public enum Role {
    /** Ask and look. */
    READ,
    /** Also send articles in. */
    LOAD;

    /** Whether who has this role may do what asks for the other. */
    boolean covers(Role asked) {
        return compareTo(asked) >= 0;
    }
}
