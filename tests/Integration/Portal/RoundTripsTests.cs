using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Portal.Assets;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What a page costs, in what can be counted on any machine: questions to other services, and files that a browser asks for one after another.</summary>
public sealed partial class RoundTripsTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string Id = "01890000-0000-7000-8000-000000000001";

    public static TheoryData<string, string[]> Pages { get; } =
        new()
        {
            { "/", ["GET /v1/batches", "GET /v1/classes?limit=200"] },
            { $"/batches/{Id}", [$"GET /v1/batches/{Id}", $"GET /v1/batches/{Id}/essays?limit=200", $"GET /v1/classes/{Id}"] },
            {
                $"/batches/{Id}/review",
                [
                    $"GET /v1/batches/{Id}/essays?limit=200",
                    $"GET /v1/batches/{Id}/student-associations",
                    $"GET /v1/classes/{Id}/roster",
                    "POST /internal/v1/content/excerpts",
                ]
            },
            { $"/batches/{Id}/review/rows", [$"GET /v1/batches/{Id}/student-associations"] },
            { "/notifications/bar", ["GET /v1/notifications/count", "GET /v1/notifications?limit=100&unread=true"] },
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_asks_each_question_once(string path, string[] questions)
    {
        Neighbourhood.Open(shared.Portal.Others, shared.Portal.Service.Clock.GetUtcNow());
        var before = shared.Portal.Others.Asked.Count;

        await shared.Teacher.GetAsync(path);

        shared.Portal.Others.Asked.Skip(before).ShouldBe(questions, ignoreOrder: true);
    }

    // A module that is found in the text of another one is asked for a whole way to the server later.
    [Theory]
    [InlineData("/")]
    [InlineData("/batches/new")]
    [InlineData($"/batches/{Id}")]
    [InlineData($"/batches/{Id}/review")]
    [Trait("Scenario", "P-52")]
    public async Task A_page_names_every_module_that_its_scripts_import(string path)
    {
        Neighbourhood.Open(shared.Portal.Others, shared.Portal.Service.Clock.GetUtcNow());
        var assets = shared.Portal.Service.Services.GetRequiredService<AssetStore>();

        var page = (await shared.Teacher.GetAsync(path)).Page;

        var named = page.QuerySelectorAll("script[src]")
            .Select(script => script.GetAttribute("src"))
            .Select(address => address!["/assets/".Length..])
            .ToList();
        named.ShouldBeUnique();
        var imported = named.Select(file => Encoding.UTF8.GetString(assets.Find(file)!.Plain)).SelectMany(text => Import().Matches(text));
        imported.Select(import => import.Groups[1].Value).ShouldBeSubsetOf(named);
    }

    [GeneratedRegex(@"from '\./([^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();
}
