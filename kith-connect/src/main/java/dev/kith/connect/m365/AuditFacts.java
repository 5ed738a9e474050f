package dev.kith.connect.m365;

import dev.kith.connect.source.Endpoints;
import dev.kith.event.Actor;
import dev.kith.event.Endpoint;
import dev.kith.event.EventId;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.Optional;

/** What every audit record says: who, when and from where. */
record AuditFacts(
        AuditRecord record, Instant time, SourceRef where, EventId id, Actor actor, Optional<Endpoint> endpoint) {
    AuditFacts(AuditRecord record, Instant time, SourceRef where, Endpoints endpoints) {
        this(
                record,
                time,
                where,
                record.id(where),
                AuditActor.of(record),
                endpoints.first(record.clientAddress(), record.text("ActorIpAddress")));
    }
}
