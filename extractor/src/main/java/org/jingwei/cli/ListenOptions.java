package org.jingwei.cli;

import org.jingwei.publish.EndpointSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the verbs that serve. */
final class ListenOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(names = "--port", paramLabel = "N", defaultValue = "3030", description = "The port to listen on; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--host", paramLabel = "NAME", defaultValue = "127.0.0.1", description = "The address to listen on (default: ${DEFAULT-VALUE}, this machine only). Anybody who can reach another address can ask.")
    private String host;

    EndpointSettings settings() {
        try {
            return EndpointSettings.defaults().withHost(host).withPort(port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(verb.commandLine(), e.getMessage());
        }
    }
}
