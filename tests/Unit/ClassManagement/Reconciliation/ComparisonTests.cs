using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Reconciliation;
using Phase1.Events;
using static Phase1.Unit.Tests.ClassManagement.Associations.Rows;

namespace Phase1.Unit.Tests.ClassManagement.Reconciliation;

[Trait("Scenario", "S-723")]
public sealed class ComparisonTests
{
    static readonly Guid First = Id(1001);
    static readonly Guid Second = Id(1002);

    // What CMS holds, as its own decisions stand: the first essay is Anna's, the second excluded.
    static readonly OwnEssay[] Decided = [new(First, true, Anna), new(Second, true, null)];

    [Theory]
    [InlineData("open", BatchStatus.AwaitingContentValidation, true)]
    [InlineData("open", BatchStatus.AwaitingStudentValidation, true)]
    [InlineData("open", BatchStatus.ContentIngestionFailed, true)]
    [InlineData("open", BatchStatus.FailedCritically, true)]
    [InlineData("open", BatchStatus.StudentValidationCompleted, false)]
    [InlineData("open", BatchStatus.ReadyForPipelineExecution, false)]
    [InlineData("open", BatchStatus.ProcessingPipelines, false)]
    [InlineData("open", BatchStatus.CompletedSuccessfully, false)]
    [InlineData("open", BatchStatus.CompletedWithFailures, false)]
    [InlineData("open", BatchStatus.Cancelled, false)]
    [InlineData("released", BatchStatus.AwaitingContentValidation, true)]
    [InlineData("released", BatchStatus.AwaitingStudentValidation, false)]
    [InlineData("released", BatchStatus.StudentValidationCompleted, false)]
    [InlineData("released", BatchStatus.ReadyForPipelineExecution, true)]
    [InlineData("released", BatchStatus.ProcessingPipelines, true)]
    [InlineData("released", BatchStatus.CompletedSuccessfully, true)]
    [InlineData("released", BatchStatus.CompletedWithFailures, true)]
    [InlineData("released", BatchStatus.ContentIngestionFailed, true)]
    [InlineData("released", BatchStatus.FailedCritically, true)]
    [InlineData("released", BatchStatus.Cancelled, true)]
    public void A_status_goes_with_a_state_or_not(string state, BatchStatus status, bool agrees)
    {
        var found = Comparison.Of(new OwnSet(Batch, WireEnum.Parse<SetState>(state), []), new BatchView(status), Els()).ToList();

        Finding[] difference = [new(DifferenceKind.BatchStatus, Batch, null, state, WireEnum.Name(status))];
        found.ShouldBe(agrees ? [] : difference);
    }

    [Fact]
    public void A_batch_that_the_others_do_not_know_is_told_of_both() =>
        Comparison
            .Of(new OwnSet(Batch, SetState.Released, Decided), null, null)
            .ShouldBe([
                new(DifferenceKind.BatchUnknown, Batch, null, "released", "unknown"),
                new(DifferenceKind.EssayUnknown, Batch, null, "released", "unknown"),
            ]);

    [Fact]
    public void A_released_set_whose_authors_ELS_has_agrees() =>
        Essays(SetState.Released, Els(new(First, true, false, Anna), new(Second, true, true, null))).ShouldBeEmpty();

    [Fact]
    public void Another_author_and_a_missing_exclusion_are_found() =>
        Essays(SetState.Released, Els(new(First, true, false, Bo), new(Second, true, false, null)))
            .ShouldBe([Student(First, $"{Anna}", $"{Bo}"), Student(Second, "excluded", "undecided")]);

    [Fact]
    public void An_author_whom_ELS_has_not_stored_is_found() =>
        Essays(SetState.Released, Els(new(First, true, false, null), new(Second, true, true, null)))
            .ShouldBe([Student(First, $"{Anna}", "undecided")]);

    [Fact]
    public void While_a_set_is_open_no_essay_has_an_author() =>
        Essays(SetState.Open, Els(new(First, true, false, Anna), new(Second, true, true, null)))
            .ShouldBe([Student(First, "undecided", $"{Anna}"), Student(Second, "undecided", "excluded")]);

    [Fact]
    public void What_the_teacher_has_decided_so_far_is_nobody_elses_business() =>
        Essays(SetState.Open, Els(new(First, true, false, null), new(Second, true, false, null))).ShouldBeEmpty();

    [Fact]
    public void An_essay_that_ELS_does_not_have_is_found_and_one_without_a_text_has_no_author() =>
        Essays(SetState.Released, Els(new EssayView(First, false, false, null)))
            .ShouldBe([new(DifferenceKind.EssayUnknown, Batch, Second, "excluded", "unknown")]);

    [Fact]
    public void An_author_of_an_essay_that_CMS_does_not_have_is_found() =>
        Essays(
                SetState.Released,
                Els(
                    new(First, true, false, Anna),
                    new(Second, true, true, null),
                    new(Id(1003), true, false, Bo),
                    new(Id(1004), true, false, null)
                )
            )
            .ShouldBe([Student(Id(1003), "unknown", $"{Bo}")]);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Where_ELS_takes_no_decision_there_is_nothing_to_compare(bool complete, bool cancelled) =>
        Essays(SetState.Released, new EssaysView(complete, cancelled, [new(First, true, false, Bo)])).ShouldBeEmpty();

    static List<Finding> Essays(SetState state, EssaysView theirs) =>
        [
            .. Comparison.Of(
                new OwnSet(Batch, state, Decided),
                new BatchView(state == SetState.Open ? BatchStatus.AwaitingStudentValidation : BatchStatus.ReadyForPipelineExecution),
                theirs
            ),
        ];

    static EssaysView Els(params EssayView[] essays) => new(ContentComplete: true, Cancelled: false, essays);

    static Finding Student(Guid essay, string ours, string theirs) => new(DifferenceKind.EssayStudent, Batch, essay, ours, theirs);
}
