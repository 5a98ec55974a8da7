using System.Globalization;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string Models => "Language models";
    public string WhatIsAllowed => "What is allowed";
    public string Budgets => "Budgets";
    public string Budget => "Budget";
    public string NoBudgets => "There is no budget: nothing limits what language models may cost.";
    public string NewBudget => "New budget";
    public string NewBudgetMeaning =>
        "Before a model is asked, the most that it can cost is held back from every budget that it counts for. What does not fit is not asked.";
    public string BudgetFor => "For";
    public string BudgetPeriod => "Period";
    public string BudgetUnit => "It counts";
    public string BudgetExists => "There is such a budget already.";
    public string EndedBudget => "a budget that has ended";
    public string NoCourse => "No course";
    public string TeacherId => "Teacher";
    public string TeacherIdHint => "For a budget of one teacher: the id, as the page of people shows it in the address.";
    public string Limit => "Limit";
    public string LimitHint => "0 blocks everything that costs. Without a number all is counted and nothing is blocked.";
    public string LimitWrong => "A limit is a number, at least 0.";
    public string LimitIsHigher => "The limit is as high already. Choose a higher one.";
    public string Unlimited => "no limit";
    public string Spent => "Spent";
    public string HeldByCalls => "Held by calls under way";
    public string Left => "Left";
    public string BeginsAnew => "Begins anew";
    public string RaiseLimit => "Raise the limit";
    public string RaiseLimitMeaning => "For this period alone. What waits for money goes on by itself.";
    public string NewLimit => "New limit";
    public string PeriodIsOver => "The period is over; a new one has begun with the usual limit.";
    public string EndBudget => "End the budget";
    public string EndBudgetMeaning => "It limits nothing any more. What was spent of it stays known.";
    public string WaitsForDecision => "Waits for your decision";
    public string ApproveMore => "Approve more";
    public string ApproveMoreMeaning => "The limit of this period alone is raised. What waits for money goes on by itself.";
    public string SayNo => "Say no";
    public string SayNoMeaning => "Why. What waits goes on when the budget begins anew.";
    public string BudgetAlerts => "Reached lately";
    public string NoBudgetAlerts => "No budget has come near its end in the last 30 days.";
    public string SomebodyWasTold => "told";
    public string NobodyWasTold => "nobody was told";
    public string Usage => "Usage";
    public string NoUsage => "No language model was asked in these days.";
    public string SummedBy => "Summed by";
    public string FromDay => "From";
    public string ToDay => "To";
    public string DaysWrong => "The first day comes before the last, and they are at most 400 days apart.";
    public string Show => "Show";
    public string Calls => "Calls";
    public string OtherModel => "By another model";
    public string TokensSent => "Tokens sent";
    public string TokensAnswered => "Tokens answered";
    public string Cost => "Cost";
    public string UseModels => "Use language models";
    public string UseModelsMeaning =>
        "Off: no model is asked for anything. Names are then found by rules alone, and no feedback is written.";
    public string LeaveBuilding => "Text may leave the building";
    public string LeaveBuildingMeaning =>
        "Off: only models that run in the school are asked. On: essays, without names, and the first lines of a page may go to the providers below.";
    public string PreferOwnKey => "Ask with the school's own key first";
    public string PreferOwnKeyMeaning => "Models that the school pays for itself come before others.";
    public string TellMe => "Tell me about budgets";
    public string TellMeMeaning => "You get a notification when a budget comes to its end, and when it is spent.";
    public string SomeProviders => "Only the providers that are ticked here";
    public string SomeProvidersMeaning =>
        "Off: every provider of this installation may be asked. On: the others are never asked, not even last.";
    public string AllowedProviders => "These may be asked";
    public string PreferredProviders => "These are asked first";
    public string NoProviders => "No provider of language models is set up here.";
    public string AllowedRegions => "Regions";
    public string AllOfThem => "all of them";
    public string Currency => "Currency";

    public string UsageOfLastDays(int days) => $"The last {days} days";

    public string AlertReached(string threshold, string period) => $"{MeterLevel(threshold)} ({period})";

    public string SpentOf(string spent, string limit) => $"{spent} of {limit} are spent.";

    public string SpentBudgetEnded(string outcome) =>
        outcome switch
        {
            "approved" => "The limit was raised.",
            "rejected" => "Somebody said no.",
            "period_over" => "The period is over.",
            _ => "It is settled.",
        };

    public string MeterLevel(string level) =>
        level switch
        {
            "warning" => "comes to its end",
            "critical" => "little is left",
            "exceeded" => "spent",
            _ => "enough is left",
        };

    public string BudgetScope(string scope) =>
        scope switch
        {
            "teacher" => "One teacher",
            "course" => "One course",
            "request" => "Each single call",
            "organisation" => "The organisation",
            _ => "The whole school",
        };

    public string BudgetOfTeacher(string teacher) => $"Teacher {teacher}";

    public string PeriodName(string period) =>
        period switch
        {
            "day" => "a day",
            "month" => "a month",
            "year" => "a year",
            "request" => "a call",
            _ => "once and for all",
        };

    public string UnitName(string unit) => unit == "money" ? "money" : "tokens, which are pieces of words";

    public string UsageGroup(string group) =>
        group switch
        {
            "provider" => "Provider",
            "model" => "Model",
            "course" => "Course",
            "teacher" => "Teacher",
            _ => "Day",
        };

    public string EstimatedCalls(long calls) =>
        calls == 1 ? "What 1 call took is estimated." : $"What {calls} of the calls took is estimated.";

    public string UsageSummary(long calls, string total, string highest, string key) =>
        $"{(calls == 1 ? "1 call" : $"{calls} calls")}, {total} together; the most is {highest} ({key}).";

    public string Amount(decimal amount, string? currency) =>
        string.IsNullOrEmpty(currency)
            ? amount.ToString("#,0", CultureInfo.InvariantCulture)
            : $"{amount.ToString("0.00########", CultureInfo.InvariantCulture)} {currency}";
}
