package org.waymark;

import java.math.BigDecimal;

/**
 * A village of the demo; made up.
 *
 * @param cadre user name of the person who answers for its objects
 * @param mu land to be requisitioned there
 */
enum DemoVillage {
    LUXI("芦溪村", "cadre", 96, 780, "302.40"),
    XUANAO("漩岙村", "cadre2", 78, 655, "248.75"),
    TANGLI("塘里村", "cadre", 66, 610, "201.30"),
    SHATOU("沙头村", "cadre2", 52, 540, "166.85"),
    LINGJIAO("岭脚村", "cadre", 40, 455, "127.30");

    final String name;
    final String cadre;
    final int households;
    final int places;
    final BigDecimal mu;

    DemoVillage(String name, String cadre, int households, int places, String mu) {
        this.name = name;
        this.cadre = cadre;
        this.households = households;
        this.places = places;
        this.mu = new BigDecimal(mu);
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static String section(int number) {
        return number % 2 == 0 ? "1标 DK12+300-DK14+100" : "2标 DK14+100-DK15+650";
    }
}
