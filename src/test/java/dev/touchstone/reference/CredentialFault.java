package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Defect.breaking;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What servers get wrong about the credential they ask for. */
enum CredentialFault implements Fault {

    /** DELETE is refused whatever credential it brings. */
    DELETE_ALWAYS_REFUSED(breaking(
            "credentials.accepted", () -> admitting(r -> !r.is("DELETE") && Guarded.KEY.isPresentedBy(r)))),

    /** GET and notifications need no credential: the filter covers calls only. */
    ONLY_CALLS_PROTECTED(breaking(
                    "credentials.required",
                    () -> admitting(r -> r.is("GET") || Behaviours.isNotification(r) || Guarded.KEY.isPresentedBy(r)))
            .inEveryEra()),

    /** Any value of the header will do. */
    ANY_VALUE_ACCEPTED(breaking(
                    "credentials.wrong-refused",
                    () -> admitting(r -> r.header(Guarded.KEY.header()).isPresent()))
            .inEveryEra()),

    /** The id of a session is all that requests inside it need. */
    SESSION_IS_CREDENTIAL(breaking(
                    "security.session.not-authentication",
                    () -> admitting(
                            r -> Guarded.KEY.isPresentedBy(r) || r.session().isPresent()))
            .sinceVersionHeader()),

    /** Every answer says with which key it was got. */
    CREDENTIALS_ECHOED(breaking(
                    "credentials.not-echoed",
                    () -> new Guarded(
                            Guarded.LONG_KEY,
                            false,
                            List.of(),
                            amending((request, reply) -> reply.with(
                                    "X-Got-With", request.header("X-API-Key").orElse("nothing")))))
            .inEveryEra()),

    /** The refusal is 400, so that clients take it for an error of theirs. */
    REFUSED_WITH_400(breaking(
                    "credentials.refused-with-401-or-403",
                    () -> Guarded.byKey(amending((request, reply) -> reply.status() == 401 ? badRequest() : reply)))
            .inEveryEra());

    private final Defect defect;

    CredentialFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** A server behind an API key that decides itself whom it lets in. */
    private static Behaviour admitting(Predicate<Request> whom) {
        return new Behaviour() {
            @Override
            public Optional<Credential> credential() {
                return Optional.of(Guarded.KEY);
            }

            @Override
            public boolean admits(Request request) {
                return whom.test(request);
            }
        };
    }

    private static Reply badRequest() {
        return Reply.notice(400, "invalid_request", "no key");
    }
}
