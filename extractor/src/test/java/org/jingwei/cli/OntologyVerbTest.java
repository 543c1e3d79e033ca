package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ontology}: the page and the data, to a file and to standard output. */
class OntologyVerbTest {
    @TempDir
    Path folder;

    @Test
    void thePageIsWrittenToAFile() throws IOException {
        Path file = folder.resolve("ontology.html");
        Told told = Told.by("ontology", "--out", file.toString());
        assertEquals(0, told.exit(), told.err());
        assertEquals("", told.out());
        String page = Files.readString(file);
        assertTrue(page.startsWith("<!DOCTYPE html>"));
        assertTrue(page.contains("<h3 id=\"Signing\">"));
        assertEquals(page, Told.by("ontology").out());
    }

    @ParameterizedTest
    @ValueSource(strings = { "o.ttl", "o.jsonld" })
    void theNameOfTheFileTellsTheFormat(String name) throws IOException {
        Path file = folder.resolve(name);
        assertEquals(0, Told.by("ontology", "--out", file.toString()).exit());
        Lang lang = name.endsWith(".ttl") ? Lang.TURTLE : Lang.JSONLD;
        Graph read = RDFParser.fromString(Files.readString(file), lang).toGraph();
        assertTrue(read.isIsomorphicWith(ReferenceGraphs.vocabulary(Iris.standard())));
        String option = name.endsWith(".ttl") ? "turtle" : "jsonld";
        assertEquals(Files.readString(file), Told.by("ontology", "--format", option).out());
    }

    @Test
    void itMovesWithTheBase() {
        String turtle = Told.by("ontology", "--format", "turtle", "--base", "http://localhost:3330/").out();
        assertTrue(turtle.contains("http://localhost:3330/ns#"));
        assertFalse(turtle.contains(Iris.DEFAULT_BASE));
    }

    @Test
    void wrongUsageIsTold() {
        assertEquals(2, Told.by("ontology", "--format", "docx").exit());
        assertEquals(2, Told.by("ontology", "--base", "here").exit());
        assertEquals(73, Told.by("ontology", "--out", folder.toString()).exit());
    }
}
