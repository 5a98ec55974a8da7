using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.EssayLifecycle;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.EssayLifecycle;

/// <summary>ELS alone, on its own database and log; the tests of a class share it and keep to batches of their own.</summary>
public sealed class EssayLifecycleFixture : IAsyncLifetime
{
    /// <summary>"status student method version" of every essay, in order; for <see cref="TextsAsync"/>.</summary>
    public const string Students =
        "select concat_ws(' ', status, coalesce(student_id::text, '-'), association_method, association_version) from essays where batch_id = $1 order by ordinal";

    ServiceUnderTest _service = null!;

    public NpgsqlDataSource Db => _service.Db;

    public async ValueTask InitializeAsync() => _service = await ServiceUnderTest.StartAsync(() => new EssayLifecycleService());

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    /// <summary>Lets ELS deal with the facts one after the other. Answers the last one's event id.</summary>
    public async Task<Guid> FeedAsync(BatchFacts batch, params IFact[] facts)
    {
        var last = Guid.Empty;
        foreach (var fact in facts)
        {
            last = await _service.FeedAsync(fact, new EventCause(batch.CorrelationId, UserId: batch.UserId, OrgId: batch.OrgId));
            await _service.DrainAsync();
        }
        return last;
    }

    /// <summary>The same in the name of some other teacher, or of none.</summary>
    public async Task<Guid> FeedInTheNameOfAsync(string? teacher, BatchFacts batch, IFact fact)
    {
        var id = await _service.FeedAsync(fact, new EventCause(batch.CorrelationId, UserId: teacher));
        await _service.DrainAsync();
        return id;
    }

    /// <summary>The same as some producer says it, be it one that may or not.</summary>
    public async Task<Guid> FeedAsync(string source, BatchFacts batch, IFact fact, Guid? eventId = null)
    {
        var id = await _service.FeedAsync(fact, new EventCause(batch.CorrelationId, UserId: batch.UserId), eventId, source);
        await _service.DrainAsync();
        return id;
    }

    /// <summary>A batch that has all its texts, and waits for their authors.</summary>
    public async Task<BatchFacts> CompleteAsync(int texts)
    {
        var batch = new BatchFacts(texts);
        await FeedAsync(batch, [batch.Registered(), .. Enumerable.Range(1, texts).Select(batch.Content)]);
        return batch;
    }

    /// <summary>Puts the same fact on the log several times, under one event id or under as many.</summary>
    public async Task FeedManyAsync(IFact fact, int times, bool oneEventId)
    {
        var eventId = oneEventId ? _service.NewId() : (Guid?)null;
        for (var time = 0; time < times; time++)
        {
            await _service.FeedAsync(fact, eventId: eventId);
        }
        await _service.DrainAsync();
    }

    /// <summary>Puts the facts on the log at once, so that one poll finds many of them.</summary>
    public async Task FeedTogetherAsync(IReadOnlyList<IFact> facts)
    {
        foreach (var fact in facts)
        {
            await _service.FeedAsync(fact);
        }
        await _service.DrainAsync();
    }

    public async Task FeedRawAsync(string topic, string key, string body)
    {
        await _service.FeedRawAsync(topic, key, body);
        await _service.DrainAsync();
    }

    /// <summary>Handles a fact in a unit of work of its own, as another worker would at this moment.</summary>
    public async Task HandleAsync(BatchFacts batch, IBatchFact fact, CancellationToken cancellationToken)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await work.BeginAsync(cancellationToken);
        work.Cause = new EventCause(batch.CorrelationId, _service.NewId());
        await work.DispatchAsync(fact, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Moves the clock of all batches of the class.</summary>
    public void Advance(TimeSpan time) => _service.Advance(time);

    /// <summary>Waits for what a loop on a timer does, and gives it its turns.</summary>
    public Task UntilAsync(Func<Task<bool>> holds) =>
        BatchOrchestrator.BosTest.UntilAsync(async () =>
        {
            Advance(TimeSpan.FromSeconds(1));
            return await holds();
        });

    public HttpClient AsOperator() => _service.As("operator-1", roles: "operator");

    public HttpClient AsService() => _service.As(teacher: null);

    public Task DrainAsync() => _service.DrainAsync();

    public HttpClient As(string teacher) => _service.As(teacher);

    public async Task<JsonElement> GetAsync(BatchFacts batch, string path)
    {
        using var client = As(batch.UserId);
        return await client.GetFromJsonAsync<JsonElement>(path);
    }

    /// <summary>What ELS told of the batch, in the order of the log.</summary>
    public async Task<IReadOnlyList<LoggedFact<T>>> ToldAsync<T>(BatchFacts batch)
        where T : class, IFact => [.. (await _service.Log.FactsAsync<T>()).Where(fact => fact.Key == batch.BatchId.ToString())];

    /// <summary>"ordinal status text" of every essay, in order.</summary>
    public Task<IReadOnlyList<string>> EssaysAsync(BatchFacts batch) =>
        TextsAsync(
            batch,
            "select concat_ws(' ', ordinal, status, coalesce(text_storage_id, '-')) from essays where batch_id = $1 order by ordinal"
        );

    /// <summary>The first column of every row; $1 is the batch.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(BatchFacts batch, string sql)
    {
        await using var command = Db.CreateCommand(sql);
        command.Parameters.Add(new() { Value = batch.BatchId });
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(Convert.ToString(reader.GetValue(0)) ?? "");
        }
        return texts;
    }

    public async Task<int> CountAsync(BatchFacts batch, string table) =>
        int.Parse((await TextsAsync(batch, $"select count(*) from {table} where batch_id = $1")).Single());

    /// <summary>Of the batch's open dead letters; the key is there even where the record names no batch.</summary>
    public Task<IReadOnlyList<string>> ReasonCodesAsync(BatchFacts batch) =>
        TextsAsync(batch, "select reason_code from dead_letters where record_key = $1::uuid::text and state = 'open'");

    /// <summary>How ELS dealt with a record.</summary>
    public async Task<string?> OutcomeAsync(Guid eventId)
    {
        await using var command = Db.CreateCommand("select outcome from inbox where event_id = $1");
        command.Parameters.Add(new() { Value = eventId });
        return (string?)await command.ExecuteScalarAsync();
    }
}
