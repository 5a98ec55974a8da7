using static Phase1.Verification.Catalogue.FailureMode;

namespace Phase1.Verification.Catalogue;

/// <summary>What is outside the suite, what it is told by settings, and what it answers.</summary>
static class BoundaryPatterns
{
    internal static IReadOnlyList<Pattern> All { get; } =
    [
        new("It cannot be reached: a typed failure", Category.External, ConnectionFailure)
        {
            Example = "tests/Integration/FileIntake/Uploads/BadFilesTests.cs",
            Sentence = "{0}_that_cannot_be_reached_is_said_to_be_unavailable",
        },
        new("A recorded answer is read", Category.External, ResponseParsing)
        {
            Example = "tests/Integration/ModelGateway/Providers/ProviderClientTests.cs",
            Sentence = "What_{0}_answers_is_read_and_anything_else_is_a_typed_failure",
        },
        new("Silence is unavailability, not a hang", Category.External, TimeoutHandling)
        {
            Example = "tests/Integration/Nlp/Texts/HangingTextTests.cs",
            Sentence = "{0}_that_never_answers_holds_nobody_for_ever",
        },
        new("A refusal from outside is not an empty answer", Category.External, AuthFailure)
        {
            Origin = Origin.Ours,
            Example = "tests/Integration/ModelGateway/Providers/ProviderClientTests.cs",
            Sentence = "A_refusal_of_{0}_is_not_taken_for_nothing_found",
        },
        new("The start fails without it, by its name", Category.Configuration, MissingRequired)
        {
            Example = "tests/Unit/ServiceDefaults/ConfigurationTests.cs",
            Sentence = "Without_{0}_the_start_fails_and_says_so",
        },
        new("Defaults are sensible and documented", Category.Configuration, MissingRequired)
        {
            Standing = "tests/Unit/Docs/ConfigurationTests.cs",
        },
        DataPatterns.Smoke(Category.Configuration, MissingRequired),
        new("Text for a number fails the start", Category.Configuration, WrongType)
        {
            Origin = Origin.Ours,
            Example = "tests/Unit/ServiceDefaults/ConfigurationTests.cs",
            Sentence = "Text_for_{0}_fails_the_start",
        },
        new("A value out of range fails the start", Category.Configuration, InvalidValue)
        {
            Origin = Origin.Ours,
            Example = "tests/Integration/FileIntake/OptionsTests.cs",
            Sentence = "A_value_of_{0}_out_of_its_range_fails_the_start",
        },
        new("A changed setting needs a restart", Category.Configuration, NotReloaded)
        {
            Origin = Origin.Ours,
            Standing = "tests/Unit/Verification/Every_host_is_wired.cs",
        },
        new("The happy path answers as described", Category.Endpoint, WrongStatusCode, ResponseShapeWrong)
        {
            Example = "tests/Integration/ClassManagement/Classes/ClassTests.cs",
            Sentence = "{0}_answers_as_its_description_says",
        },
        new("Invalid input is refused with its place", Category.Endpoint, MissingValidation)
        {
            Example = "tests/Integration/FileIntake/Uploads/RefusalsTests.cs",
            Sentence = "What_is_wrong_with_a_request_to_{0}_is_named_and_nothing_is_written",
        },
        new("The state has really changed", Category.Endpoint, WrongStatusCode)
        {
            Importance = Importance.Important,
            Example = "tests/Integration/ClassManagement/Associations/DecisionTests.cs",
            Sentence = "After_a_success_of_{0}_its_row_is_in_the_database",
        },
        new("Every route without and with the wrong credential", Category.Endpoint, MissingAuth)
        {
            Origin = Origin.Ours,
            Standing = "tests/Unit/Security/Every_route_serves_whom_it_is_for.cs",
        },
        new("A status for every outcome", Category.Endpoint, WrongStatusCode)
        {
            Origin = Origin.Ours,
            Standing = "tests/Infrastructure/Http/DescribedAnswers.cs",
        },
        new("Every answer against its description", Category.Endpoint, ResponseShapeWrong)
        {
            Origin = Origin.Ours,
            Standing = "tests/Infrastructure/Http/DescribedAnswers.cs",
        },
    ];
}
