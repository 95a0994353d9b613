package org.shuangshi.registry.permission;

/** What a role may allow. The words are kept in the database: never rename one. */
public enum Permission {
  REGISTER_READ("查看登记簿：地图、房屋、地址、网格与统计", false),
  PEOPLE_READ("查看人口与户（遮盖）", false),
  PEOPLE_REVEAL("查看完整的个人字段", true),
  PLACE_WRITE("登记和更正楼栋、户室、地址、单位与走访", false),
  PEOPLE_WRITE("登记和更正人口、户、居住关系与租赁", false),
  GRID_PLAN("划分网格、安排网格岗位", false),
  GRID_APPROVE("审批与撤回网格方案", false),
  REGION_WRITE("维护行政区划与道路、更名", false),
  EXPORT("导出图层与清单（不含个人字段）", false),
  EXPORT_PEOPLE("导出人口", true),
  IMPORT("导入与撤销批次", false),
  /** Whole rows, people's among them, to whoever keeps a copy. */
  CHANGE_FEED("读取变更流", true),
  ACCOUNT_MANAGE("管理账号、角色与授权", true),
  SETTING_MANAGE("管理设置", true),
  AUDIT_READ("查看日志", false),
  ERASE("删除个人信息（须两人）", true);

  private final String label;
  private final boolean secondFactor;

  Permission(String label, boolean secondFactor) {
    this.label = label;
    this.secondFactor = secondFactor;
  }

  /** What it is, for people to read. */
  public String label() {
    return label;
  }

  /** Whether who holds it has to sign in with a second factor. */
  public boolean needsSecondFactor() {
    return secondFactor;
  }
}
