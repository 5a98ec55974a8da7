using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class ListTests
{
    [Fact]
    public void A_cursor_of_instant_and_id_reads_back_to_the_tick()
    {
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1)).AddTicks(7);
        var id = Guid.CreateVersion7(at);

        var (readAt, readId) = Cursor.DecodeInstantAndId(Cursor.Encode(at, id));

        readAt.ShouldBe(at);
        readAt.Offset.ShouldBe(TimeSpan.Zero);
        readId.ShouldBe(id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("bm8ganNvbg")]
    [InlineData("W251bGwsbnVsbF0")]
    [InlineData("WyIxIl0")]
    public void A_cursor_that_is_not_ours_is_a_validation_error(string cursor)
    {
        var problem = Should.Throw<ProblemException>(() => Cursor.DecodeInstantAndId(cursor));

        problem.Problem.ShouldBe(Problems.ValidationError);
        problem.Errors!.Keys.ShouldBe(["cursor"]);
    }

    [Fact]
    public void Names_with_any_characters_survive_as_parts()
    {
        string[] parts = ["Åsa \"Ö\" | Ek", "", "1"];

        Cursor.Decode(Cursor.Encode(parts), 3).ShouldBe(parts);
    }

    [Fact]
    public void One_row_too_many_makes_a_cursor_and_is_not_shown()
    {
        var page = new PageRequest(2, null);

        var full = Page.Of([1, 2, 3], page, n => n * 10, n => $"after {n}");
        var last = Page.Of([1, 2], page, n => n * 10, n => $"after {n}");

        full.Items.ShouldBe([10, 20]);
        full.NextCursor.ShouldBe("after 2");
        last.NextCursor.ShouldBeNull();
    }
}
