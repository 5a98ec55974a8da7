using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Privacy;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Privacy;

/// <summary>A student with a trace in every place where CMS can have one, beside another of the same class and batch who has the same.</summary>
sealed record CanaryStudent(CmsUnderTest Cms, SchoolClassUnderTest Class, Guid Id, Guid Other, SetUnderTest Batch) : IAsyncDisposable
{
    internal const string Address = "canary.kanariefagel@example.com";

    internal DataSubject Subject => new([Id], [OwnEssay]);

    internal SubjectEssay OwnEssay =>
        new()
        {
            BatchId = Batch.Id,
            EssayId = Batch.Essays[0],
            FileUploadId = Batch.Id,
            TextStorageId = "text-0",
        };

    /// <summary>With a batch whose essays are decided, or one that waits for its decisions.</summary>
    internal static async Task<CanaryStudent> CreateAsync(bool isReleased = true)
    {
        var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var canary = await StudentAsync(cms, schoolClass, "Zebedea", "Kanariefågel", Address);
        var other = await StudentAsync(cms, schoolClass, "Berta", "Berg", $"x{Address}");
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync(
            [Suggest(canary, 0.95m), Suggest(other, 0.6m)],
            [Suggest(canary, 0.9m), Suggest(other, 0.85m), Suggest(schoolClass.Students[0], 0.5m)]
        );
        var found = new CanaryStudent(cms, schoolClass, canary, other, batch);
        if (isReleased)
        {
            await found.ReleaseAsync();
        }
        foreach (var student in new[] { canary, other })
        {
            await EngineRows.InsertAsync(cms.Service.Db, student.ToString().ToUpperInvariant());
        }
        return found;
    }

    public ValueTask DisposeAsync() => Cms.DisposeAsync();

    // Each essay was decided to the other student once, so that the histories name both.
    async Task ReleaseAsync()
    {
        await Batch.DecideAsync(Batch.Decision(0, "choose", Other), Batch.Decision(1, "choose", Id));
        await CorrectAsync(0, Id, 1);
        await CorrectAsync(1, Other, 1);
        await Batch.FeedAsync(Added([Id, Other]));
        await Cms.ScalarAsync<int>(
            """
            insert into reconciliation_differences (id, batch_id, kind, essay_id, ours, theirs, first_seen_at)
            values ($1, $1, 'essay_student', $2, $3::text, $4::text, now())
            """,
            Batch.Id,
            Batch.Essays[0],
            Id,
            Other
        );
    }

    Task<JsonElement> CorrectAsync(int essay, Guid student, int version) =>
        CmsUnderTest.PutAsync(
            Cms.Teacher,
            $"{Batch.Path}/{Batch.Essays[essay]}",
            new { student_id = student, association_version = version }
        );

    TeacherNotificationRequested Added(IReadOnlyList<Guid> students) =>
        new()
        {
            TeacherId = CmsUnderTest.TeacherId,
            NotificationType = NotificationType.StudentAddedToClass,
            Category = NotificationCategory.ClassManagement,
            Priority = NotificationPriority.Low,
            Payload = new NotificationPayload { { "class_id", Class.Id }, { "student_ids", students } },
            ActionRequired = false,
            CorrelationId = Batch.CorrelationId,
            ClassId = Class.Id,
            Timestamp = Cms.Service.Clock.GetUtcNow(),
        };

    static async Task<Guid> StudentAsync(CmsUnderTest cms, SchoolClassUnderTest schoolClass, string first, string last, string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/classes/students")
        {
            Content = JsonContent.Create(
                new
                {
                    person_name = new { first_name = first, last_name = last },
                    email,
                    class_ids = new[] { schoolClass.Id },
                }
            ),
        };
        request.Headers.Add("Idempotency-Key", first);
        using var answer = await cms.Teacher.SendAsync(request, CmsUnderTest.Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var created = await answer.Content.ReadFromJsonAsync<JsonElement>(CmsUnderTest.Token);
        await cms.Service.DrainAsync();
        return created.GetProperty("student_id").GetGuid();
    }
}
