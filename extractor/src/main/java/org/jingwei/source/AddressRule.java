package org.jingwei.source;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses may be connected to. Asked with the address of every single connection. Thread-safe. */
@FunctionalInterface
public interface AddressRule {

    boolean allows(InetAddress address);

    /**
     * Addresses of the public internet: none of the special-purpose blocks of the IANA registries (this host, private,
     * shared, loopback, link-local, protocol assignments, documentation, benchmarking, 6to4, multicast, reserved); of
     * IPv6 only global unicast without documentation, protocol assignments and 6to4. An IPv6 address that maps or
     * translates an IPv4 address is as good as that one.
     */
    AddressRule PUBLIC = AddressRule::isPublic;

    private static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress(), 0);
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes, int from) {
        int a = bytes[from] & 0xff;
        int b = bytes[from + 1] & 0xff;
        int c = bytes[from + 2] & 0xff;
        boolean special = a == 0 || a == 10 || a == 127 || a >= 224 // this host, private, loopback, multicast, reserved
                || a == 100 && b >= 64 && b < 128 // shared by carriers
                || a == 169 && b == 254 // link-local
                || a == 172 && b >= 16 && b < 32 || a == 192 && b == 168 // private
                || a == 192 && b == 0 && (c == 0 || c == 2) // protocol assignments, documentation
                || a == 192 && b == 88 && c == 99 // 6to4 relays
                || a == 198 && (b == 18 || b == 19) // benchmarking
                || a == 198 && b == 51 && c == 100 || a == 203 && b == 0 && c == 113; // documentation
        return !special;
    }

    private static boolean isPublic6(byte[] bytes) {
        if (startsWith(bytes, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) { // translated by NAT64
            return isPublic4(bytes, 12);
        }
        if (startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff)) { // mapped
            return isPublic4(bytes, 12);
        }
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean special = startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0 // protocol assignments, Teredo
                || startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8) // documentation
                || startsWith(bytes, 0x3f, 0xff) && (bytes[2] & 0xf0) == 0 // documentation
                || startsWith(bytes, 0x20, 0x02); // 6to4
        return global && !special;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
