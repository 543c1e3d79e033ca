/** The graph for others: a query endpoint with pages, exports in files, and a library of questions. */
package org.jingwei.publish;
