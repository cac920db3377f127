package dev.boxoffice.booking.crash;

import dev.boxoffice.booking.BookingServiceApplication;
import dev.boxoffice.booking.booking.PurchasePoints;
import dev.boxoffice.booking.cancellation.CancellationPoints;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** booking-service as it is, but for the plans that end it. */
public final class HaltingBooking {

  private HaltingBooking() {}

  /**
   * Runs until a plan or somebody else ends it.
   *
   * @param arguments the folder of {@link HaltPlans}, then what the service itself is told
   */
  public static void main(String[] arguments) {
    var plans = new HaltPlans(Path.of(arguments[0]));
    var service = new SpringApplication(BookingServiceApplication.class);
    service.addInitializers(pointsOf(plans));
    var _ = service.run(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static ApplicationContextInitializer<GenericApplicationContext> pointsOf(
      HaltPlans plans) {
    return context -> {
      register(context, "purchasePoints", PurchasePoints.advisor(plans::reached));
      register(context, "cancellationPoints", CancellationPoints.advisor(plans::reached));
    };
  }

  private static void register(GenericApplicationContext context, String name, Advisor advisor) {
    context.registerBean(
        name,
        Advisor.class,
        () -> advisor,
        definition -> definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE));
  }
}
