using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Associations.Opening;
using Phase1.Events;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

public class NewRowsTests
{
    static EssayRef Essay(int number, string? fileName) =>
        new()
        {
            EssayId = Rows.Id(1000 + number),
            TextStorageId = $"text-{number}",
            OriginalFileName = fileName,
        };

    static BatchStudentMatchingRequested Request(params EssayRef[] essays) =>
        new()
        {
            BatchId = Rows.Batch,
            ClassId = Rows.Id(50),
            CourseCode = CourseCode.Sv2,
            EssaysToProcess = essays,
        };

    static Association New(int essay, string? fileName, NoMatchReason reason) =>
        new()
        {
            BatchId = Rows.Batch,
            EssayId = Rows.Id(1000 + essay),
            FileName = fileName,
            ValidationStatus = AssociationStatus.NoMatch,
            NoMatchReason = reason,
        };

    [Fact]
    public void A_request_opens_a_row_for_each_essay_which_awaits_its_suggestions() =>
        NewRows
            .Awaiting(Request(Essay(1, "1.txt"), Essay(2, null)))
            .ShouldBe([New(1, "1.txt", NoMatchReason.AwaitingSuggestions), New(2, null, NoMatchReason.AwaitingSuggestions)]);

    [Fact]
    public void Essays_that_the_earlier_suggestions_do_not_mention_are_not_reported() =>
        NewRows
            .NotReported(Request(Essay(1, "1.txt"), Essay(2, "2.txt")), [Rows.Undecided(1)])
            .ShouldBe([New(2, "2.txt", NoMatchReason.NotReported)]);

    [Fact]
    public void A_file_name_that_only_the_request_knows_is_taken_from_it()
    {
        var named = Rows.Undecided(1) with { FileName = "from the suggestions.txt" };
        Association[] nameless = [.. Enumerable.Range(2, 3).Select(essay => Rows.Undecided(essay) with { FileName = null })];

        NewRows
            .Unnamed(Request(Essay(1, "1.txt"), Essay(2, "2.txt"), Essay(3, null)), [named, .. nameless])
            .ShouldBe([(nameless[0], "2.txt")]);
    }
}
