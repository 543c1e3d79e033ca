package org.jingwei.fact;

/** Whether the text says that something is so, is planned, or is aimed at. */
public enum Status {
    ACTUAL, PLANNED, TARGET
}
