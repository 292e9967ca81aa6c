package id.sop.outbox;

import io.cloudevents.CloudEvent;

/**
 * Where events are sent: a queue, another system, a mailbox. A host implements it. Several threads
 * may call it, for different cases at the same time.
 */
@FunctionalInterface
public interface EventReceiver {
  /**
   * Takes one event. When this returns, the event counts as sent; when it throws, it comes again
   * later, and the events of the same case behind it wait. An event may come twice, with the same
   * id: the last one before the death of a node.
   *
   * @param event {@link Outbox#json} makes JSON of it
   * @throws Exception when it could not be taken; its kind is kept, its message is not
   */
  void receive(CloudEvent event) throws Exception;
}
