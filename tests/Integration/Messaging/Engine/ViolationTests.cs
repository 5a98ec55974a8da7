using System.Text;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>What can never become valid is a dead letter at once and holds nobody.</summary>
[Trait("Scenario", "S-710")]
public sealed class ViolationTests
{
    const string Topic = Topics.EssayContentProvisioned;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_broken_record_is_a_dead_letter_with_its_reason_and_stalls_nobody()
    {
        await using var world = await EngineWorld.CreateAsync("violations");
        var batch = Facts.NewId();
        var corpus = Corpus(batch).ToList();
        var good = new List<Guid>();
        await using var wide = new PostgresLog(new() { ConnectionString = world.ConnectionString, MaxRecordBytes = 32 << 20 });
        foreach (var (_, _, body) in corpus)
        {
            (await wide.PublishAsync([new(Topic, batch.ToString(), body, "{}")], Token)).ShouldBeEmpty();
            good.AddRange(await world.FeedAsync(Facts.Upload(batch)));
        }

        await world.StartAsync();
        await world.DrainAsync(Token);

        (await world.ColumnAsync<Guid>("select event_id from effects order by id")).ShouldBe(good);
        (await world.CountAsync("held_messages")).ShouldBe(0);
        var codes = await world.ColumnAsync<string>("select reason_code from dead_letters order by log_offset");
        codes.ShouldBe(corpus.Select(c => c.Code), string.Join(", ", corpus.Select(c => c.Name)));
        (await world.CountAsync("dead_letters where reason = '' or state <> 'open' or attempts <> 1")).ShouldBe(0);
    }

    [Fact]
    public async Task A_broken_record_that_is_delivered_again_is_still_one_dead_letter()
    {
        await using var world = await EngineWorld.CreateAsync("violatedagain");
        await world.FeedAsync(Envelopes.Raw(Topic, "a", "no json"));
        var first = await world.StartAsync();
        await world.DrainAsync(Token);
        await first.StopAsync();
        await world.ExecuteAsync("delete from log_group_offsets");

        await world.StartAsync();
        await world.DrainAsync(Token);

        (await world.CountAsync("dead_letters")).ShouldBe(1);
    }

    [Fact]
    public async Task Another_broken_record_in_the_place_of_an_earlier_one_is_a_dead_letter_of_its_own()
    {
        await using var world = await EngineWorld.CreateAsync("sameplace");
        await world.FeedAsync(Envelopes.Raw(Topic, "a", "no json"));
        var first = await world.StartAsync();
        await world.DrainAsync(Token);
        await first.StopAsync();
        // As after the restore of an older backup of the log.
        await world.ExecuteAsync("delete from log_group_offsets");
        await world.ExecuteAsync("delete from log_batches");
        await world.ExecuteAsync("update log_partitions set next_offset = 0");
        await world.FeedAsync(Envelopes.Raw(Topic, "a", "no json either"));

        await world.StartAsync();
        await world.DrainAsync(Token);

        (await world.ColumnAsync<long>("select log_offset from dead_letters")).ShouldBe([0, 0]);
    }

    [Fact]
    public async Task The_same_broken_record_is_a_dead_letter_again_once_the_first_is_settled()
    {
        await using var world = await EngineWorld.CreateAsync("samebytes");
        await world.FeedAsync(Envelopes.Raw(Topic, "a", "no json"));
        var first = await world.StartAsync();
        await world.DrainAsync(Token);
        await first.StopAsync();
        await world.ExecuteAsync("update dead_letters set state = 'discarded'");
        await world.ExecuteAsync("delete from log_group_offsets");

        await world.StartAsync();
        await world.DrainAsync(Token);

        (await world.ColumnAsync<string>("select state from dead_letters order by state")).ShouldBe(["discarded", "open"]);
    }

    [Fact]
    public async Task A_violation_that_a_handler_finds_is_remembered_by_the_inbox_and_holds_nobody()
    {
        await using var world = await EngineWorld.CreateAsync("handlerviolation");
        var batch = Facts.NewId();
        var ids = await world.FeedAsync(Facts.Upload(batch), Facts.Upload(batch));

        await world.StartAsync(setup =>
            setup.Script.Before = c =>
                c.MessageId == ids[0]
                    ? Task.FromException(new ContractViolationException("NO_SUCH_THING", "It names nothing."))
                    : Task.CompletedTask
        );
        await world.DrainAsync(Token);

        (await world.ScalarAsync<string>("select outcome from inbox where event_id = $1", ids[0])).ShouldBe("contract_violation");
        (await world.ScalarAsync<string>("select reason_code from dead_letters")).ShouldBe("NO_SUCH_THING");
        (await world.ColumnAsync<Guid>("select event_id from effects")).ShouldBe([ids[1]]);
    }

