using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Outcomes;

/// <summary>The way of a file that fails, of a request that is refused, and of a deadline that passes.</summary>
[Collection(nameof(EveryOutcome))]
[Trait("Scenario", "S-717")]
public sealed class A_chain_keeps_its_correlation_id(EveryOutcome outcome)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_a_file_cannot_be_read()
    {
        var facts = await FactsOfAsync(outcome.Unreadable);

        string[] expected =
        [
            Topics.EssayValidationFailed,
            Topics.BatchValidationErrors,
            Topics.BatchStatusChanged,
            Topics.TeacherNotificationRequested,
        ];
        expected.Except(facts.Select(fact => fact.Header.EventType)).ShouldBeEmpty();
        facts.ShouldAllBe(fact => fact.Header.CorrelationId == outcome.Unreadable.CorrelationId);
        var failure = (EssayValidationFailed)facts.Single(fact => fact.Data is EssayValidationFailed).Data;
        failure.ValidationErrorDetail.CorrelationId.ShouldBe(outcome.Unreadable.CorrelationId);
    }

    [Fact]
    public async Task When_the_deadline_releases_what_nobody_decided()
    {
        var facts = await FactsOfAsync(outcome.Forgotten);

        string[] expected =
        [
            Topics.StudentAssociationsConfirmed,
            Topics.ValidationTimeoutProcessed,
            Topics.BatchEssaysReady,
            Topics.TeacherNotificationRequested,
        ];
        expected.Except(facts.Select(fact => fact.Header.EventType)).ShouldBeEmpty();
        facts.ShouldAllBe(fact => fact.Header.CorrelationId == outcome.Forgotten.CorrelationId);
    }

    [Fact]
    public async Task When_a_request_is_refused()
    {
        // A batch of its own: the others' notifications are counted.
        var batch = await new Phase1TestContext(outcome.Suite).CreateBatchAsync(BatchKind.Regular, CourseCode.Eng5, 1);
        var correlationId = Guid.CreateVersion7(outcome.Suite.Clock.GetUtcNow());
        using var client = outcome.Suite.Client(SuiteUnderTest.BatchOrchestrator, batch.Teacher);
        client.DefaultRequestHeaders.Add("X-Correlation-ID", correlationId.ToString());

        using var answer = await client.PostAsJsonAsync(
            $"/v1/batches/{batch.Id}/pipelines",
            new { requested_pipeline = "spellcheck", client_correlation_id = correlationId },
            Token
        );
        await outcome.Suite.DrainAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        answer.Headers.GetValues("X-Correlation-ID").ShouldBe([correlationId.ToString()]);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("correlation_id").GetGuid().ShouldBe(correlationId);
        (await outcome.Suite.Log.AllAsync(Topics.All, Token))
            .Where(fact => fact.Header.CorrelationId == correlationId)
            .Select(fact => fact.Header.EventType)
            .ShouldBe([Topics.PipelineDenied, Topics.TeacherNotificationRequested], ignoreOrder: true);
        (await CountAsync(SuiteUnderTest.ClassManagement, "notifications", correlationId)).ShouldBe(1);
        (await CountAsync(SuiteUnderTest.ClassManagement, "inbox", correlationId)).ShouldBe(1);
    }

    async Task<IReadOnlyList<LoggedFact<IFact>>> FactsOfAsync(TestBatch batch) =>
        [
            .. (await outcome.Suite.Log.AllAsync(Topics.All, Token)).Where(fact =>
                fact.Data is IBatchFact of
                    ? of.BatchId == batch.Id
                    : fact.Data is TeacherNotificationRequested told && told.BatchId == batch.Id
            ),
        ];

    async Task<long> CountAsync(string service, string table, Guid correlationId)
    {
        await using var command = outcome.Suite.Database(service).CreateCommand($"select count(*) from {table} where correlation_id = $1");
        command.Parameters.Add(new() { Value = correlationId });
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
