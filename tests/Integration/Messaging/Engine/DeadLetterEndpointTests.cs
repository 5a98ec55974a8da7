using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;
using Phase1.Messaging.Operator;
using Phase1.Messaging.Records;
using Phase1.Servers;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>The operator's routes over HTTP.</summary>
[Trait("Scenario", "S-709")]
public sealed class DeadLetterEndpointTests : IAsyncDisposable
{
    readonly ManualTimeProvider _clock = new(Facts.Instant);
    EngineWorld _world = null!;
    WebApplication _web = null!;
    HttpClient _client = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dead_letter_is_listed_with_reason_attempts_and_times_and_without_its_body()
    {
        await StartAsync();
        await _world.FeedAsync(Envelopes.Raw(Topics.EssayContentProvisioned, "a", "secret words"));
        await _world.DrainAsync(Token);

        var list = await _client.GetFromJsonAsync<JsonElement>("?state=open", Token);

        var item = list.GetProperty("items")[0];
        item.GetProperty("reasonCode").GetString().ShouldBe(ViolationCodes.MalformedJson);
        item.GetProperty("attempts").GetInt32().ShouldBe(1);
        item.GetProperty("firstFailedAt").GetDateTimeOffset().ShouldBe(Facts.Instant);
        item.GetRawText().ShouldNotContain("secret");
        (await _client.GetFromJsonAsync<JsonElement>("?state=discarded", Token)).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_state_that_there_is_not_is_refused()
    {
        await StartAsync();

        using var answer = await _client.GetAsync(new Uri("?state=lost", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Reading_the_body_is_written_down()
    {
        await StartAsync();
        var id = await OneLetterAsync();

        (await _client.GetStringAsync($"{id}/body", Token)).ShouldBe("no json");

        (await _world.ScalarAsync<Guid>("select dead_letter_id from dead_letter_accesses")).ShouldBe(id);
    }

    [Fact]
    public async Task Discarding_needs_a_note_and_works_once()
    {
        await StartAsync();
        var id = await OneLetterAsync();

        (await PostAsync($"{id}/discard", new { note = " " })).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync($"{id}/discard", new { note = "known" })).ShouldBe(HttpStatusCode.OK);
        (await PostAsync($"{id}/discard", new { note = "known" })).ShouldBe(HttpStatusCode.Conflict);
        (await PostAsync($"{Facts.NewId()}/discard", new { note = "known" })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_still_breaks_the_contract_cannot_be_redriven()
    {
        await StartAsync();
        var id = await OneLetterAsync();

        (await PostAsync($"{id}/redrive", new { })).ShouldBe(HttpStatusCode.Conflict);

        (await _world.ScalarAsync<string>("select state from dead_letters")).ShouldBe("open");
    }

    [Fact]
    public async Task A_record_under_a_foreign_key_goes_under_its_own_when_it_is_redriven()
    {
        await StartAsync();
        var eventId = Facts.NewId();
        await _world.FeedAsync(Envelopes.Of(Facts.Upload(Facts.NewId()), eventId) with { Key = "foreign" });
        await _world.DrainAsync(Token);
        var id = await _world.ScalarAsync<Guid>("select id from dead_letters where reason_code = 'KEY_MISMATCH'");

        (await PostAsync($"{id}/redrive", new { })).ShouldBe(HttpStatusCode.Accepted);

        await _clock.FlowUntilAsync(async () => await _world.CountAsync("effects where event_id = $1", eventId) == 1, Token);
    }

    [Fact]
    public async Task A_redrive_of_what_has_been_applied_meanwhile_applies_nothing()
    {
        await StartAsync();
        var record = Envelopes.Of(Facts.Upload(Facts.NewId()), Facts.NewId());
        await _world.FeedAsync(record with { Key = "foreign" }, record);
        await _world.DrainAsync(Token);
        var id = await _world.ScalarAsync<Guid>("select id from dead_letters where reason_code = 'KEY_MISMATCH'");

        (await PostAsync($"{id}/redrive", new { })).ShouldBe(HttpStatusCode.Accepted);
        await _clock.FlowUntilAsync(async () => await _world.CountAsync("held_messages") == 0, Token);

        (await _world.CountAsync("effects")).ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_the_log_refused_goes_to_the_log_again_when_it_is_redriven()
    {
        await StartAsync();
        await _world.ExecuteAsync("update log_topics set name = 'hidden.v1' where name = $1", Topics.EssaySlotAssigned);
        await _world.FeedAsync(Facts.File(Facts.NewId()));
        await Eventually.BecomesTrueAsync(
            async () => await _world.CountAsync("dead_letters where reason_code = 'REFUSED_BY_LOG'") == 1,
            Token
        );
        await _world.ExecuteAsync("update log_topics set name = $1 where name = 'hidden.v1'", Topics.EssaySlotAssigned);
        var id = await _world.ScalarAsync<Guid>("select id from dead_letters");

        (await _client.GetFromJsonAsync<JsonElement>($"{id}", Token)).GetProperty("origin").GetString().ShouldBe("outbox");
        (await PostAsync($"{id}/redrive", new { })).ShouldBe(HttpStatusCode.Accepted);

        await Eventually.BecomesTrueAsync(
            async () => await _world.CountAsync("log_records where topic = $1", Topics.EssaySlotAssigned) == 1,
            Token
        );
        (await _world.CountAsync("held_messages")).ShouldBe(0);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        // Else the loops' sessions are closed under their statements, which can take as long as a statement may.
        await _web.StopAsync(CancellationToken.None);
        await _web.DisposeAsync();
        await _world.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    async Task StartAsync()
    {
        _world = await EngineWorld.CreateAsync("deadletters");
        var setup = new EngineSetup { Clock = _clock };
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePort.Next()}");
        builder.Services.AddSingleton<TimeProvider>(setup.Clock);
        builder.Services.AddSingleton<ILog>(_world.Log);
        builder.Services.AddSingleton(setup.Script);
        builder.Services.AddSingleton<IProducerRules>(new AnyProducer());
        builder.Services.AddPhase1Messaging<TallyContext>(_world.ConnectionString, setup.Options, setup.Handles);
        builder.Services.AddAuthorizationBuilder().AddPolicy(DeadLetterEndpoints.BodyPolicy, policy => policy.RequireAssertion(_ => true));
        _web = builder.Build();
        _web.UseAuthorization();
        _web.MapDeadLetters();
        await _web.StartAsync(Token);
        await _web.Services.GetRequiredService<EngineGate>().OpenedAsync(Token);
        _client = new HttpClient { BaseAddress = new Uri($"{_web.Urls.First()}/internal/v1/dead-letters/") };
    }

    async Task<Guid> OneLetterAsync()
    {
        await _world.FeedAsync(Envelopes.Raw(Topics.EssayContentProvisioned, "a", "no json"));
        await _world.DrainAsync(Token);
        return await _world.ScalarAsync<Guid>("select id from dead_letters");
    }

    async Task<HttpStatusCode> PostAsync(string path, object body) => (await _client.PostAsJsonAsync(path, body, Token)).StatusCode;
}
