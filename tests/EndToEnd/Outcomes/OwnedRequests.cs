using Npgsql;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Outcomes;

/// <summary>A request for every route that takes an id of a teacher's, with the ids of the finished batch.</summary>
static class OwnedRequests
{
    internal static async Task<IReadOnlyList<OwnedRequest>> OfAsync(EveryOutcome outcome)
    {
        var batch = outcome.Finished;
        var (essay, upload, text) = await EssayAsync(outcome);
        var student = batch.Students[0].Id;
        var notification = await ScalarAsync<Guid>(
            outcome,
            SuiteUnderTest.ClassManagement,
            "select notification_id from notifications where batch_id = $1 limit 1"
        );
        return
        [
            .. Of(SuiteUnderTest.BatchOrchestrator, BatchOrchestrators(batch.Id)),
            .. Of(
                SuiteUnderTest.EssayLifecycle,
                [
                    ("GET /v1/essays/{id:guid}", $"/v1/essays/{essay}", null),
                    ("GET /v1/batches/{id:guid}/essays", $"/v1/batches/{batch.Id}/essays", null),
                    ("GET /v1/batches/{id:guid}/status", $"/v1/batches/{batch.Id}/status", null),
                    ("POST /internal/v1/batches/{id:guid}/close-intake", $"/internal/v1/batches/{batch.Id}/close-intake", null),
                ]
            ),
            .. Of(SuiteUnderTest.ClassManagement, Classes(batch.ClassId!.Value, student)),
            .. Of(SuiteUnderTest.ClassManagement, Associations(batch.Id, essay, student)),
            .. Of(SuiteUnderTest.ClassManagement, [("POST /v1/notifications/{id}/read", $"/v1/notifications/{notification}/read", null)]),
            .. Of(SuiteUnderTest.FileIntake, Files(batch.Id, upload, text)),
        ];
    }

    static IEnumerable<OwnedRequest> Of(string service, (string Route, string Address, object? Body)[] requests) =>
        requests.Select(request => new OwnedRequest(service, request.Route, request.Address, request.Body));

    static (string, string, object?)[] BatchOrchestrators(Guid batch) =>
        [
            ("GET /v1/batches/{id:guid}", $"/v1/batches/{batch}", null),
            ("GET /v1/batches/{id:guid}/status", $"/v1/batches/{batch}/status", null),
            ("GET /v1/batches/{id:guid}/history", $"/v1/batches/{batch}/history", null),
            ("GET /v1/batches/{id:guid}/timeline", $"/v1/batches/{batch}/timeline", null),
            ("POST /v1/batches/{id:guid}/cancel", $"/v1/batches/{batch}/cancel", new { }),
            ("DELETE /v1/batches/{id:guid}", $"/v1/batches/{batch}", null),
            (
                "POST /v1/batches/{id:guid}/pipelines",
                $"/v1/batches/{batch}/pipelines",
                new { requested_pipeline = "spellcheck", client_correlation_id = batch }
            ),
            ("GET /internal/v1/batches/{id:guid}/essays", $"/internal/v1/batches/{batch}/essays", null),
            ("GET /internal/v1/batches/{id:guid}/intake", $"/internal/v1/batches/{batch}/intake", null),
        ];

    static (string, string, object?)[] Classes(Guid schoolClass, Guid student) =>
        [
            ("GET /v1/classes/{id}", $"/v1/classes/{schoolClass}", null),
            ("PUT /v1/classes/{id}", $"/v1/classes/{schoolClass}", new { name = "Mine" }),
            ("DELETE /v1/classes/{id}", $"/v1/classes/{schoolClass}", null),
            ("GET /v1/classes/{id}/roster", $"/v1/classes/{schoolClass}/roster", null),
            ("POST /v1/classes/{id}/students/bulk", $"/v1/classes/{schoolClass}/students/bulk", new { lines = new[] { "Ada Berg" } }),
            ("POST /v1/classes/{id}/students/import", $"/v1/classes/{schoolClass}/students/import", "Namn\nAda Berg\n"),
            ("GET /v1/classes/students/{id}", $"/v1/classes/students/{student}", null),
            (
                "PUT /v1/classes/students/{id}",
                $"/v1/classes/students/{student}",
                new { person_name = new { first_name = "Ada", last_name = "Berg" } }
            ),
            ("DELETE /v1/classes/students/{id}", $"/v1/classes/students/{student}", null),
            ("GET /internal/v1/classes/{id}", $"/internal/v1/classes/{schoolClass}", null),
        ];

    static (string, string, object?)[] Associations(Guid batch, Guid essay, Guid student)
    {
        var set = $"/v1/batches/{batch}/student-associations";
        var accepted = new
        {
            essay_id = essay,
            action = "accept",
            association_version = 0,
        };
        return
        [
            ("GET /v1/batches/{id}/student-associations", set, null),
            ("POST /v1/batches/{id}/student-associations/decisions", $"{set}/decisions", new { decisions = new[] { accepted } }),
            ("POST /v1/batches/{id}/student-associations/confirm-band", $"{set}/confirm-band", new { band = "high" }),
            (
                "PUT /v1/batches/{id}/student-associations/{essayId}",
                $"{set}/{essay}",
                new { student_id = $"{student}", association_version = 0 }
            ),
            ("GET /v1/batches/{id}/student-associations/{essayId}/changes", $"{set}/{essay}/changes", null),
            ("GET /internal/v1/batches/{id}/student-names", $"/internal/v1/batches/{batch}/student-names", null),
            ("GET /internal/v1/associations/essay/{essayId}", $"/internal/v1/associations/essay/{essay}", null),
        ];
    }

    static (string, string, object?)[] Files(Guid batch, Guid upload, string text) =>
        [
            ("GET /v1/files/batch/{id:guid}/state", $"/v1/files/batch/{batch}/state", null),
            (
                "PUT /v1/files/batch/{id:guid}/files/{clientFileId:guid}",
                $"/v1/files/batch/{batch}/files/{Guid.CreateVersion7()}?session={upload}",
                "It rained all day, and nobody came to see us by the lake."
            ),
            ("POST /v1/files/batch/{id:guid}/uploaded", $"/v1/files/batch/{batch}/uploaded", new { session = upload }),
            ("GET /v1/files/uploads/{file_upload_id:guid}/original", $"/v1/files/uploads/{upload}/original", null),
            ("GET /v1/content/{storage_id}", $"/v1/content/{text}", null),
        ];

    static async Task<(Guid Essay, Guid Upload, string Text)> EssayAsync(EveryOutcome outcome)
    {
        const string First = "from essays where batch_id = $1 order by ordinal limit 1";
        return (
            await ScalarAsync<Guid>(outcome, SuiteUnderTest.EssayLifecycle, $"select essay_id {First}"),
            await ScalarAsync<Guid>(outcome, SuiteUnderTest.EssayLifecycle, $"select file_upload_id {First}"),
            await ScalarAsync<string>(outcome, SuiteUnderTest.EssayLifecycle, $"select text_storage_id {First}")
        );
    }

    static async Task<T> ScalarAsync<T>(EveryOutcome outcome, string service, string sql)
    {
        await using var command = outcome.Suite.Database(service).CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = outcome.Finished.Id });
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