    [Fact]
    public async Task A_record_under_a_foreign_key_is_refused_whatever_the_case_of_its_own()
    {
        await using var world = await EngineWorld.CreateAsync("foreignkey");
        var batch = Facts.NewId();
        var records = Enumerable.Range(0, 3).Select(_ => (Id: Facts.NewId(), Fact: Facts.Upload(batch))).ToList();
        var (own, upper, foreign) = (Record(records[0]), Record(records[1]), Record(records[2]));
        await world.FeedAsync(own, upper with { Key = upper.Key.ToUpperInvariant() }, foreign with { Key = Facts.NewId().ToString() });

        await world.StartAsync();
        await world.DrainAsync(Token);

        (await world.ColumnAsync<Guid>("select event_id from effects")).ShouldBe([records[0].Id, records[1].Id], ignoreOrder: true);
        (await world.ScalarAsync<string>("select reason_code from dead_letters")).ShouldBe(ViolationCodes.KeyMismatch);

        // Its producer puts it right; that it was refused once does not make it a duplicate.
        await world.FeedAsync(foreign);
        await world.DrainAsync(Token);
        (await world.CountAsync("effects")).ShouldBe(3);

        static OutgoingRecord Record((Guid Id, EssayContentProvisioned Fact) of) => Envelopes.Of(of.Fact, of.Id);
    }

    static IEnumerable<(string Name, string Code, byte[] Body)> Corpus(Guid batch)
    {
        var valid = Encoding.UTF8.GetString(Envelopes.Of(Facts.Upload(batch), Facts.NewId()).Body.Span);
        yield return Text("no JSON", ViolationCodes.MalformedJson, "not json at all");
        yield return Text("nothing", ViolationCodes.MalformedJson, "");
        yield return Text("cut off", ViolationCodes.MalformedJson, valid[..^20]);
        yield return ("bad UTF-8", ViolationCodes.MalformedJson, [.. Encoding.UTF8.GetBytes(valid[..^1]), 0xC3, 0x28, 0x7D]);
        yield return Text("another root", ViolationCodes.InvalidValue, "[1,2,3]");
        yield return Text("deep nesting", ViolationCodes.InvalidValue, new string('[', 10_000) + new string(']', 10_000));
        yield return Text("no event id", ViolationCodes.MissingField, Without(valid, "event_id"));
        yield return Text("no correlation id", ViolationCodes.MissingField, Without(valid, "correlation_id"));
        yield return Text("no batch id", ViolationCodes.MissingField, Without(valid, "entity_id"));
        yield return Text("no data", ViolationCodes.MissingField, Without(valid, "data"));
        yield return Text("malformed id", ViolationCodes.InvalidValue, With(valid, "event_id", "\"not-an-id\""));
        yield return Text("wrong type", ViolationCodes.InvalidValue, With(valid, "file_size_bytes", "\"many\""));
        yield return Text("not a number", ViolationCodes.MalformedJson, With(valid, "file_size_bytes", "NaN"));
        yield return Text("out of range", ViolationCodes.InvalidValue, With(valid, "file_size_bytes", "-1"));
        yield return Text("unknown version", ViolationCodes.UnsupportedSchemaVersion, With(valid, "schema_version", "2"));
        yield return Text("another event", ViolationCodes.EventTypeMismatch, With(valid, "event_type", "\"huleedu.class.created.v1\""));
        yield return ("10 MB", ViolationCodes.RecordTooLarge, Encoding.UTF8.GetBytes(valid[..^1] + new string(' ', 10 << 20) + "}"));
    }

    static (string, string, byte[]) Text(string name, string code, string body) => (name, code, Encoding.UTF8.GetBytes(body));

    static string Without(string json, string field) => Edit(json, field, owner => owner.Remove(field));

    static string With(string json, string field, string value) =>
        Edit(json, field, owner => owner[field] = System.Text.Json.Nodes.JsonValue.Create("@@"))
            .Replace("\"@@\"", value, StringComparison.Ordinal);

    static string Edit(string json, string field, Action<System.Text.Json.Nodes.JsonObject> edit)
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        edit(root.ContainsKey(field) ? root : root["data"]!.AsObject());
        return root.ToJsonString();
    }
}
