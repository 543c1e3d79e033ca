/** Bytes and where they came from. */
package org.jingwei.source;
