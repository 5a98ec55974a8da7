using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using Phase1.Events;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Records;

namespace Phase1.Integration.Tests.Messaging;

/// <summary>Records wait in tables as jsonb, which has rules of its own for numbers, texts and names: what comes back is the same record.</summary>
[Trait("Scenario", "S-712")]
public sealed class Whatever_is_read_can_be_stored
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_hostile_value_that_is_read_comes_back_from_the_database_as_it_was_written()
    {
        var server = await PostgresServer.SharedAsync();
        await using var database = await server.CreateDatabaseAsync("records");
        var written = Topics.All.SelectMany(Accepted).ToList();
        written.Count.ShouldBeGreaterThan(1000);

        await using var command = database.DataSource.CreateCommand(
            "select e::jsonb::text from unnest($1) with ordinality as r (e, n) order by n"
        );
        command.Parameters.Add(
            new() { Value = written.ConvertAll(record => record.Json), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }
        );
        await using var reader = await command.ExecuteReaderAsync(Token);
        var changed = new List<string>();
        foreach (var (place, json) in written)
        {
            (await reader.ReadAsync(Token)).ShouldBeTrue();
            if (Rewritten(reader.GetString(0)) is var back && back != json)
            {
                changed.Add($"{place}: {back[..Math.Min(back.Length, 200)]}");
            }
        }
        changed.ShouldBeEmpty();
    }

    static IEnumerable<(string Place, string Json)> Accepted(string topic)
    {
        var golden = JsonNode.Parse(File.ReadAllText(Repository.PathOf($"tests/Unit/Events/golden/{topic}.json")))!;
        foreach (var (place, value, record) in HostileValues.In(golden))
        {
            if (value != HostileValues.DoubledName && TryRead(record, topic) is { } read)
            {
                yield return ($"{topic} {place}", Write(read));
            }
        }
    }

    static ParsedEnvelope? TryRead(string record, string topic)
    {
        try
        {
            return EnvelopeSerializer.Read(Encoding.UTF8.GetBytes(record), topic);
        }
        catch (ContractViolationException)
        {
            return null;
        }
    }

    static string Rewritten(string json)
    {
        try
        {
            var body = Encoding.UTF8.GetBytes(json);
            return Write(EnvelopeSerializer.Read(body, EnvelopeSerializer.ReadHeader(body).EventType));
        }
        catch (ContractViolationException violation)
        {
            return violation.Reason;
        }
    }

    // With the names of objects in order, as nobody else keeps them: jsonb has its own.
    static string Write(ParsedEnvelope record)
    {
        var (header, data) = record;
        var stamp = new EnvelopeStamp(header.EventId, header.EventTimestamp, header.SourceService, header.CorrelationId, header.Metadata);
        return Ordered(JsonNode.Parse(EnvelopeSerializer.Write(data, stamp)))!.ToJsonString();
    }

    // jsonb writes no exponent and no minus before a zero.
    static JsonValue Plain(string number) =>
        decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture) is var value && value == 0
            ? JsonValue.Create(0m)
            : JsonValue.Create(value / 1.0000000000000000000000000000m);

    static JsonNode? Ordered(JsonNode? node) =>
        node switch
        {
            JsonObject owner => new JsonObject(
                owner
                    .OrderBy(field => field.Key, StringComparer.Ordinal)
                    .Select(field => KeyValuePair.Create(field.Key, Ordered(field.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(Ordered)]),
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => Plain(value.ToJsonString()),
            _ => node?.DeepClone(),
        };
}
