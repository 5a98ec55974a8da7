using System.Text.Json.Nodes;

namespace Phase1.Tests.Infrastructure.Records;

/// <summary>Values that are valid JSON and stand at the end of what somebody can keep: a calendar, a number's digits, a text's characters, a map.</summary>
public static class HostileValues
{
    /// <summary>Of which every reader keeps another value: jsonb the last one.</summary>
    public const string DoubledName = "{\"a\":1,\"a\":2}";

    public static IReadOnlyList<string> All { get; } =
    [
        // Instants
        "\"0001-01-01T00:00:00Z\"",
        "\"0001-01-01T00:00:00+14:00\"",
        "\"1969-12-31T23:59:59Z\"",
        "\"1970-01-01T00:00:00+23:59\"",
        "\"9998-12-31T23:59:59.99999999999-23:59\"",
        "\"9999-12-31T23:59:59.9999999Z\"",
        "\"2026-06-30t23:59:60z\"",
        "\"2026-12-31T15:59:60.25-08:00\"",
        "\"2026-02-30T00:00:00Z\"",
        "\"2026-03-02T08:15:30+15:30\"",
        "\"2026-03-02\"",
        // Numbers
        "84.0",
        "8.4e1",
        "-0.0",
        "1e-400",
        "1e400",
        "2147483648",
        "9007199254740993",
        "9223372036854775808",
        "123456789012345678.12345678901",
        "0.00000000001",
        $"1{new string('0', 200)}",
        $"0.{new string('1', 200)}",
        // Texts
        "\"\\u0000\"",
        "\"a\\u0000b\"",
        "\"\\ud83d\"",
        "\"\\ude00x\"",
        "\"line\\r\\nline\"",
        "\"\\u0085\"",
        "\" blank \"",
        $"\"{string.Concat(Enumerable.Repeat("\U0001F600", 255))}\"",
        $"\"{string.Concat(Enumerable.Repeat("\U0001F600", 256))}\"",
        $"\"{string.Concat(Enumerable.Repeat("\u1E9B\u0323", 250))}\"",
        // Ids
        "\"00000000-0000-0000-0000-000000000000\"",
        "\"0197F2A4-7B21-7ABC-8DEF-ABCDEFABCDEF\"",
        // Objects and maps
        "{}",
        "{\"\":1}",
        "{\"a\\u0000\":1}",
        "{\"a\":1e99999}",
        DoubledName,
        Nested(15),
        Nested(16),
        Nested(17),
        Nested(26),
        $"{{\"a\":\"{new string('x', 64_001)}\"}}",
        $"{{\"a\":[{string.Join(',', Enumerable.Repeat("1", 3_000))}]}}",
        $"{{{string.Join(',', Enumerable.Range(0, 600).Select(i => $"\"{i}\":1"))}}}",
        $"{{\"{new string('k', 300)}\":1}}",
    ];

    /// <summary>Every place of a record with every one of the values, as text: no tree of .NET could hold all of them.</summary>
    public static IEnumerable<(string Place, string Value, string Record)> In(JsonNode record)
    {
        const string Mark = "\"@@\"";
        foreach (var (place, marked) in Mutations.With(record, Mark))
        {
            var text = marked.ToJsonString();
            foreach (var value in All)
            {
                yield return (place, value, text.Replace(Mark, value, StringComparison.Ordinal));
            }
        }
    }

    static string Nested(int levels) => $"{string.Concat(Enumerable.Repeat("{\"a\":", levels))}1{new string('}', levels)}";
}
