/** Names and quantities to what the article says. */
package org.jingwei.fact;
