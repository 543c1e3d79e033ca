/** Tables of official statistics → figures that are placed, and cells that are not, each with the reason. */
package org.jingwei.table;
