package org.shuangshi.registry.grid;

/** 企业, 商户, 学校, 医院, 机关, 其他. */
enum OrganisationKind {
  COMPANY,
  SHOP,
  SCHOOL,
  HOSPITAL,
  GOVERNMENT,
  OTHER
}
