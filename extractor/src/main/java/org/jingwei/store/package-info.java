/** Triples at rest: a TDB2 store with one owner, written in batches that are there whole or not at all. */
package org.jingwei.store;
