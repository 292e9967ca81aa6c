package id.sop.audit;

/** By which decrees a report counts days. */
public enum Knowledge {
  /** Those known on the day on which a completion was recorded, or today for an open row. */
  THEN,
  /** Those known on the day of the report, whatever was known then. */
  NOW
}
