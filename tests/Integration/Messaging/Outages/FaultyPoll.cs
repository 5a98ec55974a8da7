using System.Net.Http.Json;
using Phase1.BatchOrchestrator;
using Phase1.ClassManagement;
using Phase1.EssayLifecycle;
using Phase1.Events;
using Phase1.FileIntake;
using Phase1.Nlp;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.Messaging.Outages;

/// <summary>A record that a service consumes: what comes before it, and what it leaves behind.</summary>
/// <param name="Name">What it is called in a report.</param>
/// <param name="Service">Who consumes it.</param>
/// <param name="Effects">What is there of its batch, as one text; $1 is the batch.</param>
/// <param name="PrepareAsync">Gives the record of a batch of its own.</param>
sealed record FaultyPoll(string Name, Func<Phase1Service> Service, string Effects, Func<FaultyService, Task<IBatchFact>> PrepareAsync)
{
    const string Recorded = "(select count(*) from outbox where partition_key = $1::uuid::text)";

    public static IReadOnlyList<FaultyPoll> All { get; } =
    [
        new(
            "BOS, whose batches are sagas",
            () => new BatchOrchestratorService(),
            $"""
            select concat_ws(' ', {Recorded}, (select status || ' ' || version from batches where batch_id = $1),
                (select count(*) from batch_status_history where batch_id = $1), (select count(*) from batch_essays where batch_id = $1))
            """,
            async service => (await RegisteredAsync(service)).Completed()
        ),
        new(
            "ELS",
            () => new EssayLifecycleService(),
            $"""
            select concat_ws(' ', {Recorded}, (select assigned_count from batch_trackers where batch_id = $1),
                (select count(*) from essays where batch_id = $1 and status = 'ready_for_processing'))
            """,
            async service =>
            {
                var batch = new BatchFacts(1);
                await service.Service.FeedAsync(batch.Registered());
                await service.RestAsync();
                return batch.Content(1);
            }
        ),
        new(
            "NLP",
            () => new NlpService(),
            $"select concat_ws(' ', {Recorded}, (select state from matching_runs where batch_id = $1))",
            service => Task.FromResult<IBatchFact>(MatchingRequested(service, service.Service.NewId()))
        ),
        new(
            "CMS",
            () => new ClassManagementService(),
            $"""
            select concat_ws(' ', {Recorded}, (select state || ' ' || version from association_sets where batch_id = $1),
                (select count(*) from associations where batch_id = $1))
            """,
            async service =>
            {
                using var teacher = service.Service.As(NeighbourFacts.Owner);
                using var created = await teacher.PostAsJsonAsync(
                    "/v1/classes",
                    new { name = "9C", course_codes = new[] { "SV2" } },
                    FaultyService.Token
                );
                var schoolClass = await created.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(FaultyService.Token);
                return MatchingRequested(service, schoolClass.GetProperty("id").GetGuid());
            }
        ),
        new(
            "File Intake",
            () => new FileIntakeService(),
            $"select concat_ws(' ', {Recorded}, (select status from batch_locks where batch_id = $1))",
            service =>
                Task.FromResult<IBatchFact>(
                    new BatchStatusChanged
                    {
                        BatchId = service.Service.NewId(),
                        ToStatus = BatchStatus.AwaitingStudentValidation,
                        Trigger = "test",
                        ClassType = BatchKind.Regular,
                        UserId = NeighbourFacts.Owner,
                        OccurredAt = service.Service.Clock.GetUtcNow(),
                    }
                )
        ),
    ];

    public override string ToString() => Name;

    static BatchStudentMatchingRequested MatchingRequested(FaultyService service, Guid classId) =>
        new()
        {
            BatchId = service.Service.NewId(),
            ClassId = classId,
            CourseCode = CourseCode.Sv2,
            EssaysToProcess = [new EssayRef { EssayId = service.Service.NewId(), TextStorageId = "text" }],
        };

    static async Task<NeighbourFacts> RegisteredAsync(FaultyService service)
    {
        using var teacher = service.Service.As(NeighbourFacts.Owner);
        using var answer = await teacher.PostAsJsonAsync(
            "/v1/batches/register",
            new { expected_essay_count = 2, course_code = "SV2" },
            FaultyService.Token
        );
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(FaultyService.Token));
        var envelope = EnvelopeSerializer.Read(await service.LastRecordedAsync(Topics.BatchEssaysRegistered), Topics.BatchEssaysRegistered);
        var registered = (BatchEssaysRegistered)envelope.Data;
        return new(registered.BatchId, null, registered.CourseCode, registered.EssayIds, service.Service.Clock);
    }
}
