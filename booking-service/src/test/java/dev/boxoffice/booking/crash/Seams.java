package dev.boxoffice.booking.crash;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/** Between a step's effect and its record: where a process may die. */
public final class Seams {

  private Seams() {}

  /** Has the interceptor around these methods, outside of their transactions. */
  public static Advisor around(Map<Class<?>, List<String>> methods, MethodInterceptor advice) {
    var pointcut =
        new StaticMethodMatcherPointcut() {
          @Override
          public boolean matches(Method method, Class<?> target) {
            return methods.entrySet().stream()
                .anyMatch(
                    it ->
                        it.getKey().isAssignableFrom(target)
                            && it.getValue().contains(method.getName()));
          }
        };
    var advisor = new DefaultPointcutAdvisor(pointcut, advice);
    advisor.setOrder(0);
    return advisor;
  }

  public static <T> T argument(MethodInvocation run, int index, Class<T> type) {
    return Objects.requireNonNull(type.cast(run.getArguments()[index]));
  }
}
