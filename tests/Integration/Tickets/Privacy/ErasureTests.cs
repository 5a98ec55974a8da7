using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Privacy;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;

namespace Phase1.Integration.Tests.Tickets.Privacy;

/// <summary>Earlier requests say nothing of a student who is erased; requests about others stay as they were.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    const string Ticket = """
        insert into tickets (ticket_id, sop, ticket_type, status, email, user_identifier, submitted_at, last_updated, created_at, completed_at, metadata)
        values ($1, 'DSAR_ACCESS', 'dsar', 'completed', $3, $2::text, now(), now(), now(), now(), jsonb_build_object('subject', $2))
        """;

    const string History = """
        insert into ticket_history (ticket_id, seq, at, actor, actor_kind, to_status, to_owner, off_policy, details)
        values ($1, 1, now(), 'officer-1', 'human', 'completed', '__shared__', false, jsonb_build_object('subject', $2, 'of', $3))
        """;

    const string Task = """
        insert into work_tasks (task_id, correlation_id, source, status, priority, agent_occurrence_id, description, context, created_at, updated_at,
            finished_at)
        values ('TASK-' || $1, $1, 'ticket_claim', 'completed', 5, 'one', 'A stage.', jsonb_build_object('subject', $2, 'of', $3), now(), now(), now())
        """;

    ServiceUnderTest _tickets = null!;

    public async ValueTask InitializeAsync() => _tickets = await ServiceUnderTest.StartAsync(() => new TicketsService());

    public ValueTask DisposeAsync() => _tickets.DisposeAsync();

    [Fact]
    [Trait("Scenario", "TC-X24")]
    public async Task Earlier_requests_of_the_student_say_nothing_any_more()
    {
        var (student, other) = (_tickets.NewId(), _tickets.NewId());
        foreach (var statement in new[] { Ticket, History, Task })
        {
            await ExecuteAsync(statement, "DSAR-OLD", student, "canary@example.com");
            await ExecuteAsync(statement, "DSAR-OTHER", other, "berta@example.com");
            await ExecuteAsync(statement, PrivacyQuestions.Ticket, student, "proof@example.com");
        }
        var subject = new DataSubject([student], [new() { BatchId = _tickets.NewId(), EssayId = _tickets.NewId() }]);

        await ErasureTrial.RunAsync(_tickets, subject, other, "canary@example.com");

        (await TableSnapshot.TakeAsync(_tickets.Db)).TablesWith("proof@example.com").ShouldBe(["ticket_history", "tickets", "work_tasks"]);
    }

    async Task ExecuteAsync(string sql, string ticket, Guid student, string email)
    {
        await using var command = _tickets.Db.CreateCommand(sql);
        command.Parameters.Add(new() { Value = ticket });
        command.Parameters.Add(new() { Value = student });
        command.Parameters.Add(new() { Value = email });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
