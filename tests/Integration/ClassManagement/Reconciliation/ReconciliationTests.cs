using Phase1.ClassManagement.Reconciliation;
using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Telemetry;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Reconciliation;

[Trait("Scenario", "S-723")]
public sealed class ReconciliationTests
{
    [Fact]
    public async Task What_lasts_is_reported_until_it_is_gone()
    {
        await using var services = await Disagreement.StartAsync();
        var (batch, student) = await OpenAsync(services);
        var (peaceful, _) = await OpenAsync(services);
        services.Hold(peaceful, BatchStatus.AwaitingStudentValidation);
        services.Hold(batch, BatchStatus.ReadyForPipelineExecution, student, student);

        await services.LookAsync();
        (await services.ReportedAsync()).ShouldBeEmpty();
        services.Cms.Service.Advance(TimeSpan.FromMinutes(10));
        await services.LookAsync();

        (await services.ReportedAsync()).ShouldBe(
            ["batch_status open ready_for_pipeline_execution", $"essay_student undecided {student}", $"essay_student undecided {student}"],
            ignoreOrder: true
        );
        services.Hold(batch, BatchStatus.AwaitingStudentValidation);
        await services.LookAsync();
        (await services.ReportedAsync()).ShouldBeEmpty();
        (await services.Cms.ScalarAsync<long>("select count(*) from reconciliation_differences where resolved_at is not null")).ShouldBe(3);
    }

    [Fact]
    public async Task The_metric_counts_what_is_reported_by_kind_and_what_is_gone_no_more()
    {
        await using var services = await Disagreement.StartAsync();
        var (batch, student) = await OpenAsync(services);
        services.Hold(batch, BatchStatus.ReadyForPipelineExecution, student, student);
        using var metric = new OwnGauge("phase1_reconciliation_differences");

        await services.LookAsync();
        Counted().ShouldBe("batch_unknown 0, batch_status 0, essay_unknown 0, essay_student 0");
        services.Cms.Service.Advance(TimeSpan.FromMinutes(10));
        await services.LookAsync();
        Counted().ShouldBe("batch_unknown 0, batch_status 1, essay_unknown 0, essay_student 2");

        services.Hold(batch, BatchStatus.AwaitingStudentValidation, student);
        await services.LookAsync();
        Counted().ShouldBe("batch_unknown 0, batch_status 0, essay_unknown 0, essay_student 1");

        string Counted() =>
            string.Join(
                ", ",
                Enum.GetValues<DifferenceKind>().Select(kind => $"{WireEnum.Name(kind)} {metric.Latest[WireEnum.Name(kind)]}")
            );
    }

    [Fact]
    public async Task What_was_under_way_at_the_first_look_leaves_no_trace()
    {
        await using var services = await Disagreement.StartAsync();
        var (batch, student) = await OpenAsync(services);
        await batch.DecideAsync(batch.Decision(0, "accept"), batch.Decision(1, "choose", student));
        services.Hold(batch, BatchStatus.AwaitingStudentValidation);
        await services.LookAsync();

        services.Hold(batch, BatchStatus.ReadyForPipelineExecution, student, student);
        services.Cms.Service.Advance(TimeSpan.FromMinutes(10));
        await services.LookAsync();

        (await services.Cms.CountAsync("reconciliation_differences", batch.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_released_set_of_which_the_others_have_not_heard_is_reported()
    {
        await using var services = await Disagreement.StartAsync();
        var (batch, student) = await OpenAsync(services);
        await batch.DecideAsync(batch.Decision(0, "accept"), batch.Decision(1, "choose", student));
        services.Hold(batch, BatchStatus.AwaitingStudentValidation);

        await services.LookTwiceAsync();

        (await services.ReportedAsync()).ShouldBe(
            [
                "batch_status released awaiting_student_validation",
                $"essay_student {student} undecided",
                $"essay_student {student} undecided",
            ],
            ignoreOrder: true
        );
    }

    [Theory]
    [InlineData("/internal/v1/batches/states")]
    [InlineData("/internal/v1/batches/student-links")]
    public async Task While_a_neighbour_is_away_nothing_is_compared(string away)
    {
        await using var services = await Disagreement.StartAsync();
        var (batch, student) = await OpenAsync(services);
        services.Hold(batch, BatchStatus.ReadyForPipelineExecution, student);
        services.TakeAway(away);

        await Should.ThrowAsync<ServiceUnavailableException>(services.LookAsync);

        (await services.Cms.CountAsync("reconciliation_differences", batch.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_cancelled_batch_is_not_compared_any_more()
    {
        await using var services = await Disagreement.StartAsync();
        var (batch, student) = await OpenAsync(services);
        services.Hold(batch, BatchStatus.Cancelled, student);
        await services.LookTwiceAsync();
        (await services.ReportedAsync()).Count.ShouldBe(2);

        await batch.CancelAsync();
        await services.LookAsync();

        (await services.ReportedAsync()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "S-720")]
    public async Task What_differed_goes_with_its_batch()
    {
        await using var services = await Disagreement.StartAsync();
        var (batch, student) = await OpenAsync(services);
        services.Hold(batch, BatchStatus.ReadyForPipelineExecution, student);
        await services.LookTwiceAsync();

        await batch.FeedAsync(
            new BatchDeleted
            {
                BatchId = batch.Id,
                UserId = CmsUnderTest.TeacherId,
                Reason = DeletionReason.Teacher,
                TextStorageIds = [],
                OccurredAt = services.Cms.Service.Clock.GetUtcNow(),
            }
        );

        (await services.Cms.CountAsync("reconciliation_differences", batch.Id)).ShouldBe(0);
        (await services.Cms.CountAsync("association_sets", batch.Id)).ShouldBe(0);
    }

    static async Task<(SetUnderTest Batch, Guid Student)> OpenAsync(Disagreement services)
    {
        var schoolClass = await services.Cms.ClassAsync(1);
        var batch = services.Cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);
        return (batch, schoolClass.Students[0]);
    }
}
