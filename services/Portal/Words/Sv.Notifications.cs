using Phase1.Events;
using Phase1.Portal.Notifications;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string Notifications => "Meddelanden";
    public string NoNotifications => "Inga meddelanden ännu.";
    public string MarkRead => "Markera som läst";
    public string MarkAllRead => "Markera alla som lästa";
    public string NotConnected => "Ingen anslutning. Det som väntar skickas när den är tillbaka.";
    public string NewVersion => "Det finns en ny version av Phase1.";
    public string OpenAnew => "Öppna sidan på nytt";
    public string Timeline => "Vad som har hänt";
    public string Details => "Detaljer";
    public string StartWork => "Starta arbetet";

    public string Unread(int unread, int actionRequired) =>
        (unread == 1 ? "1 oläst meddelande" : $"{unread} olästa meddelanden")
        + (actionRequired == 0 ? "" : $", {actionRequired} behöver dig");

    public string Notification(NotificationLine line) =>
        line.Newest.Type switch
        {
            NotificationType.BatchFilesUploaded => line.Sum("refused") is > 0 and var refused
                ? $"{Uploaded(line.Sum("accepted"))}, {refused} {(refused == 1 ? "avvisad" : "avvisade")}"
                : Uploaded(line.Sum("accepted")),
            NotificationType.BatchValidationFailed =>
                $"{FileCount(line.All.Count)} gick inte att använda: {FileFault(line.Code("error_code"))}",
            NotificationType.BatchExcessContent => $"{FileCount(line.All.Count)} utan plats i bunten",
            NotificationType.BatchContentCompleted => $"Alla texter är här: {Count(line.Sum("provisioned"))}",
            NotificationType.StudentMatchingStarted => $"{Count(line.Sum("essay_count"))} matchas med klassen",
            NotificationType.StudentMatchingFailed => "Ingen författare kunde föreslås; bestäm för hand",
            NotificationType.StudentMatchingConfirmationRequired =>
                $"Kopplingar för {Count(line.Sum("total"))} väntar på dig, {line.Sum("high")} av dem säkra",
            NotificationType.StudentMatchingReminder => $"{Count(line.Sum("undecided"))} är fortfarande obestämda",
            NotificationType.StudentAssociationsConfirmed => "Alla kopplingar är bestämda",
            NotificationType.ValidationTimeoutProcessed =>
                $"Tidsgränsen gick ut: {line.Sum("confirmed")} förslag bekräftade, {line.Sum("unknown")} kopplade till okänd elev",
            NotificationType.AssociationCorrected => "En koppling rättades",
            NotificationType.BatchReady => "Klar: du kan starta arbetet",
            NotificationType.BatchProcessingStarted => "Arbetet har börjat",
            NotificationType.PipelineCompleted => line.Sum("failed_count") is > 0 and var failed
                ? $"Arbetet är slut, {failed} misslyckades"
                : "Arbetet är slut",
            NotificationType.BatchStuck => "Bunten har stått still för länge",
            NotificationType.BatchFailed => "Bunten har misslyckats",
            NotificationType.BatchCancelled => "Bunten avbröts",
            NotificationType.OperatorAccess => "En driftansvarig har sett filnamn och elever i en bunt",
            NotificationType.ClassCreated => "En klass skapades",
            NotificationType.StudentAddedToClass => "Elever lades till i en klass",
            NotificationType.AiBudgetWarning => "En AI-budget närmar sig slutet",
            NotificationType.AiBudgetCritical => "Det är lite kvar av en AI-budget",
            NotificationType.AiBudgetExceeded => "En AI-budget är slut",
            NotificationType.AiFeedbackParked => $"Återkopplingen på {Count(line.Sum("missing"))} väntar på budget eller modell",
            var denied when NotificationType.DenialOf(denied) is { } reason => $"Arbetet startades inte: {Denial(reason)}",
            _ => "Något om en bunt",
        };

    public string Happened(string topic, int count) =>
        topic switch
        {
            Topics.BatchEssaysRegistered => "Bunten skapades",
            Topics.BatchFileAdded => Uploaded(count),
            Topics.EssayContentProvisioned => $"{FileCount(count)} lästa",
            Topics.EssayValidationFailed => $"{FileCount(count)} gick inte att använda",
            Topics.EssaySlotAssigned => $"{Count(count)} fick plats",
            Topics.ExcessContentProvisioned => $"{FileCount(count)} utan plats i bunten",
            Topics.BatchContentProvisioningCompleted => "Alla texter var på plats",
            Topics.BatchValidationErrors => "Ingen fil blev en text",
            Topics.InitiateStudentMatching or Topics.BatchStudentMatchingRequested => "Matchning begärdes",
            Topics.BatchAuthorMatchesSuggested => "Kopplingar föreslogs",
            Topics.StudentAssociationsConfirmed => "Alla kopplingar bestämdes",
            Topics.ValidationTimeoutProcessed => "Tidsgränsen gick ut; det obestämda bestämdes",
            Topics.EssayStudentAssociationUpdated => count == 1 ? "En koppling rättades" : $"{count} kopplingar rättades",
            Topics.StudentAssociationsRestated => "Besluten meddelades på nytt",
            Topics.AssociationReviewNeeded => "Lärarens granskning behövs",
            Topics.BatchEssaysReady => "Texterna var klara",
            Topics.RequestPipeline => "Arbetet begärdes",
            Topics.PipelineDenied => "Arbetet startades inte",
            Topics.BatchPhaseCompleted => count == 1 ? "Ett steg slutade" : $"{count} steg slutade",
            Topics.BatchPhaseParked => "Ett steg väntar",
            Topics.BatchPhaseResumed => "Ett steg fortsätter",
            Topics.BatchPipelineCompleted => "Arbetet slutade",
            Topics.BatchStatusChanged => "Läget ändrades",
            Topics.TeacherNotificationRequested => count == 1 ? "Du fick ett meddelande" : $"Du fick {count} meddelanden",
            _ when topic.EndsWith(".initiate.command.v1", StringComparison.Ordinal) => "Ett steg började",
            _ => "Något annat hände",
        };

    public string LedTo(string statuses) => $"→ {statuses}";

    public string PipelineName(string name) =>
        name switch
        {
            "spellcheck" => "Stavning",
            "analysis" => "Analys",
            "assessment" => "Bedömning",
            "ai_feedback" => "Enbart återkoppling",
            "feedback" => "Återkoppling",
            _ => name,
        };

    public string PhaseInWords(Phase phase) =>
        phase switch
        {
            Phase.Spellcheck => "stavning",
            Phase.Nlp => "språkanalys",
            Phase.CjAssessment => "jämförande bedömning",
            _ => "skriftlig återkoppling",
        };

    static string Denial(DenialReason reason) =>
        reason switch
        {
            DenialReason.BatchNotReady => "bunten är inte klar",
            DenialReason.NoEssaysStored => "den har ingen text",
            DenialReason.PipelineAlreadyRunning => "ett arbete pågår redan",
            DenialReason.BatchTerminated => "bunten är avslutad",
            DenialReason.UnknownPipeline => "arbetet finns inte",
            DenialReason.InsufficientCredits => "krediterna räcker inte",
            DenialReason.RateLimitExceeded => "för många inom en minut",
            _ => "den är inte din",
        };

    static string Uploaded(int count) => $"{FileCount(count)} {(count == 1 ? "uppladdad" : "uppladdade")}";

    static string FileCount(int count) => count == 1 ? "1 fil" : $"{count} filer";
}
