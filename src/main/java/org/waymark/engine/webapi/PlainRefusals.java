package org.waymark.engine.webapi;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.waymark.engine.Overtaken;
import org.waymark.engine.Refused;

/**
 * Says in one sentence, to whoever asked, why the engine did not do it: refused by one of our rules, gone, or somebody
 * else was faster. What nobody expected is written to the log with its cause, once; the engine's own logging of every
 * refusal is off.
 */
public class PlainRefusals extends CommandInterceptor {

    /** Attribute of a request that holds its {@link Answer}. */
    static final String ANSWER = PlainRefusals.class.getName();

    /** Attribute of a request whose failure stands in the log already. */
    static final String LOGGED = PlainRefusals.class.getName() + ".LOGGED";

    private static final Logger LOG = LoggerFactory.getLogger(PlainRefusals.class);

    private final MessageSource texts;

    public PlainRefusals(MessageSource texts) {
        this.texts = texts;
    }

    /** Status and sentence a request is answered with. */
    record Answer(int status, String sentence) {}

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            throw plain(failure);
        }
    }

    private RuntimeException plain(RuntimeException failure) {
        var refused = causes(failure).filter(Refused.class::isInstance).findFirst();
        if (refused.isPresent()) {
            answer(400, refused.get().getMessage());
            return (Refused) refused.get();
        }
        if (causes(failure).anyMatch(SuspendedEntityInteractionException.class::isInstance)) {
            answer(409, say("task.suspended"));
            return new Refused(say("task.suspended"));
        }
        var said = causes(failure)
                .filter(MessageSourceResolvable.class::isInstance)
                .findFirst();
        if (said.isPresent() && RequestContextHolder.getRequestAttributes() != null) {
            String sentence = texts.getMessage((MessageSourceResolvable) said.get(), LocaleContextHolder.getLocale());
            answer(400, sentence);
            return new Refused(sentence);
        }
        if (RequestContextHolder.getRequestAttributes() != null) {
            if (causes(failure).anyMatch(TaskAlreadyClaimedException.class::isInstance)) {
                return overtaken("task.claimed", failure);
            }
            if (causes(failure).anyMatch(PlainRefusals::isRace)) {
                return overtaken("task.changed", failure);
            }
            if (causes(failure).anyMatch(PlainRefusals::isNoTask)) {
                answer(404, say("task.gone"));
            }
        }
        if (Context.getCommandContext() == null && !isExpected(failure)) {
            LOG.error("The engine could not do what was asked", failure);
            attribute(LOGGED, true);
        }
        return failure;
    }

    private Overtaken overtaken(String key, RuntimeException failure) {
        answer(409, say(key));
        return new Overtaken(say(key), failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /** Two writers of one row; on PostgreSQL also a deadlock, on H2 a lock nobody gave back in time. */
    private static boolean isRace(Throwable cause) {
        return cause instanceof OptimisticLockingException
                || cause instanceof Overtaken
                || cause instanceof ConcurrencyFailureException
                || cause instanceof DuplicateKeyException
                || cause instanceof SQLException sql
                        && (String.valueOf(sql.getSQLState()).startsWith("40") || "HYT00".equals(sql.getSQLState()));
    }

    private static boolean isNoTask(Throwable cause) {
        return cause instanceof NullValueException
                && String.valueOf(cause.getMessage()).contains("Cannot find task");
    }

    private static boolean isExpected(RuntimeException failure) {
        return failure instanceof BadUserRequestException
                || failure instanceof AuthorizationException
                || causes(failure).anyMatch(cause -> isRace(cause) || isNoTask(cause));
    }

    private static void answer(int status, String sentence) {
        attribute(ANSWER, new Answer(status, sentence));
    }

    private static void attribute(String name, Object value) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(name, value, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private String say(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
