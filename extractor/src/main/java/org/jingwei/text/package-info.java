/** Article to sentences, tokens and names. The only room that knows HanLP. */
package org.jingwei.text;
