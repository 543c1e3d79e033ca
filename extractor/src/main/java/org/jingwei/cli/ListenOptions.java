package org.jingwei.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.PublishException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of a verb that serves this machine. */
final class ListenOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(names = "--port", paramLabel = "N", defaultValue = ""
            + EndpointSettings.DEFAULT_PORT, description = "The port to listen on; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--host", paramLabel = "NAME", defaultValue = "127.0.0.1", description = "The address to listen on (default: ${DEFAULT-VALUE}); it must be of this machine only.")
    private String host;

    @Option(names = "--allow-origin", paramLabel = "ORIGIN", description = "A web origin, such as http://127.0.0.1:3333, whose pages may read answers and show previews; * for all. May be given more than once (default: none).")
    private List<String> origins = new ArrayList<>();

    EndpointSettings settings() {
        for (String origin : origins) {
            if (!origin.matches("\\*|https?://[^/?#;,\\s'\"]+")) {
                throw new ParameterException(verb.commandLine(),
                        "--allow-origin must be scheme, host and port without a path, such as http://127.0.0.1:3333, not "
                                + origin);
            }
        }
        try {
            var settings = EndpointSettings.defaults().withHost(host).withPort(port)
                    .withAllowedOrigins(Set.copyOf(origins));
            settings.check();
            return settings;
        } catch (PublishException e) {
            throw new ParameterException(verb.commandLine(), "--host " + host
                    + ": this verb serves this machine only; for others, load and serve", e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(verb.commandLine(), e.getMessage());
        }
    }
}
