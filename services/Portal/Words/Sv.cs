using System.Globalization;
using Phase1.Events;

namespace Phase1.Portal.Words;

/// <summary>Swedish.</summary>
sealed partial class Sv : IWords
{
    static readonly string[] Days = ["sön", "mån", "tis", "ons", "tor", "fre", "lör"];
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    public string SkipToContent => "Hoppa till innehållet";
    public string MainNavigation => "Huvudmeny";
    public string OtherLanguage => "en";
    public string OtherLanguageName => "English";
    public string Overview => "Översikt";
    public string Batches => "Buntar";
    public string Classes => "Klasser";
    public string Save => "Spara";
    public string Saved => "Sparat.";
    public string ToTheStart => "Till startsidan";
    public string CorrelationId => "Om du anmäler detta, uppge:";

    public string ProblemTitle(int status) =>
        status switch
        {
            404 => "Sidan finns inte",
            429 => "För många försök",
            503 or 504 => "Inte tillgängligt just nu",
            >= 500 => "Något gick fel",
            _ => "Det gick inte",
        };

    public string Problem(string code) =>
        code switch
        {
            "RESOURCE_NOT_FOUND" or "CLASS_NOT_FOUND" or "STUDENT_NOT_FOUND" or "TICKET_NOT_FOUND" =>
                "Den är borttagen, eller så är adressen fel.",
            "INVALID_REQUEST" => "Sidan var för gammal, eller så kom begäran inte från den. Öppna sidan på nytt och gör om det du gjorde.",
            "VALIDATION_ERROR" or "MISSING_REQUIRED_FIELD" or "PARSING_ERROR" =>
                "Ett värde saknas eller är inte tillåtet. Gå tillbaka och se över fälten.",
            "PAYLOAD_TOO_LARGE" => "Det är mer än som kan skickas på en gång. Skicka färre eller mindre filer.",
            "RATE_LIMIT" => "Det var för många försök. Vänta en minut och försök igen.",
            "SERVICE_UNAVAILABLE" or "TIMEOUT" => "En del av Phase1 svarar inte. Inget är förlorat; försök igen om en stund.",
            "AUTHENTICATION_ERROR" => "Din session är slut. Logga in igen.",
            "BATCH_LOCKED" => "Bunten tar inte emot fler filer.",
            "INVALID_STATE" or "STALE_VERSION" or "ALREADY_RELEASED" or "TRANSITION_NOT_ALLOWED" =>
                "Någon annan eller tidsgränsen hann före. Öppna sidan på nytt för att se läget.",
            "NOTHING_TO_RELEASE" => LastRemaining,
            "PIPELINE_ALREADY_RUNNING" => "Ett arbete pågår redan för bunten.",
            "BATCH_NOT_READY" => "Bunten är inte klar, eller så har den ingen text.",
            "COURSE_MISMATCH" => "Klassen har en annan kurs.",
            "LIMIT_EXCEEDED" => "Det är mer än en bunt får ha.",
            "CLASS_IN_USE" => "En bunt för klassen väntar fortfarande på beslut.",
            "STUDENT_IN_USE" => "Eleven är föreslagen eller vald i en bunt som fortfarande väntar på beslut.",
            "TICKET_ALREADY_OPEN" => "Det finns redan ett öppet ärende om detta.",
            "UNKNOWN_SOP" => "Det finns ingen sådan rutin.",
            "PACKAGE_NOT_READY" => "Svaret kan hämtas när begäran är godkänd, tills det är överlämnat.",
            "DEFERRAL_BEYOND_DEADLINE" => "Ärendet måste vara klart före den dagen. Välj en tidigare.",
            _ => "Det är vårt fel, inte ditt. Försök igen; anmäl det om det händer igen.",
        };

    public string DoesNotAnswer(string service) => $"{service} svarar inte just nu. Resten av sidan gäller; öppna den igen om en stund.";

    public string Date(DateTime local) =>
        string.Create(CultureInfo.InvariantCulture, $"{Days[(int)local.DayOfWeek]} {local.Day} {Months[local.Month - 1]} {local:HH:mm}");

    public string Weekday(DateTime local) => string.Create(CultureInfo.InvariantCulture, $"{Days[(int)local.DayOfWeek]} {local:HH:mm}");

    public string Course(CourseCode course) =>
        course switch
        {
            CourseCode.Eng5 => "Engelska 5",
            CourseCode.Eng6 => "Engelska 6",
            CourseCode.Eng7 => "Engelska 7",
            CourseCode.Sv1 => "Svenska 1",
            CourseCode.Sv2 => "Svenska 2",
            _ => "Svenska 3",
        };
}
