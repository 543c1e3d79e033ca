package org.jingwei.quantity;

/** How the stated number relates to the value. A range is read as two quantities: {@link #OVER} and {@link #UNDER}. */
public enum Bound {
    /** Stated without reserve. */
    EXACT,
    /** 约, 近, 左右. */
    ABOUT,
    /** 超, 逾, 多, 余, 以上, 突破, 不低于. */
    OVER,
    /** 不超过, 以内, 不足. */
    UNDER
}
