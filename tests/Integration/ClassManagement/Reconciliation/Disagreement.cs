using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Phase1.ClassManagement.Reconciliation;
using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;

namespace Phase1.Integration.Tests.ClassManagement.Reconciliation;

/// <summary>CMS with neighbours that hold of its batches what a test says.</summary>
sealed class Disagreement(CmsUnderTest cms) : IAsyncDisposable
{
    const string List = "/internal/v1/reconciliation";

    readonly Dictionary<string, object> _states = [];
    readonly Dictionary<string, object> _links = [];
    readonly HttpClient _operator = cms.Service.As("operator-1", "operator");

    internal CmsUnderTest Cms => cms;

    /// <summary>With looks at the test's word alone, one set at a time.</summary>
    internal static async Task<Disagreement> StartAsync() =>
        new(
            await CmsUnderTest.StartAsync(builder =>
            {
                builder.Configuration["Reconciliation:Interval"] = "1.00:00:00";
                builder.Configuration["Reconciliation:Slice"] = "1";
            })
        );

    /// <summary>What BOS and ELS hold of the batch from now on; an essay without a student is undecided.</summary>
    internal void Hold(SetUnderTest batch, BatchStatus status, params Guid?[] students)
    {
        _states[batch.Id.ToString()] = new { status = WireEnum.Name(status) };
        _links[batch.Id.ToString()] = new
        {
            content_complete = true,
            cancelled = false,
            essays = batch
                .Essays.Select(
                    (essay, index) =>
                        new
                        {
                            essay_id = essay,
                            has_text = true,
                            excluded = false,
                            student_id = students.ElementAtOrDefault(index),
                        }
                )
                .ToList(),
        };
        cms.Service.Others.OnGet("/internal/v1/batches/states", _states);
        cms.Service.Others.OnGet("/internal/v1/batches/student-links", _links);
    }

    internal void TakeAway(string path) => cms.Service.Others.Away(path);

    internal Task LookAsync() =>
        cms.Service.Services.GetServices<IHostedService>().OfType<Reconciler>().Single().LookAsync(CmsUnderTest.Token);

    /// <summary>Looks, and once more when nothing can be under way any longer.</summary>
    internal async Task LookTwiceAsync()
    {
        await LookAsync();
        cms.Service.Advance(TimeSpan.FromMinutes(10));
        await LookAsync();
    }

    /// <summary>"kind ours theirs" of every open difference, as the operator reads them, in pages.</summary>
    internal async Task<IReadOnlyList<string>> ReportedAsync()
    {
        var reported = new List<string>();
        for (string? cursor = ""; cursor is not null; )
        {
            var page = await CmsUnderTest.GetAsync(_operator, $"{List}?limit=2&cursor={cursor}");
            reported.AddRange(
                page.GetProperty("items")
                    .EnumerateArray()
                    .Select(item => $"{Text(item, "kind")} {Text(item, "ours")} {Text(item, "theirs")}")
            );
            cursor = page.GetProperty("next_cursor").GetString();
        }
        return reported;
    }

    internal async Task<int> RepairAsync(SetUnderTest batch) =>
        (await RepairAsync(batch.Id, HttpStatusCode.Accepted)).GetProperty("version").GetInt32();

    internal Task<JsonElement> RepairAsync(Guid batchId, HttpStatusCode expected) =>
        CmsUnderTest.PostAsync(_operator, $"{List}/batches/{batchId}/repair", new { }, expected);

    public ValueTask DisposeAsync()
    {
        _operator.Dispose();
        return cms.DisposeAsync();
    }

    static string? Text(JsonElement item, string field) => item.GetProperty(field).GetString();
}
