using System.Net.Http.Json;
using Phase1.BatchOrchestrator;
using Phase1.ClassManagement;
using Phase1.FileIntake;
using Phase1.Integration.Tests.FileIntake;
using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Messaging.Outages;

/// <summary>A request that changes something: whose it is, what it needs before, how it is sent, and what is then there.</summary>
/// <param name="Name">What it is called in a report.</param>
/// <param name="Service">Who answers it.</param>
/// <param name="Effects">What it leaves behind, as one text; $1 is the request's id.</param>
/// <param name="PrepareAsync">Gives the path and the body of the request with an id.</param>
sealed record FaultyRequest(
    string Name,
    Func<Phase1Service> Service,
    string Effects,
    Func<FaultyService, Guid, Task<(string Path, Func<HttpContent> Body)>> PrepareAsync
)
{
    const string Teacher = "teacher-1";

    // What a request records carries its correlation id; rows that do not are counted by what was recorded of them.
    const string Recorded = "(select count(*) from outbox where headers like '%' || $1::uuid::text || '%')";

    static readonly Guid ClassId = Guid.Parse("0190c0de-0000-7000-8000-00000000c1a5");

    public static IReadOnlyList<FaultyRequest> All { get; } =
    [
        new(
            "a class",
            () => new ClassManagementService(),
            $"select concat_ws(' ', {Recorded}, (select count(*) - count(distinct name) from classes))",
            (service, id) => Json("/v1/classes", new { name = $"class {id}", course_codes = new[] { "SV2" } })
        ),
        new(
            "a batch",
            () => new BatchOrchestratorService(),
            $"select concat_ws(' ', {Recorded}, (select count(*) from batches where correlation_id = $1))",
            (service, _) =>
            {
                service.Service.Others.OnGet(
                    $"/internal/v1/classes/{ClassId}",
                    new
                    {
                        ClassId,
                        Name = "9C",
                        CourseCode = "SV2",
                        OwnerUserId = Teacher,
                    }
                );
                return Json(
                    "/v1/batches/register",
                    new
                    {
                        expected_essay_count = 2,
                        course_code = "SV2",
                        class_id = ClassId,
                    }
                );
            }
        ),
        new(
            "an upload",
            () => new FileIntakeService(),
            $"""
            select concat_ws(' ', {Recorded}, (select count(*) from file_uploads where correlation_id = $1),
                (select count(*) from raw_files) - (select count(*) from file_uploads))
            """,
            (service, _) =>
            {
                var batchId = service.Service.NewId();
                service.Service.Others.OnGet($"/internal/v1/batches/{batchId}/intake", new { AcceptsUploads = true, UserId = Teacher });
                return Task.FromResult<(string, Func<HttpContent>)>(
                    (
                        "/v1/files/batch",
                        () =>
                            IntakeHarness.Form(
                                [("batch_id", batchId.ToString())],
                                ("a.txt", IntakeHarness.Essay("A")),
                                ("b.txt", IntakeHarness.Essay("B"))
                            )
                    )
                );
            }
        ),
        new(
            "a decision that releases its set",
            () => new ClassManagementService(),
            $"""
            select concat_ws(' ', (select count(*) from outbox where partition_key = $1::uuid::text),
                (select state || ' ' || version from association_sets where batch_id = $1),
                (select count(*) from association_changes where batch_id = $1))
            """,
            DecideAsync
        ),
    ];

    /// <summary>Sends it as its teacher, under a key.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        string path,
        HttpContent body,
        Guid correlationId,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.Add(HeaderNames.IdempotencyKey, correlationId.ToString());
        request.Headers.Add(HeaderNames.CorrelationId, correlationId.ToString());
        return await client.SendAsync(request, cancellationToken);
    }

    public override string ToString() => Name;

    static Task<(string Path, Func<HttpContent> Body)> Json(string path, object body) =>
        Task.FromResult<(string, Func<HttpContent>)>((path, () => JsonContent.Create(body)));

    /// <summary>Of a set that waits for its teacher; the request has its id.</summary>
    static async Task<(string Path, Func<HttpContent> Body)> DecideAsync(FaultyService service, Guid batchId)
    {
        var essayId = await OpenSets.OpenAsync(service, batchId, Teacher);
        return await Json(
            $"/v1/batches/{batchId}/student-associations/decisions",
            new { decisions = new[] { new { essay_id = essayId, action = "unknown" } } }
        );
    }
}
