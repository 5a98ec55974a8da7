using System.Reflection;
using Phase1.Events;
using Phase1.Portal.SignIn;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.Portal;

public sealed class WordsTests
{
    public static TheoryData<string> Both => ["sv", "en"];

    [Theory]
    [MemberData(nameof(Both))]
    public void No_text_is_empty(string language)
    {
        var words = Languages.WordsOf(language);

        var texts = typeof(IWords)
            .GetInterfaces()
            .Append(typeof(IWords))
            .SelectMany(part => part.GetProperties())
            .Where(text => text.PropertyType == typeof(string))
            .ToList();

        texts.Count.ShouldBeGreaterThan(80);
        texts.Where(text => string.IsNullOrWhiteSpace((string?)text.GetValue(words))).Select(text => text.Name).ShouldBeEmpty();
    }

    [Fact]
    public void The_languages_say_different_things_of_every_status() =>
        Enum.GetValues<BatchStatus>().Where(status => Say("sv", status) == Say("en", status)).ShouldBeEmpty();

    // A problem without words of its own would be our fault in the reader's eyes.
    [Theory]
    [MemberData(nameof(Both))]
    public void Every_problem_that_a_page_can_meet_has_words_of_its_own(string language)
    {
        var words = Languages.WordsOf(language);
        string[] ours = ["PROCESSING_ERROR", "EXTERNAL_SERVICE_ERROR"];
        string[] ofPrograms =
        [
            "INVALID_API_KEY",
            "AUTHORIZATION_ERROR",
            "UNSUPPORTED_MEDIA_TYPE",
            "COURSE_NOT_FOUND",
            "MULTIPLE_COURSE_ERROR",
            "IDEMPOTENCY_KEY_REUSED",
            "NOTHING_TO_RELEASE",
            "REQUEST_IN_PROGRESS",
            "ALREADY_SETTLED",
            "UNFITTING_VALUE",
            "QUOTA_EXCEEDED",
            "BUDGET_EXCEEDED",
            "NO_PROVIDER",
            "GATEWAY_DISABLED",
            "LEDGER_UNAVAILABLE",
            "COST_TRACKING_OFF",
        ];
        var codes = typeof(Problems)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(problem => ((Problem)problem.GetValue(null)!).Code)
            .Except([.. ours, .. ofPrograms]);

        codes.Where(code => words.Problem(code) == words.Problem("PROCESSING_ERROR")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_reason_of_a_file_has_words_of_its_own(string language)
    {
        var words = Languages.WordsOf(language);
        var codes = Enum.GetValues<ValidationErrorCode>()
            .Except([ValidationErrorCode.UnknownValidationError, ValidationErrorCode.RawStorageFailed])
            .Select(WireEnum.Name)
            .Concat(["PAYLOAD_TOO_LARGE", "DUPLICATE_FILE", "UNSUPPORTED_MEDIA_TYPE"]);

        codes.Where(code => words.FileFault(code) == words.FileFault("")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("short", PasswordRules.TooShort)]
    [InlineData("Correct horse", null)]
    [InlineData("anna@school.se", PasswordRules.IsLogin)]
    [InlineData("1234567890QWERTY", PasswordRules.IsFrequent)]
    [InlineData("1234567890AB", null)]
    public void A_password_is_long_and_not_what_is_tried_first(string password, string? fault) =>
        PasswordRules.FaultOf(password, "anna@school.se").ShouldBe(fault);

    [Fact]
    public void A_password_has_an_end() => PasswordRules.FaultOf(new string('x', 129), "").ShouldBe(PasswordRules.TooLong);

    static string Say(string language, BatchStatus status) => Languages.WordsOf(language).StatusName(status);
}
