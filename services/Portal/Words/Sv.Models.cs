using System.Globalization;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string Models => "Språkmodeller";
    public string WhatIsAllowed => "Vad som är tillåtet";
    public string Budgets => "Budgetar";
    public string Budget => "Budget";
    public string NoBudgets => "Det finns ingen budget: inget begränsar vad språkmodeller får kosta.";
    public string NewBudget => "Ny budget";
    public string NewBudgetMeaning =>
        "Innan en modell frågas reserveras det mesta den kan kosta i varje budget som gäller. Det som inte får plats frågas inte.";
    public string BudgetFor => "För";
    public string BudgetPeriod => "Period";
    public string BudgetUnit => "Den räknar";
    public string BudgetExists => "Det finns redan en sådan budget.";
    public string EndedBudget => "en budget som är avslutad";
    public string NoCourse => "Ingen kurs";
    public string TeacherId => "Lärare";
    public string TeacherIdHint => "För en budget för en lärare: id, som sidan om personen visar det i adressen.";
    public string Limit => "Gräns";
    public string LimitHint => "0 stoppar allt som kostar. Utan en siffra räknas allt och inget stoppas.";
    public string LimitWrong => "En gräns är ett tal, minst 0.";
    public string LimitIsHigher => "Gränsen är redan så hög. Välj en högre.";
    public string Unlimited => "ingen gräns";
    public string Spent => "Förbrukat";
    public string HeldByCalls => "Reserverat av pågående anrop";
    public string Left => "Kvar";
    public string BeginsAnew => "Börjar om";
    public string RaiseLimit => "Höj gränsen";
    public string RaiseLimitMeaning => "Bara för den här perioden. Det som väntar på pengar fortsätter av sig självt.";
    public string NewLimit => "Ny gräns";
    public string PeriodIsOver => "Perioden är slut; en ny har börjat med den vanliga gränsen.";
    public string EndBudget => "Avsluta budgeten";
    public string EndBudgetMeaning => "Den begränsar inget längre. Det som förbrukades finns kvar att se.";
    public string WaitsForDecision => "Väntar på ditt beslut";
    public string ApproveMore => "Godkänn mer";
    public string ApproveMoreMeaning => "Gränsen höjs bara för den här perioden. Det som väntar på pengar fortsätter av sig självt.";
    public string SayNo => "Säg nej";
    public string SayNoMeaning => "Varför. Det som väntar fortsätter när budgeten börjar om.";
    public string BudgetAlerts => "Nått på senaste tiden";
    public string NoBudgetAlerts => "Ingen budget har varit nära slut de senaste 30 dagarna.";
    public string SomebodyWasTold => "meddelat";
    public string NobodyWasTold => "ingen meddelades";
    public string Usage => "Användning";
    public string NoUsage => "Ingen språkmodell frågades de här dagarna.";
    public string SummedBy => "Summerat efter";
    public string FromDay => "Från";
    public string ToDay => "Till";
    public string DaysWrong => "Den första dagen kommer före den sista, och det är högst 400 dagar mellan dem.";
    public string Show => "Visa";
    public string Calls => "Anrop";
    public string OtherModel => "Av en annan modell";
    public string TokensSent => "Skickade tokens";
    public string TokensAnswered => "Besvarade tokens";
    public string Cost => "Kostnad";
    public string UseModels => "Använd språkmodeller";
    public string UseModelsMeaning => "Av: ingen modell frågas om något. Namn hittas då bara med regler, och ingen återkoppling skrivs.";
    public string LeaveBuilding => "Text får lämna huset";
    public string LeaveBuildingMeaning =>
        "Av: bara modeller som körs i skolan frågas. På: texter, utan namn, och de första raderna på en sida får gå till leverantörerna nedan.";
    public string PreferOwnKey => "Fråga först med skolans egen nyckel";
    public string PreferOwnKeyMeaning => "Modeller som skolan själv betalar kommer före andra.";
    public string TellMe => "Meddela mig om budgetar";
    public string TellMeMeaning => "Du får ett meddelande när en budget närmar sig slutet, och när den är slut.";
    public string SomeProviders => "Bara leverantörer som är förkryssade här";
    public string SomeProvidersMeaning =>
        "Av: varje leverantör i den här installationen får frågas. På: de andra frågas aldrig, inte ens sist.";
    public string AllowedProviders => "De här får frågas";
    public string PreferredProviders => "De här frågas först";
    public string NoProviders => "Ingen leverantör av språkmodeller är inställd här.";
    public string AllowedRegions => "Regioner";
    public string AllOfThem => "alla";
    public string Currency => "Valuta";

    public string UsageOfLastDays(int days) => $"De senaste {days} dagarna";

    public string AlertReached(string threshold, string period) => $"{MeterLevel(threshold)} ({period})";

    public string SpentOf(string spent, string limit) => $"{spent} av {limit} är förbrukade.";

    public string SpentBudgetEnded(string outcome) =>
        outcome switch
        {
            "approved" => "Gränsen är höjd.",
            "rejected" => "Någon sade nej.",
            "period_over" => "Perioden är slut.",
            _ => "Det är avgjort.",
        };

    public string MeterLevel(string level) =>
        level switch
        {
            "warning" => "närmar sig slutet",
            "critical" => "lite är kvar",
            "exceeded" => "slut",
            _ => "tillräckligt är kvar",
        };

    public string BudgetScope(string scope) =>
        scope switch
        {
            "teacher" => "En lärare",
            "course" => "En kurs",
            "request" => "Varje enskilt anrop",
            "organisation" => "Organisationen",
            _ => "Hela skolan",
        };

    public string BudgetOfTeacher(string teacher) => $"Lärare {teacher}";

    public string PeriodName(string period) =>
        period switch
        {
            "day" => "per dag",
            "month" => "per månad",
            "year" => "per år",
            "request" => "per anrop",
            _ => "en gång för alla",
        };

    public string UnitName(string unit) => unit == "money" ? "pengar" : "tokens, som är delar av ord";

    public string UsageGroup(string group) =>
        group switch
        {
            "provider" => "Leverantör",
            "model" => "Modell",
            "course" => "Kurs",
            "teacher" => "Lärare",
            _ => "Dag",
        };

    public string EstimatedCalls(long calls) =>
        calls == 1 ? "Vad 1 anrop tog är uppskattat." : $"Vad {calls} av anropen tog är uppskattat.";

    public string UsageSummary(long calls, string total, string highest, string key) =>
        $"{calls} anrop, {total} tillsammans; mest är {highest} ({key}).";

    public string Amount(decimal amount, string? currency) =>
        string.IsNullOrEmpty(currency)
            ? amount.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ')
            : $"{amount.ToString("0.00########", CultureInfo.InvariantCulture).Replace('.', ',')} {currency}";
}
