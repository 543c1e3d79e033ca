package org.jingwei.publish;

/**
 * The page for who comes with a browser and is not let in: browsers ask for a name and a password, and never for a
 * token. It needs nothing else of the server, which would not be let out either.
 */
final class ShutDoor {
    private ShutDoor() {}

    /**
     * In both languages.
     *
     * @param detail    why, in English
     * @param passwords whether the server knows passwords, so that reading the page again lets the browser ask for one
     */
    static String page(String detail, boolean passwords) {
        return "<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>需要凭证 · 经纬 Jingwei</title>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><style>body{font:16px/1.6 system-ui,sans-serif;"
                + "max-width:42rem;margin:2rem auto;padding:0 1rem}code{overflow-wrap:anywhere}</style></head>\n<body>\n<main>\n"
                + "<h1>需要凭证</h1>\n"
                + (passwords
                        ? "<p>这台服务器要求用户名和密码。重新载入本页，浏览器会再次询问。</p>\n"
                        : "<p>这台服务器只认令牌（token），而浏览器不会自己发送令牌，所以此处打不开网页。</p>\n<ul>\n"
                                + "<li>管理员：用 <code>--password-file</code> 另给用户名和密码，浏览器便会询问；只读的公开服务可用 "
                                + "<code>--public-read</code>。</li>\n<li>程序：请求时带上 <code>Authorization: Bearer TOKEN</code>。"
                                + "</li>\n</ul>\n")
                + "<div lang=\"en\">\n<h1>Say who you are</h1>\n<p>" + Html.text(detail) + "</p>\n"
                + (passwords
                        ? "<p>Load this page again: the browser asks for a name and a password.</p>\n"
                        : "<p>This server knows tokens only, and a browser sends none by itself, so that the pages cannot "
                                + "be seen with one.</p>\n<ul>\n<li>Who runs it: give names and passwords as well, with "
                                + "<code>--password-file</code>, and browsers ask for them; where anybody may read, start it "
                                + "with <code>--public-read</code>.</li>\n<li>Programs: send <code>Authorization: Bearer "
                                + "TOKEN</code>.</li>\n</ul>\n")
                + "</div>\n</main>\n</body></html>\n";
    }
}
