using Phase1.ClassManagement.Students;
using Phase1.ClassManagement.Students.Import;
using Phase1.Unit.Tests.ClassManagement.Associations;

namespace Phase1.Unit.Tests.ClassManagement.Students.Import;

public class ImportPlanTests
{
    static Student Known(int id, string first, string last, string? email = null) =>
        new()
        {
            StudentId = Rows.Id(id),
            FirstName = first,
            LastName = last,
            Email = email,
            CreatedByUserId = "teacher-1",
            CreatedAt = Rows.Morning,
            UpdatedAt = Rows.Morning,
        };

    static ImportLine Line(int line, string first, string last, string? email = null) => new(line, new NameLine(first, last), null, email);

    static (int New, int Enrolled, int Existing, int Rejected) Counts(ImportPlan plan) =>
        (plan.New.Count, plan.Enrolled.Count, plan.Existing, plan.Rejected.Count);

    [Fact]
    public void The_same_name_in_the_class_is_the_same_student_and_elsewhere_somebody_else()
    {
        var plan = ImportPlan.Of([Line(2, "anna", "ask"), Line(3, "Bo", "Berg")], [Known(1, "Anna", "Ask")], []);

        Counts(plan).ShouldBe((1, 0, 1, 0));
        plan.New.ShouldHaveSingleItem().Name.Last.ShouldBe("Berg");
    }

    [Theory]
    [InlineData("An\u200Bna", "Ask")]
    [InlineData("Anna\u00AD", "Ask")]
    [InlineData("Anna", "A\uFEFFsk")]
    [InlineData("ANNA", "ASK")]
    [InlineData("An\u3164na", "A\u2800sk")]
    [InlineData("An\uFFA0na", "A\u180Esk")]
    public void What_nobody_sees_makes_no_second_student(string first, string last) =>
        Counts(ImportPlan.Of([Line(2, first, last)], [Known(1, "Anna", "Ask")], [])).ShouldBe((0, 0, 1, 0));

    [Fact]
    public void Namesakes_are_told_apart_by_their_addresses()
    {
        var plan = ImportPlan.Of(
            [Line(2, "Anna", "Ask", "a1@x.se"), Line(3, "Anna", "Ask", "a2@x.se"), Line(4, "Anna", "Ask")],
            [Known(1, "Anna", "Ask", "a0@x.se")],
            []
        );

        Counts(plan).ShouldBe((2, 0, 1, 0));
    }

    [Fact]
    public void A_known_address_enrols_its_student_once_and_under_another_name_is_refused()
    {
        var elsewhere = Known(7, "Anna", "Ask", "anna@x.se");

        var plan = ImportPlan.Of(
            [Line(2, "Anna", "Ask", "ANNA@x.se"), Line(3, "Anna", "Ask", "anna@x.se"), Line(4, "Eva", "Ek", "anna@x.se")],
            [],
            [elsewhere]
        );

        Counts(plan).ShouldBe((0, 1, 1, 1));
        plan.Enrolled.ShouldBe([elsewhere.StudentId]);
        plan.Rejected.ShouldBe([new ImportRejection(4, "email", ImportFault.EmailTaken)]);
    }

    [Fact]
    public void A_member_known_by_address_exists() =>
        Counts(
                ImportPlan.Of(
                    [Line(2, "Anna", "Ask", "anna@x.se")],
                    [Known(1, "Anna", "Ask", "anna@x.se")],
                    [Known(1, "Anna", "Ask", "anna@x.se")]
                )
            )
            .ShouldBe((0, 0, 1, 0));

    [Fact]
    public void Two_lines_of_one_list_that_share_an_address_and_not_the_name_are_one_student_and_one_refusal() =>
        Counts(ImportPlan.Of([Line(2, "Anna", "Ask", "a@x.se"), Line(3, "Bo", "Berg", "a@x.se")], [], [])).ShouldBe((1, 0, 0, 1));
}
