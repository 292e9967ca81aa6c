package id.sop.timers;

/**
 * What a host does when somebody is to be told of an open row. A host implements it. Several
 * threads may call it, for different rows at the same time.
 */
@FunctionalInterface
public interface RungListener {
  /**
   * Tells those whom the rung names. When this returns, the rung is marked as told and does not
   * come again. When it throws, nothing is marked, what it wrote through {@link
   * Notice#transaction()} is undone, and it is tried again later.
   *
   * @throws Exception when they could not be told; its kind is kept, its message is not
   */
  void tell(Notice notice) throws Exception;
}
