package org.jingwei.store;

import java.util.Optional;

/**
 * What is left of an article that was retracted.
 *
 * @param key      of the article
 * @param hash     SHA-256 of its page, in lower-case hexadecimal; absent of an article that was stored without a page
 * @param location where the page was read; absent likewise
 * @param reason   as it was given
 */
public record Tombstone(String key, Optional<String> hash, Optional<String> location, String reason) {}
