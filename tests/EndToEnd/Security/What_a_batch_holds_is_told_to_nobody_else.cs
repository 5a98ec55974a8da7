using System.Text.Json;
using System.Text.RegularExpressions;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Security;

/// <summary>
/// A batch goes from its roster to its decisions, beside refused requests and outsiders' records: the names, addresses, texts and file names in
/// them are in the answers to their teacher alone.
/// </summary>
[Trait("Scenario", "S-713")]
public sealed partial class What_a_batch_holds_is_told_to_nobody_else(PlantedNames planted) : IClassFixture<PlantedNames>
{
    static readonly string[] Services =
    [
        SuiteUnderTest.BatchOrchestrator,
        SuiteUnderTest.EssayLifecycle,
        SuiteUnderTest.Nlp,
        SuiteUnderTest.ClassManagement,
        SuiteUnderTest.FileIntake,
        SuiteUnderTest.Portal,
    ];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Not_by_a_line_of_the_application_log() => Holding(planted.Logged).ShouldBeEmpty();

    [Fact]
    public void Not_by_a_span_or_a_measurement() => Holding(planted.Traced).ShouldBeEmpty();

    [Fact]
    public void Not_by_an_answer_that_refuses() => Holding(planted.Problems).ShouldBeEmpty();

    [Fact]
    public async Task Not_by_a_scrape() =>
        Holding(await EachAsync((client, _) => client.GetStringAsync("/metrics", Token))).ShouldBeEmpty();

    [Fact]
    public async Task Not_by_a_list_of_dead_letters()
    {
        var lists = await EachAsync(async (client, service) => await DeadLettersAsync(client, service));

        Holding(lists).ShouldBeEmpty();
    }

    [Fact]
    public async Task Not_by_a_record_but_for_the_file_names_where_they_belong()
    {
        var records = await RecordsAsync();
        records.ShouldContain(record => record.Contains(PlantedNames.FileName, StringComparison.Ordinal));

        Holding(records.Select(record => FileNameField().Replace(record, ""))).ShouldBeEmpty();
    }

    static IEnumerable<string> Holding(IEnumerable<string> texts)
    {
        List<string> all = [.. texts];
        all.ShouldNotBeEmpty();
        return all.Where(text =>
            PlantedNames.Secrets.Append(PlantedNames.FileName).Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase))
        );
    }

    async Task<List<string>> EachAsync(Func<HttpClient, string, Task<string>> ask)
    {
        List<string> answers = [];
        foreach (var service in Services)
        {
            using var client = planted.Suite.Client(service, "operator-1");
            client.DefaultRequestHeaders.Add("X-User-Roles", "operator");
            answers.Add(await ask(client, service));
        }
        return answers;
    }

    /// <summary>The list, the groups and each letter by itself: all that an operator sees without asking for a body.</summary>
    static async Task<string> DeadLettersAsync(HttpClient client, string service)
    {
        var list = await client.GetStringAsync("/internal/v1/dead-letters?limit=200", Token);
        using var parsed = JsonDocument.Parse(list);
        var ids = parsed.RootElement.GetProperty("items").EnumerateArray().Select(letter => letter.GetProperty("id").GetString()).ToList();
        // The Portal reads the log in passing and keeps no letters.
        ids.Any().ShouldBe(service != SuiteUnderTest.Portal, service);
        var texts = new List<string> { list, await client.GetStringAsync("/internal/v1/dead-letters/groups", Token) };
        foreach (var id in ids)
        {
            texts.Add(await client.GetStringAsync($"/internal/v1/dead-letters/{id}", Token));
        }
        return string.Join('\n', texts);
    }

    async Task<List<string>> RecordsAsync()
    {
        await using var command = planted
            .Suite.Database("Log")
            .CreateCommand("select key || ' ' || headers || ' ' || convert_from(body, 'UTF8') from log_records");
        await using var reader = await command.ExecuteReaderAsync(Token);
        List<string> records = [];
        while (await reader.ReadAsync(Token))
        {
            records.Add(reader.GetString(0));
        }
        records.RemoveAll(record => record.Contains(PlantedNames.Outsider, StringComparison.Ordinal));
        return records;
    }

    // Section 4.3 of the specification: these fields carry the name of a file.
    [GeneratedRegex(""" "(original_file_name|filename|file_name)"\s*:\s*"[^"]*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex FileNameField();
}
