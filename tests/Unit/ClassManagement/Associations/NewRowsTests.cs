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

    static Association Awaiting(int essay, string? fileName) =>
        new()
        {
            BatchId = Rows.Batch,
            EssayId = Rows.Id(1000 + essay),
            FileName = fileName,
            ValidationStatus = AssociationStatus.NoMatch,
            NoMatchReason = NoMatchReason.AwaitingSuggestions,
        };

    [Fact]
    public void A_request_opens_a_row_for_each_essay_which_awaits_its_suggestions() =>
        NewRows.Awaiting(Request(Essay(1, "1.txt"), Essay(2, null))).ShouldBe([Awaiting(1, "1.txt"), Awaiting(2, null)]);
}
