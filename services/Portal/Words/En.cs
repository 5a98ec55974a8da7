using System.Globalization;
using Phase1.Events;

namespace Phase1.Portal.Words;

/// <summary>English. Its sentences about batches are those of BOS.</summary>
sealed partial class En : IWords
{
    public string SkipToContent => "Skip to the content";
    public string MainNavigation => "Main";
    public string OtherLanguage => "sv";
    public string OtherLanguageName => "Svenska";
    public string Overview => "Overview";
    public string Batches => "Batches";
    public string Classes => "Classes";
    public string Save => "Save";
    public string Saved => "Saved.";
    public string ToTheStart => "To the start page";
    public string CorrelationId => "If you report this, quote:";

    public string ProblemTitle(int status) =>
        status switch
        {
            404 => "There is no such page",
            429 => "Too many requests",
            503 or 504 => "Not available just now",
            >= 500 => "Something went wrong",
            _ => "That did not work",
        };

    public string Problem(string code) =>
        code switch
        {
            "RESOURCE_NOT_FOUND" or "CLASS_NOT_FOUND" or "STUDENT_NOT_FOUND" or "TICKET_NOT_FOUND" =>
                "It has been removed, or the address is wrong.",
            "INVALID_REQUEST" => "The page was too old, or the request did not come from it. Open the page again and repeat what you did.",
            "VALIDATION_ERROR" or "MISSING_REQUIRED_FIELD" or "PARSING_ERROR" =>
                "A value is missing or not allowed. Go back and look at the fields.",
            "PAYLOAD_TOO_LARGE" => "That is more than can be sent at once. Send fewer or smaller files.",
            "RATE_LIMIT" => "There were too many attempts. Wait a minute and try again.",
            "SERVICE_UNAVAILABLE" or "TIMEOUT" => "A part of Phase1 does not answer. Nothing is lost; try again in a moment.",
            "AUTHENTICATION_ERROR" => "Your session is over. Sign in again.",
            "BATCH_LOCKED" => "The batch takes no more files.",
            "INVALID_STATE" or "STALE_VERSION" or "ALREADY_RELEASED" or "TRANSITION_NOT_ALLOWED" =>
                "Somebody or the deadline was faster. Open the page again to see how it stands.",
            "NOTHING_TO_RELEASE" => LastRemaining,
            "PIPELINE_ALREADY_RUNNING" => "A pipeline is already running on the batch.",
            "BATCH_NOT_READY" => "The batch is not ready, or it has no text.",
            "COURSE_MISMATCH" => "The class has another course.",
            "LIMIT_EXCEEDED" => "That is more than a batch may have.",
            "CLASS_IN_USE" => "A batch of the class still awaits decisions.",
            "STUDENT_IN_USE" => "The student is suggested or chosen in a batch that still awaits decisions.",
            "TICKET_ALREADY_OPEN" => "There is an open ticket about this already.",
            "UNKNOWN_SOP" => "There is no such procedure.",
            "PACKAGE_NOT_READY" => "The answer can be fetched when the request is approved, until it is handed over.",
            "DEFERRAL_BEYOND_DEADLINE" => "The ticket must be done before that day. Choose an earlier one.",
            _ => "This is our fault, not yours. Try again; if it happens again, report it.",
        };

    public string DoesNotAnswer(string service) =>
        $"{service} does not answer just now. The rest of the page is as it is; open it again in a moment.";

    public string Date(DateTime local) => local.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    public string Weekday(DateTime local) => local.ToString("ddd HH:mm", CultureInfo.InvariantCulture);

    public string Course(CourseCode course) =>
        course switch
        {
            CourseCode.Eng5 => "English 5",
            CourseCode.Eng6 => "English 6",
            CourseCode.Eng7 => "English 7",
            CourseCode.Sv1 => "Swedish 1",
            CourseCode.Sv2 => "Swedish 2",
            _ => "Swedish 3",
        };
}
