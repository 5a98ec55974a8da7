using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;
using Phase1.Tickets.Sops;

namespace Phase1.Integration.Tests.Tickets;

/// <summary>The service whole: records are fed as CMS and BOS would, and people ask over HTTP. The tests of a class share it; each has a batch of its own.</summary>
public sealed class TicketsUnderTest : IAsyncLifetime
{
    /// <summary>What people open; the procedures of the product are opened by records.</summary>
    internal static readonly Sop Request = new(
        "REQUEST",
        "request",
        "REQUEST",
        4,
        [new("decides", IsHuman: true) { Decisions = ["yes", "no"], WithNote = ["no"] }, new("never")],
        "school-admin"
    )
    {
        IsOpenedByPeople = true,
    };

    internal ServiceUnderTest Service { get; private set; } = null!;

    internal static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Service = await ServiceUnderTest.StartAsync(
            () => new TicketsService(),
            builder => builder.Services.AddSingleton(Request),
            others =>
                others.On(
                    HttpMethod.Get,
                    "/internal/v1/batches/validation-status",
                    request =>
                        FakeHttp.Json(
                            new Dictionary<string, object>
                            {
                                [request.RequestUri!.Query.Split('=')[1]] = new
                                {
                                    deviation_count = 2,
                                    total_associations = 3,
                                    matched_associations = 2,
                                    confirmed_associations = 1,
                                },
                            }
                        )
                )
        );
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    internal HttpClient As(string user, string roles = "teacher", string? org = null) => Service.As(user, roles, org);

    /// <summary>The ticket of a batch, as its teacher sees it; null where there is none.</summary>
    internal async Task<JsonNode?> FindAsync(BatchFacts batch, string sop)
    {
        using var teacher = As(batch.UserId);
        var page = await teacher.GetFromJsonAsync<JsonObject>($"/v1/tickets?batch_id={batch.BatchId}&sop={sop}", Token);
        return page!["items"]!.AsArray().SingleOrDefault();
    }

    /// <summary>The same, once it is as the test expects.</summary>
    internal async Task<JsonNode> WaitAsync(BatchFacts batch, string sop, Func<JsonNode, bool> condition)
    {
        JsonNode? found = null;
        await Eventually.BecomesTrueAsync(async () => (found = await FindAsync(batch, sop)) is not null && condition(found), Token);
        return found!;
    }

    internal async Task FeedAsync(IFact fact)
    {
        await Service.FeedAsync(fact);
        await Service.DrainAsync();
    }

    internal static AssociationReviewNeeded Needed(BatchFacts batch, int essays = 1, int hours = 24, bool suggested = true) =>
        new()
        {
            BatchId = batch.BatchId,
            ClassId = batch.ClassId!.Value,
            CourseCode = CourseCode.Sv2,
            UserId = batch.UserId,
            Counts = new ReviewCounts
            {
                Total = 3,
                High = 3 - essays,
                Medium = essays,
                Low = 0,
                Undecided = 3,
            },
            ReviewEssayIds = [.. Enumerable.Range(1, essays).Select(batch.EssayId)],
            Suggested = suggested,
            OpenedAt = BatchFacts.Now,
            ExpiresAt = BatchFacts.Now.AddHours(hours),
        };

    internal static ValidationTimeoutProcessed TimedOut(BatchFacts batch, params int[] unknown) =>
        new()
        {
            BatchId = batch.BatchId,
            ClassId = batch.ClassId!.Value,
            UserId = batch.UserId,
            TimeoutHours = 24,
            AutoConfirmedAssociations = [],
            GuestEssays = [.. unknown.Select(batch.EssayId)],
            UnknownStudentId = batch.StudentId(99),
            ProcessingTimestamp = BatchFacts.Now,
        };

    internal static BatchStatusChanged Moved(BatchFacts batch, BatchStatus to) =>
        new()
        {
            BatchId = batch.BatchId,
            FromStatus = BatchStatus.AwaitingStudentValidation,
            ToStatus = to,
            Trigger = "test",
            ClassType = BatchKind.Regular,
            ClassId = batch.ClassId,
            UserId = batch.UserId,
            OccurredAt = BatchFacts.Now,
        };

    internal static string Status(JsonNode ticket) => (string)ticket["status"]!;

    internal static async Task<JsonObject> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(Token);
        answer.StatusCode.ShouldBe(expected, text);
        return JsonSerializer.Deserialize<JsonObject>(text)!;
    }
}
