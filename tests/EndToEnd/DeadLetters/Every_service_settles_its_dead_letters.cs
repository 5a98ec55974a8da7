using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Phase1.EndToEnd.Tests.Flows;
using Phase1.EndToEnd.Tests.OutsideProducers;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.DeadLetters;

/// <summary>The engine's routes do the same in every service, however its DbContext is set up: what they answer is what the tables say.</summary>
[Trait("Scenario", "S-709")]
public sealed class Every_service_settles_its_dead_letters(SuiteFixture fixture) : IClassFixture<SuiteFixture>
{
    // Not the suite of the flows: records that nobody can read stay on its log.
    readonly SuiteUnderTest _suite = fixture.Context.Suite;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SuiteUnderTest.BatchOrchestrator, Topics.BatchContentProvisioningCompleted)]
    [InlineData(SuiteUnderTest.EssayLifecycle, Topics.BatchEssaysRegistered)]
    [InlineData(SuiteUnderTest.Nlp, Topics.BatchStudentMatchingRequested)]
    [InlineData(SuiteUnderTest.ClassManagement, Topics.BatchAuthorMatchesSuggested)]
    [InlineData(SuiteUnderTest.FileIntake, Topics.BatchStatusChanged)]
    public async Task A_discarded_dead_letter_is_discarded_in_the_table(string service, string topic)
    {
        var key = fixture.Context.NewId().ToString();
        await _suite
            .Services[0]
            .GetRequiredService<ILog>()
            .PublishAsync([new OutgoingRecord(topic, key, Encoding.UTF8.GetBytes("no json"), "{}")], Token);
        Guid? letter = null;
        await Eventually.BecomesTrueAsync(async () => (letter = await LetterAsync(service, key)) is not null, Token);
        using var client = _suite.Client(service, "operator-1");
        client.DefaultRequestHeaders.Add("X-User-Roles", "operator");

        var answer = await client.PostAsJsonAsync($"/internal/v1/dead-letters/{letter}/discard", new { note = "An exercise" }, Token);
        var again = await client.PostAsJsonAsync($"/internal/v1/dead-letters/{letter}/discard", new { note = "An exercise" }, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (
            await _suite.TextsAsync(service, $"select concat_ws(' ', state, resolved_by, note) from dead_letters where id = '{letter}'")
        ).ShouldBe(["discarded operator-1 An exercise"]);
        (
            await _suite.TextsAsync(
                service,
                $"select concat_ws(' ', act, by) from dead_letter_history where dead_letter_id = '{letter}' order by seq"
            )
        ).ShouldBe(["dead_lettered", "discarded operator-1"]);
    }

    async Task<Guid?> LetterAsync(string service, string key)
    {
        var ids = await _suite.TextsAsync(service, $"select id::text from dead_letters where record_key = '{key}'");
        return ids is [var id] ? Guid.Parse(id) : null;
    }
}
