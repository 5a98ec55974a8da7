using Phase1.Events;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string ActionRequired => "Kräver åtgärd";
    public string UnderWay => "Pågår";
    public string Done => "Avslutade";
    public string NothingRequired => "Inget behöver dig just nu.";
    public string NoBatches => "Inga buntar ännu. Ladda upp en klass texter.";
    public string NewBatch => "Ny bunt";
    public string Open => "Öppna";
    public string Guest => "Gäst: utan klass";
    public string ChooseClass => "Klass";
    public string Files => "Filer";
    public string FilesHint => "Word (.docx), PDF eller textfiler på högst 10 MB var.";
    public string DropHere => "Släpp filer här, eller välj dem ovan.";
    public string ExpectedCount => "Antal texter";
    public string ExpectedHint => "Lämna tomt för att ta antalet filer. Ange fler om några kommer senare.";
    public string Upload => "Ladda upp";
    public string FilesMissing => "Välj minst en fil, eller ange hur många texter som kommer.";
    public string CourseOfClass => "som klassen";
    public string TryingAgain => "inte skickad än, försöker igen";
    public string Resume => "{0} av {1} filer är här. Välj samma filer igen för att fortsätta.";
    public string ToTheBatch => "Till bunten";
    public string AllBatches => "Alla buntar";
    public string Older => "Äldre";
    public string CourseMissing => "En bunt utan klass behöver en kurs.";
    public string UploadMore => "Ladda upp fler filer";
    public string GoOnWithout => "Gå vidare utan de filer som saknas";
    public string GoOnWithoutMeaning => "Inga fler filer tas emot, och bunten går vidare med dem som finns.";
    public string CancelBatch => "Avbryt bunten";
    public string CancelMeaning => "Allt med den här bunten avbryts för gott.";
    public string Reason => "Skäl (frivilligt)";
    public string Essays => "Texter";
    public string FileName => "Fil";
    public string Status => "Läge";
    public string FilesInExcess => "Filer utan plats i bunten";
    public string Steps => "Steg";
    public string TimeLeft => "Tid kvar:";
    public string ReleasedNow => "bekräftas nu";

    public IReadOnlyList<string> StepNames { get; } = ["Uppladdat", "Elevkoppling", "Klar att analysera", "Analyserar", "Klart"];

    public string BatchTitle(string? className, string course, int essays) =>
        $"{(className is null ? "" : $"{className} · ")}{course} · {Count(essays)}";

    public string UploadedAt(string at) => $"Skapad {at}";

    public string RefusedFiles(int count) => count == 1 ? "1 fil togs inte emot:" : $"{count} filer togs inte emot:";

    public string FileFault(string code) =>
        code switch
        {
            "EMPTY_CONTENT" => "den är tom",
            "CONTENT_TOO_SHORT" => "den har färre än 50 tecken",
            "CONTENT_TOO_LONG" => "den har fler än 50 000 tecken",
            "ENCRYPTED_FILE_UNSUPPORTED" => "den är lösenordsskyddad",
            "TEXT_EXTRACTION_FAILED" => "ingen text kunde läsas i den",
            "NOT_PROVIDED" => "den kom inte",
            "PAYLOAD_TOO_LARGE" => "den är större än 10 MB",
            "DUPLICATE_FILE" => "samma fil finns redan",
            "UNSUPPORTED_MEDIA_TYPE" => "den är ingen .docx-, .pdf- eller .txt-fil",
            "TEMPORARY_FILE" => "den är en tillfällig fil från Word",
            _ => "den kunde inte läsas",
        };

    public string EssayStatus(string status) =>
        status switch
        {
            "uploaded" => "väntas",
            "ready_for_processing" => "har kommit",
            "excluded" => "borttagen",
            _ => "kunde inte läsas",
        };

    public string StatusName(BatchStatus status) =>
        status switch
        {
            BatchStatus.AwaitingContentValidation => "Laddas upp",
            BatchStatus.AwaitingStudentValidation => "Elevkoppling väntar",
            BatchStatus.StudentValidationCompleted => "Elevkoppling klar",
            BatchStatus.ReadyForPipelineExecution => "Klar att analysera",
            BatchStatus.ProcessingPipelines => "Analyseras",
            BatchStatus.CompletedSuccessfully => "Analyserad",
            BatchStatus.CompletedWithFailures => "Analyserad med fel",
            BatchStatus.Cancelled => "Avbruten",
            _ => "Misslyckades",
        };

    public string PhaseName(Phase phase) =>
        phase switch
        {
            Phase.Spellcheck => "stavningskontroll",
            Phase.Nlp => "språkanalys",
            Phase.CjAssessment => "jämförande bedömning",
            _ => "återkoppling",
        };

    public string TextsExpected(int expected) => $"{Count(expected)} väntas; filer kan laddas upp";

    public string TextsArriving(int arrived, int expected, int failed) =>
        failed == 0
            ? $"{arrived} av {Count(expected)} har kommit; väntar på {expected - arrived} till"
            : $"{arrived} av {Count(expected)} har kommit, {failed} kunde inte läsas; väntar på {expected - arrived - failed} till";

    public string BeingMatched(int essays) => $"{Count(essays)} matchas med klassen";

    public string Deciding(int matched, int total, int decided, int undecided, string deadline) =>
        $"{matched} av {Count(total)} är föreslagna, {decided} bestämda; {undecided} behöver dig; bekräftas av sig självt {deadline}";

    public string BeingReleased(int essays) => $"{Count(essays)} bestämda; släpps nu";

    public string ReadyToStart(int essays) => $"{Count(essays)} klara; en analys kan startas";

    public string InPhase(string pipeline, int number, int of, string phase) => $"Analysen {pipeline} är i steg {number} av {of}, {phase}";

    public string PipelineRuns => "En analys pågår";

    public string Analysed(int essays) => $"{Count(essays)} analyserade utan fel";

    public string AnalysedWithFailures => "Analyserad; några texter misslyckades på vägen";

    public string NoFileBecameText => "Ingen fil blev en text; det finns inget att analysera";

    public string PipelineFailed(string pipeline) => $"Analysen {pipeline} misslyckades helt";

    public string EveryFileFailed => "Alla filer misslyckades; det finns inget att analysera";

    public string Cancelled(string at) => $"Avbruten av dig {at}";

    public string StuckSince(string sentence, string at) => $"{sentence}; står still sedan {at}";

    static string Count(int essays) => essays == 1 ? "1 text" : $"{essays} texter";
}
