package org.waymark.identity.workbook;

import java.util.List;

/** The sheets of the workbook, in the order they are taken, and their columns as they are headed. */
enum Sheet {
    UNITS("单位", List.of("编号", "名称", "英文名")),
    VILLAGES("村", List.of("编号", "名称", "英文名")),
    PEOPLE("人员", List.of("账号", "姓名", "英文名", "邮箱", "单位", "角色", "所辖村", "停用日期"));

    /** Rows below the heading a sheet may have. */
    static final int MOST_ROWS = 2000;

    private final String title;
    private final List<String> columns;

    Sheet(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    String title() {
        return title;
    }

    List<String> columns() {
        return columns;
    }
}
