/** Facts to triples, their check against the shapes, and back to plain facts. The first room that knows Jena. */
package org.jingwei.rdf;
