using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Operator;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>An engine with records of one key, of which those fail that a test breaks, and what an operator does about them.</summary>
sealed class DeadLetterWorld : IAsyncDisposable
{
    static readonly string[] Tables =
    [
        "inbox",
        "outbox",
        "held_messages",
        "dead_letters",
        "dead_letter_history",
        "consumed_offsets",
        "deleted_batches",
        "tallies",
        "effects",
    ];

    readonly ManualTimeProvider _clock = new(Facts.Instant);

    DeadLetterWorld(EngineWorld engine) => Engine = engine;

    public EngineWorld Engine { get; }

    public EngineHost Host { get; private set; } = null!;

    public Guid Batch { get; } = Facts.NewId();

    /// <summary>The event ids that the consumer refuses.</summary>
    public HashSet<Guid> Broken { get; } = [];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DeadLetterWorld> StartAsync(Action<EngineSetup>? configure = null)
    {
        var world = new DeadLetterWorld(await EngineWorld.CreateAsync("dryrun"));
        world.Host = await world.Engine.StartAsync(setup =>
        {
            setup.Clock = world._clock;
            setup.Options.RetryInterval = TimeSpan.FromMilliseconds(1);
            setup.Options.RetryDelays = [TimeSpan.FromSeconds(1)];
            setup.Script.Before = context =>
                world.Broken.Contains(context.MessageId!.Value)
                    ? Task.FromException(new ProcessingFailureException("TEST_BROKEN", "The test breaks it."))
                    : Task.CompletedTask;
            configure?.Invoke(setup);
        });
        return world;
    }

    /// <summary>Feeds uploads of the batch, of which the first is broken until it is a dead letter and the others stand behind it.</summary>
    public async Task<(Guid Letter, IReadOnlyList<Guid> Events)> GiveUpAsync(int followers)
    {
        var before = await Engine.CountAsync("dead_letters");
        Guid[] events = [.. Enumerable.Range(0, followers + 1).Select(_ => Facts.NewId())];
        Broken.Add(events[0]);
        await Engine.FeedAsync([.. events.Select(id => Envelopes.Of(Facts.Upload(Batch), id))]);
        await Engine.DrainAsync(Token);
        await _clock.FlowUntilAsync(async () => await Engine.CountAsync("dead_letters") > before, Token);
        return (await Engine.ScalarAsync<Guid>("select id from dead_letters where event_id = $1", events[0]), events);
    }

    /// <summary>Feeds a record under a key that is not its own, which makes a dead letter of it at once.</summary>
    public async Task<Guid> MisplaceAsync(IFact fact, Guid? eventId = null)
    {
        await Engine.FeedAsync(Envelopes.Of(fact, eventId ?? Facts.NewId()) with { Key = "foreign" });
        await Engine.DrainAsync(Token);
        return await Engine.ScalarAsync<Guid>(
            "select id from dead_letters where reason_code = 'KEY_MISMATCH' order by log_offset desc, partition limit 1"
        );
    }

    public async Task<DryRunView> TryAsync(Guid letter) =>
        (await Host.Services.GetRequiredService<DryRun>().RunAsync(letter, Token)).View.ShouldNotBeNull();

    public Task<(Resolution Resolution, DryRunView? View)> RunAsync(Guid letter) =>
        Host.Services.GetRequiredService<DryRun>().RunAsync(letter, Token);

    public async Task<T> ActAsync<T>(Func<DeadLetterActs, Task<T>> act)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<DeadLetterActs>());
    }

    public async Task<T> LookAsync<T>(Func<IServiceProvider, Task<T>> look)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider);
    }

    public Task WhenNothingIsHeldAsync() => _clock.FlowUntilAsync(async () => await Engine.CountAsync("held_messages") == 0, Token);

    /// <summary>Every row of the service.</summary>
    public async Task<string> RowsAsync()
    {
        var tables = new List<string>();
        foreach (var table in Tables)
        {
            tables.Add(await Engine.ScalarAsync<string>($"select coalesce(jsonb_agg(t order by t::text), '[]')::text from {table} t"));
        }
        return string.Join('\n', tables);
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
