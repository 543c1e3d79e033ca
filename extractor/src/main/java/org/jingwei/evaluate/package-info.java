/** Extracted facts against gold facts, both in the flat form that {@code --format facts} writes. Plain Java. */
package org.jingwei.evaluate;
