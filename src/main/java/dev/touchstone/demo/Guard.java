package dev.touchstone.demo;

import dev.touchstone.demo.rpc.Messages;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Turns away what comes from a foreign web page or without the credential. */
final class Guard {

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Optional<Credential> credential;
  private final Optional<String> metadata;

  Guard(Optional<Credential> credential, Optional<String> metadata) {
    this.credential = credential;
    this.metadata = metadata;
  }

  /** The refusal of a request; empty if it may pass. */
  Optional<Reply> refuse(Request request) {
    if (!request.header("Origin").map(Guard::isLocal).orElse(true)) {
      return Optional.of(
          Reply.json(403, Messages.error(null, Messages.INVALID_REQUEST, "foreign Origin")));
    }
    return credential.filter(needed -> !needed.isPresentedBy(request)).map(needed -> challenge(request, needed));
  }

  private Reply challenge(Request request, Credential needed) {
    StringBuilder challenge = new StringBuilder("Bearer realm=\"demo\"");
    if (request.header(needed.header()).isPresent()) {
      challenge.append(", error=\"invalid_token\"");
    }
    metadata.ifPresent(
        url -> challenge.append(", scope=\"mcp\", resource_metadata=\"").append(url).append('"'));
    return Reply.notice(401, "invalid_token", "a valid credential is needed")
        .with("WWW-Authenticate", challenge.toString());
  }

  private static boolean isLocal(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host != null && LOCAL.contains(host);
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }
}
