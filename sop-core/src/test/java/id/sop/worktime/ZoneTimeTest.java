package id.sop.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ZoneTimeTest {

  @Test
  void every_zone_of_the_world_agrees_with_the_platform_around_each_change_and_elsewhere() {
    long seed = 19880101;
    System.out.println("ZoneTimeTest seed " + seed);
    Random random = new Random(seed);
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId zone = ZoneId.of(id);
      List<Long> seconds = new ArrayList<>();
      for (ZoneOffsetTransition change : zone.getRules().getTransitions()) {
        for (long away : new long[] {-90_000, -3_600, -1, 0, 1, 1_800, 3_600, 90_000}) {
          seconds.add(change.toEpochSecond() + away);
        }
      }
      for (int i = 0; i < 50; i++) {
        seconds.add(random.nextLong(-5_000_000_000L, 5_000_000_000L));
      }
      agrees(zone, seconds);
    }
    agrees(ZoneOffset.ofHours(7), List.of(-1L, 0L, 1_700_000_000L));
  }

  private static void agrees(ZoneId zone, List<Long> seconds) {
    ZoneTime time = new ZoneTime(zone);
    for (long second : seconds) {
      Instant at = Instant.ofEpochSecond(second);
      LocalDateTime local = LocalDateTime.ofInstant(at, zone);
      long shown = local.toEpochSecond(ZoneOffset.UTC);
      assertThat(time.local(at)).as("%s at %s", zone, at).isEqualTo(shown);
      assertThat(time.instant(shown, 0))
          .as("%s shows %s", zone, local)
          .isEqualTo(local.atZone(zone).toInstant());
    }
  }
}
