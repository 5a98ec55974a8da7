using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging.Operator;
using Phase1.Messaging.Storage;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>Dead letters by their cause, and what is done about all of one cause.</summary>
public sealed class DeadLetterGroupTests : IAsyncDisposable
{
    const string Stack = """
           at Npgsql.Internal.NpgsqlConnector.Read()
           at Phase1.Nlp.Runs.MatchingRun.BeginAsync(Guid id) in /src/MatchingRun.cs:line 12
           at Phase1.Nlp.Runs.Other.Call()
        """;

    DeadLetterWorld _world = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Trait("Scenario", "P-43")]
    public async Task Thousands_of_letters_of_two_causes_are_two_groups()
    {
        _world = await DeadLetterWorld.StartAsync();
        await InsertAsync(3000, "PROCESSING_ERROR", "TimeoutException", Stack);
        await InsertAsync(999, "UNKNOWN_BATCH", "The batch is not known for the 'th time.", null);
        await InsertAsync(1, "UNKNOWN_BATCH", "Another sentence with a \\ in it.", null);

        var groups = await GroupsAsync();

        groups
            .Select(group => (group.ReasonCode, group.Count, group.Batches))
            .ShouldBe([("PROCESSING_ERROR", 3000, 3000), ("UNKNOWN_BATCH", 1000, 1000)]);
        groups[0].Frame.ShouldBe("Phase1.Nlp.Runs.MatchingRun.BeginAsync");
        groups[0].Cause.ShouldMatch("^[0-9a-f]{16}$");
        groups[0].Cause.ShouldNotBe(groups[1].Cause);
        groups[0].Hours.Count.ShouldBe(24);
        groups[0].Hours[^1].ShouldBe(3000);
    }

    [Theory, Trait("Scenario", "P-43")]
    [InlineData("UNKNOWN_BATCH", "TimeoutException", Stack)]
    [InlineData("PROCESSING_ERROR", "PostgresException (23505)", Stack)]
    [InlineData("PROCESSING_ERROR", "TimeoutException", "   at Phase1.Nlp.Runs.Another.BeginAsync(Guid id)")]
    public async Task Another_code_exception_or_method_is_another_cause(string code, string reason, string stack)
    {
        _world = await DeadLetterWorld.StartAsync();
        await InsertAsync(1, "PROCESSING_ERROR", "TimeoutException", Stack);
        await InsertAsync(1, code, reason, stack);

        (await GroupsAsync()).Count.ShouldBe(2);
    }

    [Fact, Trait("Scenario", "P-46")]
    public async Task A_group_is_redriven_in_parts_each_letter_once_with_note_and_person()
    {
        _world = await DeadLetterWorld.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await _world.MisplaceAsync(Facts.Upload(_world.Batch));
        }
        var cause = (await GroupsAsync()).ShouldHaveSingleItem().Cause;

        var half = await RedriveAsync(cause, 3);
        (half.Redriven, half.Refused.Count, half.Remaining).ShouldBe((3, 0, 2));
        var rest = await RedriveAsync(cause, 200);
        (rest.Redriven, rest.Remaining).ShouldBe((2, 0));
        (await RedriveAsync(cause, 200)).Redriven.ShouldBe(0);

        await _world.WhenNothingIsHeldAsync();
        (await _world.Engine.CountAsync("effects")).ShouldBe(5);
        (await _world.Engine.CountAsync("dead_letter_history where act = 'redriven' and by = 'operator-1' and note = 'mended'")).ShouldBe(
            5
        );
    }

    [Fact, Trait("Scenario", "P-46")]
    public async Task Letters_that_still_break_the_contract_are_named_and_stay_open()
    {
        _world = await DeadLetterWorld.StartAsync();
        await _world.Engine.FeedAsync(
            Envelopes.Raw(Topics.EssayContentProvisioned, "a", "no json"),
            Envelopes.Raw(Topics.EssayContentProvisioned, "b", "none")
        );
        await _world.Engine.DrainAsync(Token);
        var group = (await GroupsAsync()).ShouldHaveSingleItem();

        var answer = await RedriveAsync(group.Cause, 1);

        (answer.Redriven, answer.Remaining).ShouldBe((0, 2));
        answer.Refused.Select(letter => letter.Code).ShouldBe([ViolationCodes.MalformedJson, ViolationCodes.MalformedJson]);
    }

    [Fact, Trait("Scenario", "P-47")]
    public async Task A_held_key_is_listed_with_what_waits_behind_it_and_goes_on_in_order_without_its_head()
    {
        _world = await DeadLetterWorld.StartAsync();
        var (letter, events) = await _world.GiveUpAsync(followers: 3);

        var key = (await HeldAsync(held => held.ListAsync(_world.Batch, Token))).ShouldHaveSingleItem();
        (key.RecordKey, key.BatchId, key.DeadLetterId, key.NextAttemptAt, key.Followers).ShouldBe(
            (_world.Batch.ToString(), _world.Batch, letter, null, 3)
        );
        (await HeldAsync(held => held.ListAsync(Facts.NewId(), Token))).ShouldBeEmpty();
        (await HeldAsync(held => held.ShowAsync(key.RecordKey, Token))).Select(record => record.EventId).ShouldBe(events);

        await _world.ActAsync(acts => acts.DiscardAsync(letter, "operator-1", "known", Token));
        await _world.WhenNothingIsHeldAsync();
        (await _world.Engine.ColumnAsync<Guid>("select event_id from effects order by id")).ShouldBe(events.Skip(1));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _world.DisposeAsync();
    }

    Task<List<DeadLetterGroup>> GroupsAsync() =>
        _world.LookAsync(services => services.GetRequiredService<DeadLetterStore>().GroupAsync(DeadLetterState.Open, Token));

    Task<GroupRedriveView> RedriveAsync(string cause, int limit) =>
        _world.ActAsync(acts => acts.RedriveGroupAsync(cause, limit, "operator-1", "mended", Token));

    Task<T> HeldAsync<T>(Func<HeldKeyStore, Task<T>> look) =>
        _world.LookAsync(services => look(services.GetRequiredService<HeldKeyStore>()));

    Task<int> InsertAsync(int count, string code, string reason, string? stack) =>
        _world.Engine.ExecuteAsync(
            """
            insert into dead_letters (id, consumer, origin, topic, batch_id, body, reason_code, reason, stack, attempts, first_failed_at, last_failed_at, state)
            select gen_random_uuid(), 'tally_service', 'parked', 'topic', gen_random_uuid(), '', $2, $3, nullif($4, ''), 1, $5, $5, 'open'
            from generate_series(1, $1)
            """,
            count,
            code,
            reason,
            stack ?? "",
            Facts.Instant
        );
}
