package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can have meant, asked of one store: it is refused before anything is written. */
class ReconcileUsageTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void files() throws IOException {
        KnowledgeStore.open(folder.resolve("db")).close();
        file("offices.csv", "id,name,type,code,region\n1,苏州,region,,江苏\n3,福州市,region,350100,\n");
        file("empty.csv", "");
        file("twice.csv", "id,id\n1,2\n");
        file("broken.csv", "id,name\n1,\"苏州\n");
        file("broken.ttl", "<a> <b> ");
        file("noname.csv", "id,what\n1,2\n");
    }

    private static void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "--remove", "offices.csv --remove --source x", "missing.csv", "offices.csv --as city",
            "offices.csv --id-column nr", "offices.csv --name-column who", "offices.csv --least-score 2",
            "offices.csv --charset none", "offices.csv --source a/b", "offices.csv --namespace nowhere",
            "offices.csv --dataset file:///x", "empty.csv", "twice.csv", "broken.csv", "broken.ttl", "noname.csv" })
    void whatMakesNoSenseIsOneLineAndTwo(String line) {
        var arguments = new ArrayList<>(List.of("reconcile", "--db", folder.resolve("db").toString()));
        for (String word : line.isEmpty() ? new String[0] : line.split(" ")) {
            arguments.add(word.matches("[a-z]+\\.(csv|ttl)") ? folder.resolve(word).toString() : word);
        }
        Told told = Told.by(arguments.toArray(String[]::new));
        assertEquals(Exit.WRONG_USAGE, told.exit(), told.err());
        assertEquals(1, told.err().lines().count(), told.err());
        assertEquals("", told.out());
        try (var store = KnowledgeStore.openExisting(folder.resolve("db"))) {
            assertEquals(false, store.<Boolean>read(dataset -> dataset.find().hasNext()), "something was stored");
        }
    }
}
