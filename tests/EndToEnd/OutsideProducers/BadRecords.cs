using System.Text;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Kafka;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.OutsideProducers;

/// <summary>What an outside producer may get wrong about a text, each with the code of the dead letter that it becomes.</summary>
sealed class BadRecords(OutsideProducer outside, TestBatch own, TestBatch anothers)
{
    const string Topic = OutsideProducer.ContentProvisioned;

    /// <summary>Sends all of them and returns the codes.</summary>
    public async Task<IReadOnlyList<string>> SendAsync()
    {
        var codes = new List<string>();
        var underOwnKey = Bodies().ToList();
        await outside.Kcat.ProduceAsync(Topic, [.. Lines(underOwnKey.Select(bad => bad.Body))], "-k", own.Id.ToString());
        codes.AddRange(underOwnKey.Select(bad => bad.Code));

        var content = outside.Content(own, "text/none");
        await outside.Kcat.ProduceAsync(Topic, content.ToJsonString());
        await outside.Kcat.ProduceAsync(Topic, anothers.Id.ToString(), Renamed(content));
        await outside.Kcat.ProduceAsync(Topic, "key", Renamed(content));
        codes.AddRange(Enumerable.Repeat(ViolationCodes.KeyMismatch, 3));

        // A key with a zero in it, which PostgreSQL can keep in no text; and a record without a value.
        await outside.Kcat.ProduceAsync(Topic, "ab\0c\tno JSON", "-K", "\t");
        await outside.Kcat.ProduceAsync(Topic, $"{own.Id}\t", "-K", "\t", "-Z");
        codes.AddRange(Enumerable.Repeat(ViolationCodes.MalformedJson, 2));

        // In its own teacher's name, for a batch of another teacher.
        var foreign = outside.Content(anothers, "text/none");
        foreign["metadata"]!["user_id"] = own.Teacher;
        foreign["correlation_id"] = outside.Context.NewId().ToString();
        await outside.Kcat.ProduceAsync(Topic, anothers.Id.ToString(), foreign);
        codes.Add(ViolationCodes.ContradictoryFact);

        // Compressed, the brokers let it pass.
        var huge = Encoding.UTF8.GetBytes(content.ToJsonString()[..^1] + new string(' ', 10 << 20) + "}");
        var (exitCode, _, errors) = await outside.Kcat.TryProduceFileAsync(Topic, huge, [.. UnderOwnKey, "-z", "gzip"]);
        exitCode.ShouldBe(0, errors);
        codes.Add(ViolationCodes.RecordTooLarge);
        return codes;
    }

    /// <summary>More than the brokers take.</summary>
    public Task<(int ExitCode, string Output, string Errors)> SendTooMuchAsync() =>
        outside.Kcat.TryProduceFileAsync(Topic, Encoding.UTF8.GetBytes(new string('x', 10 << 20)), UnderOwnKey);

    string[] UnderOwnKey => ["-k", own.Id.ToString(), "-X", "message.max.bytes=20000000"];

    IEnumerable<(string Code, byte[] Body)> Bodies()
    {
        yield return (ViolationCodes.MalformedJson, "no JSON"u8.ToArray());
        yield return (ViolationCodes.MalformedJson, [.. "{\"event_id\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        yield return (ViolationCodes.MalformedJson, Text(Good().ToJsonString()[..^9]));
        yield return (ViolationCodes.InvalidValue, "[1,2,3]"u8.ToArray());
        yield return (ViolationCodes.InvalidValue, Text(new string('[', 10_000) + new string(']', 10_000)));
        yield return (
            ViolationCodes.MalformedJson,
            Text($"{Good().ToJsonString()[..^1]},\"deep\":{new string('[', 100)}{new string(']', 100)}}}")
        );
        yield return Broken(ViolationCodes.MissingField, record => record.Remove("event_id"));
        yield return Broken(ViolationCodes.MissingField, record => record.Remove("data"));
        yield return Broken(ViolationCodes.MissingField, record => Data(record).Remove("entity_id"));
        yield return Broken(ViolationCodes.InvalidValue, record => Data(record)["entity_id"] = 7);
        yield return Broken(ViolationCodes.InvalidValue, record => Data(record)["file_size_bytes"] = "many");
        yield return Broken(ViolationCodes.InvalidValue, record => Data(record)["text_storage_id"] = "a b");
        yield return Broken(ViolationCodes.InvalidValue, record => Data(record)["original_file_name"] = new string('x', 501));
        yield return Broken(ViolationCodes.InvalidValue, record => record["schema_version"] = 0);
        yield return Broken(ViolationCodes.UnsupportedSchemaVersion, record => record["schema_version"] = 2);
        yield return Broken(ViolationCodes.EventTypeMismatch, record => record["event_type"] = OutsideProducer.EssaysReady);
    }

    JsonObject Good() => outside.Content(own, "text/none");

    (string Code, byte[] Body) Broken(string code, Action<JsonObject> spoil)
    {
        var record = Good();
        spoil(record);
        return (code, Text(record.ToJsonString()));
    }

    JsonObject Renamed(JsonObject content)
    {
        var other = content.DeepClone().AsObject();
        other["event_id"] = outside.Context.NewId().ToString();
        return other;
    }

    static JsonObject Data(JsonObject record) => record["data"]!.AsObject();

    static byte[] Text(string json) => Encoding.UTF8.GetBytes(json);

    static IEnumerable<byte> Lines(IEnumerable<byte[]> bodies) => bodies.SelectMany(body => body.Append((byte)'\n'));
}
