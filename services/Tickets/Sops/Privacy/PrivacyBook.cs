using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>Questions and their answers, in the transaction of whoever asks or takes in an answer.</summary>
sealed class PrivacyBook(UnitOfWork work, TimeProvider clock)
{
    /// <summary>The ticket's open question of a kind; null before it has asked.</summary>
    internal async Task<Question?> OpenAsync(string ticket, string purpose, CancellationToken cancellationToken)
    {
        await using var select = Command(
            "select request_id, asked_at from privacy_questions where ticket_id = $1 and purpose = $2 and closed_at is null for update",
            ticket,
            purpose
        );
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new(row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1)) : null;
    }

    /// <summary>Asks all services: at once the question is open, and its record goes out with the commit.</summary>
    internal async Task AskAsync(string ticket, string purpose, DataSubject subject, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using var insert = Command(
            "insert into privacy_questions (request_id, ticket_id, purpose, asked_at) values ($1, $2, $3, $4)",
            id,
            ticket,
            purpose,
            now
        );
        await insert.ExecuteNonQueryAsync(cancellationToken);
        work.Publish(
            purpose == PrivacyProcedures.Erasure
                ? new PersonalDataErasureRequested
                {
                    TicketId = ticket,
                    RequestId = id,
                    StudentIds = subject.StudentIds,
                    Essays = subject.Essays,
                }
                : new PersonalDataCollectionRequested
                {
                    TicketId = ticket,
                    RequestId = id,
                    Purpose = WireEnum.Parse<CollectionPurpose>(purpose),
                    StudentIds = subject.StudentIds,
                    Essays = subject.Essays,
                }
        );
    }

    /// <summary>Has the next run ask anew.</summary>
    internal async Task CloseAsync(Question question, CancellationToken cancellationToken)
    {
        await using var close = Command(
            "update privacy_questions set closed_at = $2 where request_id = $1",
            question.RequestId,
            clock.GetUtcNow()
        );
        await close.ExecuteNonQueryAsync(cancellationToken);
    }

    internal async Task<IReadOnlyList<ServiceAnswer>> AnswersAsync(Guid question, CancellationToken cancellationToken)
    {
        await using var select = Command(
            "select service, outcome, counts, remaining, blockers from privacy_answers where request_id = $1 order by service",
            question
        );
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        List<ServiceAnswer> answers = [];
        while (await row.ReadAsync(cancellationToken))
        {
            answers.Add(
                new(
                    row.GetString(0),
                    row.GetString(1),
                    JsonNode.Parse(row.GetString(2))!.AsObject(),
                    JsonNode.Parse(row.GetString(3))!.AsObject(),
                    JsonNode.Parse(row.GetString(4))!.AsArray()
                )
            );
        }
        return answers;
    }

    /// <summary>Keeps an answer to an open question; false where nobody waits for it.</summary>
    internal async Task<bool> KeepAsync(string ticket, Guid question, ServiceAnswer answer, CancellationToken cancellationToken)
    {
        await using var insert = Command(
            """
            insert into privacy_answers (request_id, service, outcome, counts, remaining, blockers, answered_at)
            select request_id, $3, $4, $5, $6, $7, $8 from privacy_questions where request_id = $1 and ticket_id = $2 and closed_at is null
            on conflict do nothing
            """,
            question,
            ticket,
            answer.Service,
            answer.Outcome,
            Json(answer.Counts),
            Json(answer.Remaining),
            Json(answer.Blockers),
            clock.GetUtcNow()
        );
        return await insert.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>Remembers who was erased, by ids alone: a service that is restored from a backup is told again.</summary>
    internal async Task RememberAsync(string ticket, DataSubject subject, CancellationToken cancellationToken)
    {
        await using var insert = Command(
            "insert into erasures (ticket_id, student_ids, essays, erased_at) values ($1, $2, $3, $4) on conflict do nothing",
            ticket,
            subject.StudentIds.ToArray(),
            Json(JsonSerializer.SerializeToNode(subject.Essays, Phase1Json.Options)!),
            clock.GetUtcNow()
        );
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Who was erased since an instant, by the ticket that asked for it.</summary>
    internal async Task<IReadOnlyList<(string Ticket, DataSubject Subject)>> ErasedSinceAsync(
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        await using var select = Command(
            "select ticket_id, student_ids, essays from erasures where erased_at >= $1 order by erased_at, ticket_id",
            since.ToUniversalTime()
        );
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        List<(string, DataSubject)> erased = [];
        while (await row.ReadAsync(cancellationToken))
        {
            var essays = JsonSerializer.Deserialize<IReadOnlyList<SubjectEssay>>(row.GetString(2), Phase1Json.Options)!;
            erased.Add((row.GetString(0), new(row.GetFieldValue<Guid[]>(1), essays)));
        }
        return erased;
    }

    /// <summary>When the ticket's student was erased; null before that.</summary>
    internal async Task<DateTimeOffset?> ErasedAtAsync(string ticket, CancellationToken cancellationToken)
    {
        await using var select = Command("select erased_at from erasures where ticket_id = $1", ticket);
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? row.GetFieldValue<DateTimeOffset>(0) : null;
    }

    static NpgsqlParameter Json(JsonNode value) => new() { Value = value.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb };

    NpgsqlCommand Command(string text, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(text, work.Connection, work.Transaction);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value });
        }
        return command;
    }
}
