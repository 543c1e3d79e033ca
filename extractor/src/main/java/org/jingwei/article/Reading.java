package org.jingwei.article;

/** What became of a page: an article, or the reason why it is none. */
public sealed interface Reading {
    record Read(Article article) implements Reading {}

    /** Expected trouble: {@code reason} for programs, {@code detail} and {@code remedy} for people. */
    record Rejected(Reason reason, String detail, String remedy) implements Reading {}

    enum Reason {
        EMPTY, BINARY, TOO_LARGE, NOT_DECODABLE, UNKNOWN_CHARSET, NOT_CHINESE, LIST_PAGE, LOGIN_PAGE, VIDEO_PAGE,
        PICTURE_PAGE, ERROR_PAGE,
        NOT_AN_ARTICLE
    }
}
