using Phase1.Events;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string Health => "Läget";
    public string AllTeachersBatches => "Alla buntar";
    public string DeadLetters => "Döda brev";
    public string DeadLetter => "Dött brev";
    public string HeldKeys => "Hållna nycklar";
    public string Services => "Tjänster";
    public string Service => "Tjänst";
    public string TimesInUtc => "Tider i UTC först";
    public string TimesInZone => "Tider i min zon först";
    public string Time => "Tid";
    public string Topic => "Ämne";
    public string Source => "Källa";
    public string Outcome => "Utfall";
    public string FactsLedTo => "Ledde till";
    public string FactsHeading => "Fakta från alla tjänster";
    public string NoFacts => "Inget är känt om denna kedja.";
    public string AllWell => "Allt är väl: inget väntar, inget är sent, inget har getts upp.";
    public string Lag => "Poster kvar att läsa";
    public string Outbox => "Utkorg";
    public string LateWork => "Sent arbete";
    public string Late => "Sent";
    public string StuckBatches => "Buntar som fastnat";
    public string NothingStuck => "Ingen bunt har fastnat.";
    public string Version => "Version";
    public string Environment => "Miljö";
    public string Log => "Logg";
    public string Clock => "Klocka";
    public string Checks => "Beredskap";
    public string BackgroundWork => "Bakgrundsarbete";
    public string LastTick => "Senaste varv";
    public string NextTick => "Nästa varv";
    public string Running => "pågår";
    public string Positions => "Positioner";
    public string LogAway => "Loggen svarar inte.";
    public string Group => "Grupp";
    public string Partitions => "Partitioner";
    public string OwnedHere => "Ägs här";
    public string Records => "Poster";
    public string Settings => "Gällande inställningar";
    public string Value => "Värde";
    public string NothingHeld => "Inget hålls: alla nycklar går vidare.";
    public string Key => "Nyckel";
    public string Attempts => "Försök";
    public string NextAttempt => "Nästa försök";
    public string Followers => "Efterföljare";
    public string HeldSince => "Hållen sedan";
    public string Place => "Plats";
    public string EventId => "Händelse";
    public string NoDeadLetters => "Det finns inga öppna döda brev.";
    public string Cause => "Orsak";
    public string HowMany => "Antal";
    public string First => "Först";
    public string Last => "Senast";
    public string LastDay => "Senaste dygnet";
    public string DryRun => "Provkörning";
    public string DryRunOfFive => "Provkör fem";
    public string Redrive => "Kör om";
    public string Stop => "Stoppa";
    public string GoOn => "Fortsätt";
    public string Note => "Varför";
    public string NoteMissing => "Skriv varför, med högst 500 tecken.";
    public string RedriveAllMeaning => "De körs om, de äldsta först, 200 åt gången. Det går att stoppa och börja igen.";
    public string Newest => "De nyaste";
    public string NoneOfCause => "Inget brev med denna orsak är öppet längre.";
    public string SameCause => "Alla med samma orsak";
    public string Batch => "Bunt";
    public string Chain => "Kedja";
    public string Discard => "Kasta";
    public string DiscardMeaning => "Det ges upp för gott, och det som väntar bakom går vidare utan det.";
    public string Body => "Posten som den är";
    public string OpenBody => "Öppna posten";
    public string BodyMeaning => "Den kan innehålla namn och texter. Att du öppnar den skrivs ner tillsammans med skälet.";
    public string ReasonMissing => "Skriv varför, med högst 500 tecken.";
    public string WhatWasDone => "Vad som gjorts";
    public string Act => "Åtgärd";
    public string Who => "Vem";
    public string Stack => "Var felet uppstod";
    public string WouldRecord => "Skulle skriva";
    public string WouldChange => "Rader som skulle ändras";
    public string Before => "Före";
    public string After => "Efter";
    public string Any => "alla";
    public string Kind => "Slag";
    public string BatchId => "Buntens id";
    public string NotStuckToo => "även de som inte fastnat";
    public string FilterBatches => "Filtrera";
    public string NoSuchBatches => "Det finns inga sådana buntar.";
    public string Teacher => "Lärare";
    public string Since => "Sedan";
    public string WaitsFor => "Väntar på";
    public string More => "Fler";
    public string Deadline => "Tidsgräns";
    public string ParkedFacts => "Parkerade fakta";
    public string NoSnapshot => "Inget avtryck finns av detta steg.";
    public string SeeNames => "Se namnen";
    public string SeeNamesMeaning =>
        "Under en halvtimme ser du buntens filnamn och elever. Det skrivs ner tillsammans med skälet, och läraren får veta det.";
    public string ReasonHint => "15 till 500 tecken.";
    public string Names => "Namn";
    public string NamesOpen => "Buntens namn är öppna i";
    public string CloseNames => "Stäng";
    public string Suggested => "Föreslagen";
    public string DecidedStudent => "Bestämd";

    public string AsOf(string at) => $"Läget {at}";

    public string StuckSinceAt(string at) => $"fast sedan {at}";

    public string OutboxState(long rows, bool isActive) =>
        $"{rows} händelser i utkorgen; reläet är {(isActive ? "aktivt" : "inte aktivt")} i denna process";

    public string InLastDay(int day, int hour) => $"{day}, varav {hour} den senaste timmen";

    public string LettersOfBatches(int letters, int batches) => $"{letters} brev från {batches} buntar";

    public string RedriveAll(int count) => $"Kör om alla {count}";

    public string GroupRedriven(int redriven, int remaining) => $"{redriven} kördes om; {remaining} är kvar.";

    public string CannotBeRedriven(int count) => $"{count} bryter fortfarande mot kontraktet och kan bara kastas.";

    public string StateOf(string kind) => $"Tillstånd i {kind}";

    public string Rows(long inserted, long updated, long deleted) => $"{inserted} nya, {updated} ändrade, {deleted} borttagna";

    public string FollowersLeft(int count) => $"{count} till väntar bakom dessa.";

    public string Readiness(string status) =>
        status switch
        {
            "ready" => "Redo",
            "degraded" => "Nedsatt",
            "not_ready" => "Inte redo",
            "away" => "Svarar inte",
            _ => status,
        };

    public string Would(string would) =>
        would switch
        {
            "apply" => "Skulle tillämpas",
            "duplicate" => "Har redan tillämpats",
            "stale" => "Skulle vara för sent för att spela roll",
            "park" => "Skulle sparas till senare",
            "hold" => "Skulle vänta bakom en tidigare post med samma nyckel",
            "fail" => "Skulle misslyckas igen",
            "refuse" => "Skulle vägras",
            "busy" => "En annan transaktion har raderna; försök igen om en stund",
            _ => would,
        };

    public string LetterState(string state) =>
        state switch
        {
            "open" => "Öppet",
            "redriven" => "Omkört",
            "discarded" => "Kastat",
            "dead_lettered" => "Gavs upp",
            _ => state,
        };

    public string KindName(BatchKind kind) => kind == BatchKind.Regular ? "Med klass" : "Utan klass";
}
