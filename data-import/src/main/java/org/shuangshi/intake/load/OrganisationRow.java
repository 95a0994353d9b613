package org.shuangshi.intake.load;

import java.util.Locale;
import org.shuangshi.gis.code.CreditCode;

/** A credit code that fails its check character names somebody else or nobody. */
final class OrganisationRow implements RowRule {

  @Override
  public void apply(Row row) {
    if (row.get("kind") == null) {
      row.set("kind", "COMPANY");
    }
    String code = row.text("credit_code");
    if (code != null) {
      String upper = code.toUpperCase(Locale.ROOT);
      row.set("credit_code", upper);
      if (!CreditCode.valid(upper)) {
        row.reject("code.credit", "统一社会信用代码的字符或校验码不对");
      }
    }
  }
}
