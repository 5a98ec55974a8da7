using Phase1.Events;
using Phase1.Portal.Privacy;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string WhereDataLies => "Var uppgifter finns";
    public string SeenBy => "Ses av:";
    public string Table => "Tabell";
    public string KeptUntil => "Sparas";
    public string Accesses => "Vem som har läst vad";
    public string AccessesMeaning =>
        "Varje gång någon annan än läraren har öppnat namn eller innehållet i en misslyckad post. Tjänsterna antecknar det tillsammans med läsningen.";
    public string NoAccesses => "Ingen har gjort det.";
    public string AsCsv => "Alla som CSV-fil";
    public string When => "När";
    public string What => "Vad";
    public string Rules => "Regler som gäller";
    public string RulesMeaning => "Tjänsterna arbetar nu efter de här värdena. De ställs in där tjänsterna körs; här kan de bara läsas.";
    public string NoRules => "Ingen tjänst säger vilka regler den arbetar efter.";
    public string RuleDiffers => "Tjänsterna är inte överens. Den som sköter Phase1 måste ställa in ett värde för alla.";

    public string Holds(string service) =>
        service switch
        {
            ServiceNames.ClassManagement =>
                "Klasser, elever med namn och adresser, beslut om vem som skrev vad, och meddelanden till lärare.",
            ServiceNames.FileIntake => "De uppladdade filerna och texterna som lästes ur dem.",
            ServiceNames.Nlp => "Vilken elev som föreslogs för vilken text, med id, och resultatet av varje matchning. Ingen text sparas.",
            ServiceNames.EssayLifecycle => "Texterna i en bunt med filnamn, och vem som skrev dem, med id.",
            ServiceNames.BatchOrchestrator => "Buntar, deras lägen och vad som hände med dem, med id.",
            ServiceNames.Tickets =>
                "Fel och registrerades begäranden: vem de gäller, med id, vem som beslutade vad, och när. Svaren sparas inte.",
            ServiceNames.ModelGateway =>
                "Vilken text en språkmodell har tillfrågats om, med id, när, för vad, och vad det kostade. Ingen text sparas.",
            ServiceNames.Feedback => "Vad som skrevs om texterna, och vem platshållarna i det står för.",
            _ => "Vilka som får logga in, med namn och användarnamn; sessioner, nycklar och vem som ändrade vad. Inget om elever.",
        };

    public string ReadersOf(string service) =>
        service switch
        {
            ServiceNames.ClassManagement or ServiceNames.FileIntake or ServiceNames.EssayLifecycle =>
                "läraren vars klass eller bunt det är. En driftansvarig ser bara id, eller namn under en halvtimme, vilket antecknas.",
            ServiceNames.Nlp or ServiceNames.BatchOrchestrator or ServiceNames.Feedback =>
                "läraren vars bunt det är, och driftansvariga, som ser id och lägen.",
            ServiceNames.Tickets => "dataskyddsombud, och driftansvariga, som ser ärenden om fel.",
            ServiceNames.ModelGateway => "driftansvariga, och skoladministratörer, som ser summor.",
            _ => "personen själv, och skoladministratörer, som ser namn, användarnamn och roller.",
        };

    public string AccessesShown(int shown, int total) =>
        shown == total ? $"{total} läsningar." : $"De senaste {shown} av {total} läsningar.";

    public string AccessTo(AccessKind kind, string service) =>
        kind == AccessKind.Names ? "namnen i bunten" : $"en misslyckad post i {service},";

    public string HourCount(int hours) => hours == 1 ? "1 timme" : $"{hours} timmar";

    public string RuleName(string setting) =>
        setting switch
        {
            "Associations:Timeout" => "Hur länge läraren har på sig att bestämma",
            "Associations:ReminderOffsets" => "När läraren påminns",
            "Batches:MaxEssays" => "Flest texter i en bunt",
            "Matching:Preselect" => "Härifrån är ett förslag säkert",
            "Matching:AutoConfirm" => "Härifrån får tidsgränsen bekräfta det",
            "Matching:Review" => "Härifrån visas det",
            "Matching:Margin" => "Hur långt efter nästa elev måste ligga",
            "Retention:Work" => "Hur länge en bunt sparas efter att den är klar",
            "Retention:Notifications" => "Hur länge meddelanden sparas",
            "Retention:StoredTexts" => "Hur länge texter utan bunt sparas",
            "Retention:DeadLetters" => "Hur länge en misslyckad post väntar",
            _ => "Hur länge en avgjord misslyckad post sparas",
        };
}
