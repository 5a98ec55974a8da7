using Phase1.Events;
using Phase1.Portal.Privacy.Requests;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string DataRequests => "Begäran om uppgifter";
    public string DataRequest => "Begäran";
    public string NewDataRequest => "Ny begäran";
    public string DataRequestsMeaning =>
        "En elev, eller någon för elevens räkning, får se allt som finns sparat, eller få det raderat. För varje begäran finns en månad.";
    public string NoDataRequests => "Ingen har begärt något.";
    public string NoOpenDataRequests => "Ingen begäran är öppen.";
    public string RequestedBy => "Begärd av";
    public string ReceivedOn => "Kom in";
    public string AnswerBy => "Ska besvaras senast";
    public string EndedOn => "Avslutad";
    public string OpenRequestsAlone => "De som är öppna";
    public string AllRequests => "Även de som är avslutade";
    public string WhatIsAskedFor => "Vad gäller begäran?";
    public string RequesterAddress => "Adress till den som begär";
    public string RequesterAddressHint => "En e-postadress. Inget brev skickas: du svarar.";
    public string OwnNotes => "Anteckningar";
    public string OwnNotesHint => "För dig själv: hur du vet vem som begär, till exempel. Andra dataskyddsombud ser dem.";
    public string WriteDownRequest => "Anteckna begäran";
    public string NothingIsLost => "Det du skrev finns kvar på den här sidan. Skicka det igen om en stund.";
    public string SendAgain => "Skicka igen";
    public string RefuseRequest => "Avslå";
    public string RefusalHint => "Varför. Du meddelar den som begärde; här sparas det med begäran.";
    public string TryStepAgain => "Försök igen med steget";
    public string WithdrawRequest => "Begäran togs tillbaka";
    public string WithdrawHint => "Hur du vet det. Inget mer görs; det som är raderat förblir raderat.";
    public string WhatHappened => "Vad som har hänt";
    public string TicketNumber => "Nummer";
    public string ToBeCorrected => "Ska rättas";
    public string Subject => "Vem den gäller";
    public string WhoIsIt => "Vem är eleven?";
    public string WhoIsItMeaning =>
        "Varje lärare har sina egna elever, så en person kan finnas på flera rader. Kryssa för alla som är samma person, och ingen annan.";
    public string SearchStudents => "Namn eller adress";
    public string SearchStudentsHint => "Minst tre bokstäver; de första femtio visas. De som är förkryssade finns kvar när du söker igen.";
    public string Find => "Sök";
    public string NobodyFound => "Ingen hittades.";
    public string StudentsOfRequest => "Elever";
    public string MoreEssays => "Texter som du själv har hittat";
    public string MoreEssaysHint =>
        "Deras id, där en text inte har någon känd författare. Lämna annars tomt: elevens texter hittas av sig själva.";
    public string IdentifyStudent => "Det här är eleven";
    public string EssayIdsWrong => "Något här är inte id för en text.";
    public string NobodyTicked => "Kryssa för minst en elev. Sök först efter ett namn.";
    public string TooManyIds => "Det är fler än en elev kan vara. Se över vad som är förkryssat.";
    public string Approval => "Godkännande";
    public string Delivery => "Överlämnande";
    public string DeliveryMeaning =>
        "Hämta paketet, se igenom det och lämna över det på ett säkert sätt. Varje hämtning antecknas. När du säger att det är överlämnat kan det inte hämtas mer.";
    public string FetchPackage => "Hämta paketet (zip)";
    public string CollectAgain => "Samla in allt på nytt";
    public string ExtendTime => "Ta mer tid";
    public string ExtendTimeMeaning => "En gång, där begäran är komplicerad. Du meddelar den som begärde, inom den första månaden.";
    public string LongerBy => "Längre med";
    public string HandedOver => "Det är överlämnat";
    public string WhatServicesHold => "Vad som finns sparat";
    public string Held => "Rader";
    public string InTheWay => "I vägen";
    public string NoRows => "inget";
    public string ErasureProof => "Radering och bevis";
    public string ErasureProved => "Alla tjänster har tittat igen, när loggen hade glömt, och inget hittat.";
    public string ErasureNotYetProved =>
        "Raderat överallt. Loggen minns id från tiden före i några dagar; sedan tittar alla tjänster igen, och först då är det bevisat.";
    public string ErasedRows => "Raderat";
    public string LeftThen => "Kvar då";
    public string LeftAtProof => "Kvar vid beviset";

    public string RequestKind(string kind) =>
        kind switch
        {
            RequestKinds.Access => "Se allt",
            RequestKinds.Export => "Ta med sig allt",
            RequestKinds.Deletion => "Bli raderad",
            RequestKinds.Correction => "Bli rättad",
            _ => kind,
        };

    public string RequestKindMeaning(string kind) =>
        kind switch
        {
            RequestKinds.Deletion => "Elevens namn, texter och filer raderas i varje tjänst, och det bevisas. Det kan inte göras ogjort.",
            RequestKinds.Export => "Du får samma paket utan orden för människor, till ett program som eleven använder härnäst.",
            _ => "Du får ett paket med allt som finns sparat om eleven, att lämna över.",
        };

    public string MonthCount(int months) => months == 1 ? "1 månad" : $"{months} månader";

    public string RequestStage(string stage) =>
        stage switch
        {
            "identity" => "Du ska säga vem eleven är.",
            "scope" => "Elevens texter letas fram.",
            "eligibility" => "Alla tjänster säger vad de har, och om något är i vägen.",
            "collection" => "Alla tjänster säger vad de har.",
            "approval" => "Du ska godkänna eller avslå.",
            "erasure" => "Alla tjänster raderar.",
            "apply" => "Uppgifterna rättas.",
            "proof" => "Det är raderat; beviset följer när loggen har glömt.",
            "delivery" => "Paketet är klart att hämtas och lämnas över.",
            _ => "Arbete pågår.",
        };

    public string RequestEnded(string outcome) =>
        outcome switch
        {
            "delivered" => "Besvarad och överlämnad.",
            "erased" => "Raderad överallt, och bevisat.",
            "rectified" => "Rättad.",
            "rejected" => "Avslagen.",
            "withdrawn" => "Tillbakatagen.",
            _ => "Avslutad.",
        };

    public string RequestStopped(string code) =>
        $"Stannat: ett steg misslyckades fem gånger ({code}). Den som sköter Phase1 kan se varför.";

    public string WaitsForServices(string services) => $"Väntar på {services}.";

    public string Blocker(string code) =>
        code switch
        {
            "STUDENT_IN_USE" => "Eleven är föreslagen eller vald i en bunt som fortfarande väntar på beslut.",
            "BATCH_NOT_SETTLED" => "En bunt med elevens text är inte klar än.",
            "PIPELINE_RUNNING" => "En bunt med elevens text analyseras.",
            "RECORDS_WAITING" => "Poster om eleven väntar fortfarande på att behandlas.",
            "CALL_IN_PROGRESS" => "En språkmodell arbetar med elevens text.",
            _ => code,
        };

    public string Overdue(string deadline) => $"{deadline}: försenad";

    public string StillLeft(string deadline, string left) => $"{deadline} ({left} kvar)";

    public string NextLook(string at) => $"Nästa titt är {at}.";

    public string NotTaken(string service) => $"{service} svarar inte just nu. Inget är gjort; det du skrev finns kvar här.";

    public string SubjectFound(int students, int? essays)
    {
        var rows = students == 1 ? "1 elev" : $"{students} rader om elever";
        return essays switch
        {
            null => rows,
            1 => $"{rows}, 1 text",
            _ => $"{rows}, {essays} texter",
        };
    }

    public string StudentOf(string teacher) => $"hos {teacher}";

    public string RemovedOn(string at) => $"borttagen {at}";

    public string ApprovalMeaning(string kind) =>
        kind switch
        {
            RequestKinds.Deletion =>
                "Se nedan vad som finns sparat. Måste något sparas enligt lag, avslå och säg varför. När du godkänner raderas allt genast.",
            RequestKinds.Correction => "Se ovan vad som ska rättas. När du godkänner rättas det där det finns.",
            _ => "Se nedan vad som finns sparat. När du godkänner kan paketet hämtas.",
        };

    public string ApproveRequest(string kind) => kind == RequestKinds.Deletion ? "Godkänn och radera" : "Godkänn";

    public string TicketStatusName(TicketStatus status) =>
        status switch
        {
            TicketStatus.Pending => "ny",
            TicketStatus.Assigned => "påbörjas",
            TicketStatus.InProgress => "pågår",
            TicketStatus.Blocked => "stannat",
            TicketStatus.Deferred => "väntar",
            TicketStatus.Completed => "klar",
            TicketStatus.Cancelled => "avslutad utan att göras",
            _ => "uppgiven",
        };
}
