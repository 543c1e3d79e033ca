/** Bytes to the article's own text: decoded, cut out of its page, repaired, simplified, with a map back. */
package org.jingwei.article;
