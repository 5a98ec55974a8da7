using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>What an address says about the students of a class.</summary>
public sealed class AddressTests
{
    static readonly EmailMatcher Matcher = new(new MatchingThresholds());

    [Fact]
    public void Ninety_hundredths_count_and_less_does_not()
    {
        Say("aax@bb.com", "aaa@bb.com").ShouldBe(["p0 0.792 True"]);
        Say("aaxx@bb.com", "aaa@bb.com").ShouldBeEmpty();
    }

    [Fact]
    public void The_three_nearest_count_and_of_equally_near_ones_those_with_the_first_ids() =>
        Say(
                "tove.berg@elev.example",
                "tove.bergh@elev.example",
                "tove.berga@elev.example",
                "tova.bergha@elev.example",
                "tove.berge@elev.example"
            )
            .ShouldBe(["p0 0.860444 True", "p1 0.860444 True", "p3 0.860444 True"]);

    [Fact]
    public void Digits_that_differ_are_a_doubt_and_equal_ones_are_none()
    {
        Say("tove.hallgren1@elev.example", "tove.hallgren2@elev.example").ShouldHaveSingleItem().ShouldEndWith("False DigitsDiffer");
        Say("tove.halgren1@elev.example", "tove.hallgren1@elev.example").ShouldHaveSingleItem().ShouldEndWith("True");
    }

    [Fact]
    public void An_account_code_on_either_side_is_compared_exactly()
    {
        Say("qvarga24@elev.example", "q.varga24@elev.example").ShouldBeEmpty();
        Say("q.varga24@elev.example", "qvarga24@elev.example").ShouldBeEmpty();
        Say("qvarga24@elev.example", "qvarga24@elev.example").ShouldBe(["p0 0.98 True"]);
    }

    [Theory]
    [InlineData("qv24", true)]
    [InlineData("qv", false)]
    [InlineData("q.v24", false)]
    [InlineData("q_v24", false)]
    [InlineData("q-v24", false)]
    [InlineData("_qv24", false)]
    public void A_local_part_with_a_digit_and_no_joint_is_an_account_code(string local, bool isCode) =>
        new EmailAddress($"{local}@elev.example").IsAccountCode.ShouldBe(isCode);

    [Fact]
    public void An_address_that_several_students_share_is_everybodys() =>
        Say("familjen@elev.example", "familjen@elev.example", "familjen@elev.example").ShouldBe(["p0 0.98 True", "p1 0.98 True"]);

    [Theory]
    [InlineData("A.B@gmail.com", "ab@gmail.com", true)]
    [InlineData("a.b@gmail.com", "b.a@gmail.com", false)]
    [InlineData("a.b@elev.example", "ab@elev.example", false)]
    [InlineData("a.b@googlemail.com", "ab@gmail.com", false)]
    public void Dots_before_gmail_do_not_matter(string one, string other, bool same) =>
        (new EmailAddress(one).Canonical == new EmailAddress(other).Canonical).ShouldBe(same);

    [Theory]
    [InlineData("tove@a.se", "tove@a.se", 0)]
    [InlineData("x <tove@a.se>", "tove@a.se", 3)]
    [InlineData("mailto:tove@a.se.", "tove@a.se", 7)]
    [InlineData("-'.tove@a.se-", "tove@a.se", 3)]
    [InlineData("tove.b_c-d+e%f'g@a-b.c.se", "tove.b_c-d+e%f'g@a-b.c.se", 0)]
    [InlineData("@@tove@a.se", "tove@a.se", 2)]
    [InlineData("tove@@a.se b@c.se", "b@c.se", 11)]
    [InlineData("tove@a.s b@c.se", "b@c.se", 9)]
    [InlineData("tove@-a.se b@c.se", "b@c.se", 11)]
    [InlineData("tove@.a.se b@c.se", "b@c.se", 11)]
    [InlineData("tove@a..se b@c.se", "b@c.se", 11)]
    public void The_next_address_of_a_text_is_found_where_it_stands(string text, string address, int start)
    {
        EmailScanner.TryNext(text, 0, out var range).ShouldBeTrue();

        (text[range], range.Start.Value).ShouldBe((address, start));
    }

    [Fact]
    public void An_address_is_looked_for_from_a_place_on()
    {
        const string Text = "ab@c.se,de@f.se";

        EmailScanner.TryNext(Text, 1, out var cut).ShouldBeTrue();
        Text[cut].ShouldBe("b@c.se");
        EmailScanner.TryNext(Text, 7, out var next).ShouldBeTrue();
        Text[next].ShouldBe("de@f.se");
        EmailScanner.TryNext(Text, 15, out _).ShouldBeFalse();
        EmailScanner.TryNext(Text, 16, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_local_part_has_at_most_sixty_four_characters_and_a_domain_two_hundred_and_fifty_five()
    {
        var text = $"{new string('a', 70)}@{new string('b', 300)}.se";

        EmailScanner.TryNext(text, 0, out _).ShouldBeFalse();
        var shorter = $"{new string('a', 70)}@{new string('b', 252)}.se";
        EmailScanner.TryNext(shorter, 0, out var range).ShouldBeTrue();
        (range.Start.Value, range.End.Value).ShouldBe((6, shorter.Length));
    }

    static IReadOnlyList<string> Say(string address, params string[] theirs)
    {
        var roster = Roster.Read([.. theirs.Select((one, i) => new RosterStudent($"p{i}", "Tove", "Hallgren", null, one))]);
        return
        [
            .. Matcher
                .Match(new FoundEmail(new EmailAddress(address), 0, 1, InBody: false), roster)
                .Select(claim =>
                    FormattableString
                        .Invariant(
                            $"{claim.Student.StudentId} {claim.Evidence.Confidence} {claim.Evidence.MayConfirm} {claim.Evidence.Doubts}"
                        )
                        .Replace(" None", "", StringComparison.Ordinal)
                ),
        ];
    }
}
