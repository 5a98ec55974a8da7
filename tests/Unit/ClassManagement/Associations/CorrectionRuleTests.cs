using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Associations.Corrections;
using Phase1.ClassManagement.Associations.Decisions;
using Phase1.ClassManagement.Deadlines;
using Phase1.Events;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

public class CorrectionRuleTests
{
    static readonly Judge Teacher = new("teacher-1", Rows.Morning.AddHours(30));
    static readonly Association ByTimeout = TimeoutRule.ToUnknown(Rows.Proposed(1, Rows.Anna, 0.6m), Rows.Unknown, Rows.Morning);

    static Ruling.Becomes Corrected(Association row, Guid student, bool isUnknown = false) =>
        CorrectionRule.Correct(row, student, isUnknown, Teacher).ShouldBeOfType<Ruling.Becomes>();

    [Fact]
    public void A_correction_is_a_person_s_choice_in_the_next_version_also_where_the_deadline_had_decided()
    {
        var next = Corrected(ByTimeout, Rows.Anna);

        next.Kind.ShouldBe(ChangeKind.Chosen);
        next.Row.ShouldBe(
            ByTimeout with
            {
                ValidationStatus = AssociationStatus.Confirmed,
                Decision = Decision.Chosen,
                DecidedStudentId = Rows.Anna,
                ValidationMethod = ValidationMethod.Human,
                ValidatedBy = "teacher-1",
                ValidatedAt = Rows.Morning.AddHours(30),
                AssociationVersion = 2,
            }
        );
    }

    [Fact]
    public void A_correction_to_nobody_is_the_unknown_student()
    {
        var chosen = Corrected(ByTimeout, Rows.Anna).Row;

        var next = Corrected(chosen, Rows.Unknown, isUnknown: true);

        next.Kind.ShouldBe(ChangeKind.Unknown);
        next.Row.Decision.ShouldBe(Decision.Unknown);
        next.Row.DecidedStudentId.ShouldBe(Rows.Unknown);
        next.Row.AssociationVersion.ShouldBe(3);
    }

    [Fact]
    public void The_same_student_again_changes_nothing() =>
        CorrectionRule.Correct(ByTimeout, Rows.Unknown, isUnknown: true, Teacher).ShouldBeOfType<Ruling.Stays>();

    [Fact]
    public void An_excluded_essay_has_left_the_batch()
    {
        var excluded = Rows.Undecided(1) with { ValidationStatus = AssociationStatus.Rejected, Decision = Decision.Excluded };

        CorrectionRule
            .Correct(excluded, Rows.Anna, isUnknown: false, Teacher)
            .ShouldBeOfType<Ruling.Refusal>()
            .Why.ShouldBe("The essay was excluded from the batch.");
    }

    [Fact]
    public void The_fact_names_both_students_the_version_and_the_person()
    {
        var next = Corrected(ByTimeout, Rows.Anna);

        CorrectionRule
            .ToFact(Rows.Set(), new RowChange(ByTimeout, next.Row, next.Kind))
            .ShouldBe(
                new EssayStudentAssociationUpdated
                {
                    BatchId = Rows.Batch,
                    ClassId = Rows.Id(50),
                    CourseCode = CourseCode.Sv2,
                    EssayId = Rows.Id(1001),
                    PreviousStudentId = Rows.Unknown,
                    StudentId = Rows.Anna,
                    AssociationVersion = 2,
                    ValidationMethod = ValidationMethod.Human,
                    ValidatedBy = "teacher-1",
                    ValidatedAt = Rows.Morning.AddHours(30),
                }
            );
    }
}
