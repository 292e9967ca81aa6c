package id.sop.store;

import id.sop.problem.Code;
import id.sop.problem.Severity;

enum StoreCode implements Code {
  CONCURRENT_CHANGE;

  @Override
  public String id() {
    return "SOP-6001";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
