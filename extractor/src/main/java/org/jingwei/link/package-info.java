/** Names to things we know. */
package org.jingwei.link;
