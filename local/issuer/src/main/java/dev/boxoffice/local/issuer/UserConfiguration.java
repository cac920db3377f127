package dev.boxoffice.local.issuer;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/** Who can sign in. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

  /** Demo users and their roles; each has its name as password. */
  private static final Map<String, List<String>> DEMO_USERS =
      Map.of(
          "alice", List.of(),
          "bob", List.of(),
          "olga", List.of("ORGANISER"),
          "sam", List.of("STAFF"));

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  Users users(IssuerSettings settings, JsonMapper json, PasswordEncoder passwords) {
    Users users = new Users(settings.usersFile(), json);
    DEMO_USERS.forEach(
        (name, roles) -> {
          String hash = passwords.encode(name);
          if (hash == null || (users.named(name) == null && !users.add(demo(name, hash, roles)))) {
            throw new IllegalStateException("Cannot add the demo user " + name);
          }
        });
    return users;
  }

  private static User demo(String name, String hash, List<String> roles) {
    return new User(name, name + "@example.com", hash, roles);
  }

  @Bean
  RegisterUser registerUser(Users users, PasswordEncoder passwords) {
    return new RegisterUser(users, passwords);
  }

  @Bean
  UserDetailsService userDetailsService(Users users) {
    return name -> {
      User user = users.named(name);
      if (user == null) {
        throw new UsernameNotFoundException("No user " + name);
      }
      return org.springframework.security.core.userdetails.User.withUsername(user.name())
          .password(user.passwordHash())
          .roles(user.roles().toArray(String[]::new))
          .build();
    };
  }
}
