using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>What several pieces of evidence make of one student, and several students of one essay.</summary>
public sealed class SeveralClaimsTests
{
    static readonly FoundEmail InHeader = new(new EmailAddress("a@b.example"), 0, 1, InBody: false);

    readonly Roster _three = Roster.Read([new("p1", "Tove", "Hallgren"), new("p2", "Priya", "Raman"), new("p3", "Quentin", "Varga")]);
    readonly EssayCase _essay = new(new MatchingThresholds());

    [Theory]
    [InlineData("0.90", "0.60")]
    [InlineData("0.60", "0.90")]
    public void The_best_name_and_the_best_address_of_a_student_count_whichever_comes_first(string one, string other)
    {
        _essay.AddName([Name(0, one)]);
        _essay.AddName([Name(0, other)]);
        _essay.AddEmail([Email(1, one)]);
        _essay.AddEmail([Email(1, other)]);
        _essay.Rank();

        _essay.Candidates.Select(candidate => candidate.Confidence).ShouldBe([0.90m, 0.90m]);
        (_essay.First.Name?.Confidence, _essay.Candidates[1].Email?.Confidence).ShouldBe((0.90m, 0.90m));
    }

    [Fact]
    public void The_same_kind_of_evidence_twice_is_named_once()
    {
        for (var i = 0; i < 2; i++)
        {
            _essay.AddName([Name(0, "0.95")]);
            _essay.AddEmail([Email(0, "0.88")]);
            _essay.AddFileName([Name(0, "0.55", EvidenceKind.FileName)]);
        }

        Reasons().ShouldBe(["name_exact", "email_fuzzy", "file_name"]);
    }

    [Theory]
    [InlineData("0.50", false)]
    [InlineData("0.49", true)]
    public void One_supported_addressee_among_two_is_enough_against_a_conflict_of_name_and_address(string support, bool conflict)
    {
        _essay.AddEmail([Email(0, "0.98", EvidenceKind.EmailExact), Email(1, "0.98", EvidenceKind.EmailExact)]);
        _essay.AddName([Name(0, support), Name(2, "0.90")]);

        Reasons().Contains("name_email_conflict").ShouldBe(conflict);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void An_address_points_to_those_it_resembles_most(int named, bool conflict)
    {
        _essay.AddEmail([Email(0, "0.88"), Email(1, "0.80")]);
        _essay.AddName([Name(named, "0.95")]);

        Reasons().Contains("name_email_conflict").ShouldBe(conflict);
    }

    [Theory]
    [InlineData("0.97", true)]
    [InlineData("0.95", false)]
    public void One_louder_name_among_the_others_is_enough_against_an_own_address(string other, bool isClose)
    {
        _essay.AddName([Name(0, "0.95"), Name(1, other), Name(2, "0.50")]);
        _essay.AddEmail([Email(0, "0.98", EvidenceKind.EmailExact)]);

        Reasons().Contains("close_second").ShouldBe(isClose);
    }

    [Theory]
    [InlineData("0.70", true)]
    [InlineData("0.699999", false)]
    public void A_student_is_claimed_from_seventy_hundredths(string confidence, bool isClaimed)
    {
        _essay.AddName([Name(0, confidence)]);
        _essay.Rank();

        new EssayDecision(_essay).Claimed.ShouldBe(isClaimed ? _three.Entries[0] : null);
    }

    [Fact]
    public void One_uncertain_essay_among_certain_ones_forbids_the_hint_for_the_student_left()
    {
        HintsAfter("Tove Hallgren").ShouldBe(1);
        HintsAfter("Tove Hallgren", "T. Hallgren").ShouldBe(0);

        static int HintsAfter(params string[] texts) =>
            ClassNv26b
                .Matcher.Match(
                    [ClassNv26b.Students[0], ClassNv26b.Students[11]],
                    [.. texts.Append("En regnig höst").Select((text, i) => new EssayText($"e{i}", null, text))]
                )
                .Essays[^1]
                .Suggestions.Count;
    }

    IReadOnlyList<string> Reasons()
    {
        _essay.Rank();
        return new EssayDecision(_essay).Suggestions()[0].MatchReasons;
    }

    NameClaim Name(int student, string confidence, EvidenceKind kind = EvidenceKind.NameExact) =>
        new(_three.Entries[student], new Evidence(kind, decimal.Parse(confidence), MayConfirm: true));

    EmailClaim Email(int student, string confidence, EvidenceKind kind = EvidenceKind.EmailFuzzy) =>
        new(_three.Entries[student], new Evidence(kind, decimal.Parse(confidence), MayConfirm: true), InHeader);
}
