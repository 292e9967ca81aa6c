package id.sop.worktime;

import java.util.List;

/**
 * The hours of one day in seconds from midnight; one instance stands for all days that are alike.
 */
final class OfficeDay {
  static final int DAY = 86_400;

  private final List<OfficeInterval> hours;
  private final int[] from;
  private final int[] to;
  private final int seconds;
  private final int closing;

  /**
   * @param otherwise the closing time of a day without hours, in seconds
   */
  OfficeDay(List<OfficeInterval> hours, int otherwise) {
    this.hours = hours;
    this.from = new int[hours.size()];
    this.to = new int[hours.size()];
    int open = 0;
    for (int i = 0; i < from.length; i++) {
      from[i] = hours.get(i).opens();
      to[i] = hours.get(i).closes();
      open += to[i] - from[i];
    }
    this.seconds = open;
    this.closing = to.length == 0 ? otherwise : to[to.length - 1];
  }

  List<OfficeInterval> hours() {
    return hours;
  }

  boolean isWorking() {
    return seconds > 0;
  }

  /** Office time of the whole day. */
  int seconds() {
    return seconds;
  }

  /** When a duty of this day ends. */
  int closing() {
    return closing;
  }

  /** Office time that has gone by at {@code second}. */
  int elapsed(int second) {
    int elapsed = 0;
    for (int i = 0; i < from.length && second > from[i]; i++) {
      elapsed += Math.min(second, to[i]) - from[i];
    }
    return elapsed;
  }

  /**
   * The earliest second at which {@code elapsed} seconds of office time, at least one, are over.
   */
  int at(int elapsed) {
    int left = elapsed;
    int i = 0;
    while (left > to[i] - from[i]) {
      left -= to[i] - from[i];
      i++;
    }
    return from[i] + left;
  }

  /** Whether the office is open in the second that begins at {@code second}. */
  boolean isOpen(int second) {
    for (int i = 0; i < from.length; i++) {
      if (second >= from[i] && second < to[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether a break lies between two seconds at which there is office time on either side. */
  boolean hasBreak(int begin, int end) {
    for (int i = 0; i + 1 < to.length; i++) {
      if (begin < to[i] && end > to[i]) {
        return true;
      }
    }
    return false;
  }
}
