using System.Net;
using Phase1.Events;

namespace Phase1.Integration.Tests.Nlp.Rosters;

public sealed class RosterTests
{
    [Fact]
    [Trait("Scenario", "S-414")]
    public async Task A_roster_that_comes_back_after_five_minutes_is_used()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        nlp.Service.Others.Away("/v1/classes/.*/roster");
        var request = nlp.Request("Tove Hallgren");
        await nlp.FeedAsync(request);
        var back = nlp.Service.Clock.GetUtcNow().AddMinutes(5);
        await nlp.RunUntilAsync(() => Task.FromResult(nlp.Service.Clock.GetUtcNow() >= back), TimeSpan.FromSeconds(10));
        (await nlp.ResultsAsync(request)).ShouldBeEmpty();

        nlp.HaveClass("1", NlpUnderTest.Student(1, "Tove", "Hallgren"));
        await nlp.RunUntilAsync(async () => (await nlp.ResultsAsync(request)).Count > 0, TimeSpan.FromSeconds(10));

        var match = (await nlp.ResultsAsync(request)).ShouldHaveSingleItem().Data.MatchResults.ShouldHaveSingleItem();
        match.ExtractionMetadata.MatchStatus.ShouldBe(MatchStatus.HighConfidence);
    }

    [Fact]
    [Trait("Scenario", "S-414")]
    public async Task A_roster_that_stays_away_ends_the_run_and_tells_the_teacher()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        nlp.LoseClass(HttpStatusCode.InternalServerError);
        var request = nlp.Request("Tove Hallgren", "Priya Raman");
        await nlp.FeedAsync(request);
        var began = nlp.Service.Clock.GetUtcNow();

        await nlp.RunUntilAsync(async () => (await nlp.ResultsAsync(request)).Count > 0, TimeSpan.FromSeconds(15));
        var ended = nlp.Service.Clock.GetUtcNow();
        await nlp.RunUntilAsync(() => Task.FromResult(nlp.Service.Clock.GetUtcNow() > began.AddMinutes(20)), TimeSpan.FromSeconds(30));

        (ended - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(15));
        var result = (await nlp.ResultsAsync(request)).ShouldHaveSingleItem().Data;
        result.MatchResults.ShouldAllBe(match => match.NoMatchReason == NoMatchReason.RosterUnavailable);
        result.ProcessingSummary.Failed.ShouldBe(0);
        var notice = (await nlp.Service.Log.FactsAsync<TeacherNotificationRequested>(TestContext.Current.CancellationToken))
            .ShouldHaveSingleItem()
            .Data;
        notice.NotificationType.ShouldBe(NotificationType.StudentMatchingFailed);
        notice.Payload["reason"].GetString().ShouldBe("ROSTER_UNAVAILABLE");
    }

    [Fact]
    [Trait("Scenario", "S-415")]
    public async Task An_unknown_class_is_an_empty_roster_at_once()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        nlp.LoseClass(HttpStatusCode.NotFound);

        var result = await nlp.MatchAsync(nlp.Request("Tove Hallgren", "Priya Raman"));

        result.Data.MatchResults.ShouldAllBe(match => match.NoMatchReason == NoMatchReason.EmptyRoster);
        result.Data.ProcessingSummary.Unmatched.ShouldBe(2);
    }

    [Fact]
    [Trait("Scenario", "S-415")]
    [Trait("Scenario", "S-417")]
    public async Task A_class_without_students_is_an_empty_roster_and_never_kept()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        nlp.HaveClass("0");
        (await nlp.MatchAsync(nlp.Request("Tove Hallgren"))).Data.MatchResults[0].NoMatchReason.ShouldBe(NoMatchReason.EmptyRoster);

        nlp.HaveClass("0", NlpUnderTest.Student(1, "Tove", "Hallgren"));

        (await nlp.MatchAsync(nlp.Request("Tove Hallgren"))).Data.MatchResults[0].Suggestions.ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Scenario", "S-417")]
    public async Task A_student_added_a_moment_ago_is_found_and_an_unchanged_roster_is_not_sent_again()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        (await nlp.MatchAsync(nlp.Request("Malin Nyqvist"))).Data.MatchResults[0].Suggestions.ShouldBeEmpty();
        (await nlp.MatchAsync(nlp.Request("Tove Hallgren"))).Data.MatchResults[0].Suggestions.ShouldHaveSingleItem();

        nlp.HaveClass("2", NlpUnderTest.Student(1, "Tove", "Hallgren"), NlpUnderTest.Student(4, "Malin", "Nyqvist"));

        var found = (await nlp.MatchAsync(nlp.Request("Malin Nyqvist"))).Data.MatchResults[0];
        found.Suggestions.ShouldHaveSingleItem().StudentId.ShouldBe(NlpUnderTest.StudentId(4));
    }

    public static TheoryData<Func<Guid, IFact>> Changes { get; } =
        new(
            id => new ClassCreated
            {
                ClassId = id,
                CourseCodes = [CourseCode.Eng6],
                UserId = NlpUnderTest.Teacher,
                RosterVersion = 2,
            },
            id => new ClassUpdated
            {
                ClassId = id,
                CourseCodes = [CourseCode.Eng6],
                UserId = NlpUnderTest.Teacher,
                RosterVersion = 2,
            },
            id => new StudentCreated
            {
                StudentId = NlpUnderTest.StudentId(7),
                ClassIds = [id],
                CreatedBy = NlpUnderTest.Teacher,
                RosterVersions = new Dictionary<Guid, long>(),
            },
            id => new StudentUpdated
            {
                StudentId = NlpUnderTest.StudentId(7),
                ClassIds = [],
                CreatedBy = NlpUnderTest.Teacher,
                RosterVersions = new Dictionary<Guid, long> { [id] = 2 },
            }
        );

    [Theory]
    [Trait("Scenario", "S-417")]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public async Task A_change_of_the_class_or_a_student_drops_what_is_kept_of_that_class_alone(Func<Guid, IFact> change)
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        await nlp.MatchAsync(nlp.Request("Tove Hallgren"));

        await nlp.FeedAsync(change(NlpUnderTest.StudentId(99)));
        await nlp.Service.DrainAsync();
        (await HasTagAsync(nlp)).ShouldBeTrue();

        await nlp.FeedAsync(change(nlp.ClassId));
        await nlp.Service.DrainAsync();
        (await HasTagAsync(nlp)).ShouldBeFalse();
    }

    /// <summary>Whether the matcher, asked to match, asks the class service if what it keeps is current.</summary>
    static async Task<bool> HasTagAsync(NlpUnderTest nlp)
    {
        var hadTag = false;
        nlp.Service.Others.On(
            HttpMethod.Get,
            "/v1/classes/.*/roster",
            request =>
            {
                hadTag = request.Headers.IfNoneMatch.Count > 0;
                return new HttpResponseMessage(HttpStatusCode.NotFound);
            }
        );
        await nlp.MatchAsync(nlp.Request("Tove Hallgren"));
        return hadTag;
    }

    [Fact]
    public async Task Malformed_entries_and_placeholders_are_left_out()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var placeholder = NlpUnderTest.Student(9, "UNKNOWN", "STUDENT");
        placeholder["email"] = "unknown.1@students.invalid";
        nlp.HaveClass(
            "1",
            "no object",
            new { student_id = "no id" },
            NlpUnderTest.Student(8, "", ""),
            placeholder,
            NlpUnderTest.Student(1, "Tove", "Hallgren")
        );

        var result = await nlp.MatchAsync(nlp.Request("Tove Hallgren", "UNKNOWN STUDENT 2026-02-11"));

        result.Data.MatchResults[0].Suggestions.ShouldHaveSingleItem().StudentId.ShouldBe(NlpUnderTest.StudentId(1));
        result.Data.MatchResults[1].NoMatchReason.ShouldBe(NoMatchReason.NoCandidate);
    }
}
