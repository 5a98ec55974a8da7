using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.Browser.Tests;

/// <summary>What an operator can reach by following every link, on the whole suite, of a batch in which every text of a person is marked.</summary>
public sealed partial class OperatorSeesNoNamesTests(SuiteInBrowser suite)
{
    const string Canary = "kanarie";

    // Of the pages of other batches, which come from the same components.
    const int MostOfAKind = 2;

    [Fact, Trait("Scenario", "S-604")]
    public async Task No_page_that_a_link_leads_to_holds_a_students_name_address_text_or_file_name()
    {
        var batch = await suite.SuggestedAsync(
            2,
            (i, student) => $"{student.FullName}\n\nDet var en {Canary} i buren, och den sjöng hela natten ({i}).\n"
        );
        await suite.FailAsync(batch, $"{Canary}.txt");
        await using var visit = await suite.SignedInAsync("looks-at-all", new(), Phase1Roles.Operator);
        var seen = new Dictionary<string, string>();
        var kinds = new Dictionary<string, int>();
        var left = new Queue<string>([$"/ops/batches/{batch.Id}", "/ops", "/ops/health", "/ops/batches?all=true"]);
        while (left.TryDequeue(out var path))
        {
            if (seen.ContainsKey(path) || !IsNewEnough(path))
            {
                continue;
            }
            var answer = await visit.Context.APIRequest.GetAsync(path, new() { Headers = [new("Accept", "text/html")] });
            var text = seen[path] = await answer.TextAsync();
            new[] { 200, 404 }.ShouldContain(answer.Status, path);
            foreach (var link in Link().Matches(text).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value)))
            {
                left.Enqueue(link);
            }
        }

        seen.Count.ShouldBeGreaterThan(10);
        seen.Values.ShouldContain(text => text.Contains($"{batch.Id}", StringComparison.Ordinal));
        string[] marks = [Canary, "text-1.txt", .. batch.Students.Select(student => student.LastName)];
        (
            from page in seen
            from mark in marks
            where page.Value.Contains(mark, StringComparison.OrdinalIgnoreCase)
            select $"{page.Key}: {mark}"
        ).ShouldBeEmpty();

        bool IsNewEnough(string path)
        {
            var kind = Id().Replace(path, "*");
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            return kinds[kind] <= MostOfAKind || path.Contains($"{batch.Id}", StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b[0-9a-f]{16}\\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Id();

    [GeneratedRegex("href=\"(/ops[^\"#]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
