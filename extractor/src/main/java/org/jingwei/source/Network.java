package org.jingwei.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.TrustManager;

/** What reading the web needs of the machine: names, trust, time. Tests bring their own. */
record Network(Resolver resolver, Trust trust, Time time) {

    /** All addresses of a host, of which there is at least one. */
    interface Resolver {
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    /** Which certificates are trusted. */
    interface Trust {
        /** {@code null} for those of the Java runtime. */
        TrustManager[] managers();
    }

    /** A clock that only measures, and waiting. */
    interface Time {
        long nanos();

        void sleep(Duration duration) throws InterruptedException;
    }

    static final Network SYSTEM = new Network(host -> List.of(InetAddress.getAllByName(host)), () -> null,
            new Time() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void sleep(Duration duration) throws InterruptedException {
                    Thread.sleep(duration);
                }
            });
}
