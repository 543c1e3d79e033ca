package org.jingwei.quantity;

/**
 * How the stated number relates to the value. A range is read as two quantities: {@link #OVER} and {@link #UNDER}.
 *
 * <p>At a decline, whose value is negative, a bound bounds the size of the decline: 下降超过5% is -5 and {@link #OVER}, a
 * fall of more than 5 %, though the value itself lies below -5.
 */
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
