package dev.audiences.cli.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The values of options and parameters, by their type. */
class OptionTest {
    private final Option<Boolean> all = Option.flag("", "--all");
    private final Option<Integer> limit = Option.number(1, "N", "", "-l", "--limit");
    private final Option<Duration> timeout = Option.duration("TIME", "", "--timeout");
    private final Option<String> name = Option.text("TEXT", "", "--name");
    private final Parameter<String> key = Parameter.choice(List.of("a", "b"), "KEY", "");
    private final Parameter<String> value = Parameter.optionalSecond("VALUE", "");

    private void parse(String... arguments) {
        CommandSpec command = CommandSpecs.create("", "", "", "");
        for (Option<?> option : List.of(all, limit, timeout, name)) {
            option.addTo(command, OptionGroup.GENERAL);
        }
        key.addTo(command);
        value.addTo(command);
        new CommandLine(command).parseArgs(arguments);
    }

    @Test
    void hasTheValueOnTheCommandLine() {
        parse("--all", "-l", "5", "--timeout=2m", "--name", "x", "k", "v");

        assertTrue(all.value());
        assertEquals(5, limit.value());
        assertEquals(Duration.ofMinutes(2), timeout.value());
        assertEquals("x", name.value());
        assertEquals("k", key.value());
        assertEquals("v", value.value());
    }

    @Test
    void hasNoValueButADefaultWhenItIsNotGiven() {
        parse("k");

        assertNull(limit.value());
        assertEquals(7, limit.valueOr(7));
        assertNull(value.value());
        assertFalse(limit.isSet());
        assertFalse(all.isSet());
    }

    @Test
    void aFlagThatIsFalseIsNotSet() {
        parse("k", "--all=false", "--limit", "1");

        assertFalse(all.isSet());
        assertTrue(limit.isSet());
    }

    @Test
    void hasTheLongestOfItsNames() {
        assertEquals("--limit", limit.name());
    }

    @Test
    void refusesValuesThatAreNotOfItsType() {
        for (String wrong : List.of("--limit=0", "--limit=x", "--timeout=soon", "--name=")) {
            assertThrows(ParameterException.class, () -> parse("k", wrong), wrong);
        }
    }

    @Test
    void aListHasAllArguments() {
        Parameter<String[]> words = Parameter.list("COMMAND", "");
        CommandSpec command = CommandSpec.create();
        words.addTo(command);

        new CommandLine(command).parseArgs("config", "set");

        assertArrayEquals(new String[] {"config", "set"}, words.value());
    }
}
