using Phase1.ClassManagement.Associations;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

/// <summary>The column that keeps suggestions is written when they have changed, and only then: they are compared by what they say.</summary>
public class StoredSuggestionTests
{
    static readonly StoredSuggestion One = new(Rows.Anna, 0.9m, ["name_exact", "email_exact"]);

    [Fact]
    public void Two_that_say_the_same_are_equal()
    {
        var same = new StoredSuggestion(Rows.Anna, 0.90m, ["name_exact", "email_exact"]);

        One.Equals(same).ShouldBeTrue();
        One.GetHashCode().ShouldBe(same.GetHashCode());
    }

    [Fact]
    public void Another_student_score_or_reason_makes_another_suggestion()
    {
        One.Equals(null).ShouldBeFalse();
        One.Equals(One with { StudentId = Rows.Bo }).ShouldBeFalse();
        One.Equals(One with { Score = 0.8m }).ShouldBeFalse();
        One.Equals(One with { Reasons = ["email_exact", "name_exact"] }).ShouldBeFalse();
    }
}
