using Phase1.Feedback.Runs;

namespace Phase1.Feedback.Essays;

/// <summary>Why an essay has no feedback: codes.</summary>
static class EssayErrors
{
    internal const string TextUnavailable = "TEXT_UNAVAILABLE";
    internal const string TextEmpty = "TEXT_EMPTY";
    internal const string TextTooLong = "TEXT_TOO_LONG";
    internal const string InvalidAnswer = "INVALID_ANSWER";
    internal const string NotAccepted = "NOT_ACCEPTED";
    internal const string MaskingUnavailable = "MASKING_UNAVAILABLE";
    internal const string NoProvider = "NO_PROVIDER";

    /// <summary>Of an essay that was waited for in vain.</summary>
    internal static string Of(HaltKind kind) =>
        kind switch
        {
            HaltKind.NoNames => MaskingUnavailable,
            HaltKind.NoTexts => TextUnavailable,
            _ => NoProvider,
        };
}
