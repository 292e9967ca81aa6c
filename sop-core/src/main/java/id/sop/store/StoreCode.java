package id.sop.store;

import id.sop.problem.Code;
import id.sop.problem.Severity;

/** What can go wrong between a host and its store. */
public enum StoreCode implements Code {
  /** Somebody else changed the case first. */
  CONCURRENT_CHANGE("SOP-6001"),
  /** A change does not continue the journal that it is meant for. */
  NOT_CONTINUING("SOP-6002"),
  /** The store was closed. */
  CLOSED("SOP-6003"),
  /** Somebody else changed the case first, and the transaction is the host's. */
  CONCURRENT_TRANSACTION("SOP-6004"),
  /** The connection of the host has no transaction open. */
  NO_TRANSACTION("SOP-6005"),
  /** The database has no tables of this library. */
  SCHEMA_MISSING("SOP-6011"),
  /** The tables are of an earlier version. */
  SCHEMA_OLDER("SOP-6012"),
  /** The tables are of a later version. */
  SCHEMA_NEWER("SOP-6013"),
  /** The database is of a kind that the library does not know. */
  DATABASE_UNKNOWN("SOP-6014"),
  /** The driver of the embedded database is not on the class path. */
  DRIVER_MISSING("SOP-6015"),
  /** The embedded database is of a version that does not keep what it commits. */
  DRIVER_OTHER("SOP-6020"),
  /** Another process has the file open. */
  FILE_LOCKED("SOP-6016"),
  /** The file is no database, or a damaged one. */
  FILE_DAMAGED("SOP-6017"),
  /** The file cannot have this name. */
  FILE_NAME("SOP-6018"),
  /** The folder of the file cannot be made or written to. */
  FOLDER_UNUSABLE("SOP-6019"),
  /** The database refused or failed; nothing was stored. */
  DATABASE_FAILED("SOP-6021"),
  /** The connection failed while the change was being made final. */
  COMMIT_UNKNOWN("SOP-6022"),
  /** The database was too busy; nothing was stored. */
  BUSY("SOP-6023"),
  /** A value is longer than the database takes; nothing was stored. */
  TOO_LONG("SOP-6024"),
  /** Cases are asked for by the number of a paper, and the store does not keep these. */
  NUMBERS_NOT_KEPT("SOP-6025"),
  /** What needs a transaction of its own was begun within one of the host. */
  WITHIN_TRANSACTION("SOP-6006"),
  /** The connection failed while what was written beside the cases was being made final. */
  WORK_UNKNOWN("SOP-6007"),
  /** The case was archived. */
  CASE_ARCHIVED("SOP-6030"),
  /** A case to be archived still runs. */
  CASE_RUNNING("SOP-6031"),
  /** A case to be archived does not end where it was said to. */
  HEAD_OTHER("SOP-6032"),
  /** A case to be archived is not there. */
  CASE_UNKNOWN("SOP-6033"),
  /** A case to be archived has entries that the outbox has not sent. */
  CASE_UNSENT("SOP-6034");

  private final String id;

  StoreCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
