package org.shuangshi.registry.code;

import java.time.LocalDate;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;

@Service
class CodeService {
  private final CodeRepository codes;

  CodeService(CodeRepository codes) {
    this.codes = codes;
  }

  CodeHolder holder(String code, LocalDate asOf) {
    CodeHolder holder =
        codes
            .find(code, asOf)
            .orElseThrow(
                () -> Refusal.unknown("code.unknown", "到 " + asOf + " 为止没有区划或网格用过代码 " + code));
    return holder.held() ? holder : holder.with(codes.successors(holder.id(), asOf));
  }
}
