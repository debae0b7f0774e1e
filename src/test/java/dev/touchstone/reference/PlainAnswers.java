package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A server that answers some calls by JSON under every revision, and changes some replies. */
record PlainAnswers(Predicate<Call> plain, Predicate<Request> when, UnaryOperator<Reply> change) implements Behaviour {

    @Override
    public boolean streams(Call call) {
        return !plain.test(call) && Behaviour.super.streams(call);
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        return reply.status() == 200 && when.test(request) ? change.apply(reply) : reply;
    }
}
