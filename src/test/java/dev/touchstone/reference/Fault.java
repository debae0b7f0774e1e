package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One thing that a server does wrong, and the requirement that has to notice it. */
public interface Fault {

    String name();

    Defect defect();

    /** The requirements that turn red, normally exactly one. */
    default Set<String> breaks() {
        return defect().breaks();
    }

    /** The revisions the fault shows in. */
    default Set<String> revisions() {
        return defect().revisions();
    }

    /** Whether the fault reaches into other sessions, so that a run has to be about its requirement alone. */
    default boolean isExclusive() {
        return defect().exclusive();
    }

    /** A fresh behaviour with the fault, since many of them remember things. */
    default Behaviour behaviour() {
        return defect().behaviour().get();
    }

    /** Starts a server with the fault. */
    default Rig start() {
        return defect().start();
    }

    /** Every fault there is. */
    static List<Fault> all() {
        Stream<Fault[]> areas = Stream.of(
                DiscoverFault.values(),
                VersioningFault.values(),
                HeadersFault.values(),
                SubscriptionFault.values(),
                BackcompatFault.values(),
                SecurityFault.values(),
                ExtensionFault.values(),
                LifecycleFault.values(),
                ToolFault.values(),
                ToolResultFault.values(),
                LoggingFault.values(),
                ClientFeatureFault.values(),
                NegotiationFault.values(),
                JsonRpcFault.values(),
                StatelessJsonRpcFault.values(),
                StatelessTransportFault.values(),
                BatchFault.values(),
                UtilityFault.values(),
                SessionFault.values(),
                PostFault.values(),
                StreamFault.values(),
                GetFault.values(),
                ResumabilityFault.values(),
                TaskFault.values(),
                OriginFault.values(),
                VersionHeaderFault.values(),
                LegacyFault.values(),
                CredentialFault.values(),
                TokenFault.values(),
                FurtherTokenFault.values(),
                UserFault.values(),
                DiscoveryFault.values(),
                AuthorizationFault.values(),
                ResourceFault.values(),
                PromptFault.values(),
                CompletionFault.values(),
                PaginationFault.values(),
                CachingFault.values(),
                MrtrFault.values(),
                ConnectionFault.values(),
                SchemaFault.values());
        return areas.flatMap(Arrays::stream).toList();
    }
}
