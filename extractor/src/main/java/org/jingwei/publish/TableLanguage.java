package org.jingwei.publish;

/** Of headings and of the names of codes; what the page states stays as it is. */
public enum TableLanguage {
    ZH("zh-Hans"), EN("en");

    private final String tag;

    TableLanguage(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
