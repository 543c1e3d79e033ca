package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jingwei.publish.Role;
import org.jingwei.publish.Tokens;
import org.junit.jupiter.api.Test;

/** A token is shown once, and its line for the server holds a hash. */
class TokenVerbTest {
    @Test
    void theLineFitsTheToken() {
        Told told = Told.by("token", "desk", "--role", "load");
        assertEquals(Exit.DONE, told.exit());
        String token = told.err().strip().replaceFirst("(?s).* ", "");
        assertTrue(token.matches("[A-Za-z0-9_-]{43}"), told.err());
        assertEquals(Tokens.line("desk", Role.LOAD, token) + "\n", told.out());
        assertFalse(told.out().contains(token));
        assertFalse(told.err().contains(Told.by("token", "desk").err().strip().replaceFirst("(?s).* ", "")));
    }

    @Test
    void aNameThatIsNoneIsWrongUsage() {
        assertEquals(Exit.WRONG_USAGE, Told.by("token", "a b").exit());
        assertEquals(Exit.WRONG_USAGE, Told.by("token", "a", "--role", "all").exit());
        assertEquals(Exit.WRONG_USAGE, Told.by("token").exit());
    }
}
