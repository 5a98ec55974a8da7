namespace Phase1.Portal.Words;

/// <summary>Texts of school administrators about language models: money, usage, and what they are allowed.</summary>
interface IModelWords
{
    string Models { get; }
    string WhatIsAllowed { get; }
    string Budgets { get; }
    string Budget { get; }
    string NoBudgets { get; }
    string NewBudget { get; }
    string NewBudgetMeaning { get; }
    string BudgetFor { get; }
    string BudgetPeriod { get; }
    string BudgetUnit { get; }
    string BudgetExists { get; }
    string EndedBudget { get; }
    string NoCourse { get; }
    string TeacherId { get; }
    string TeacherIdHint { get; }
    string Limit { get; }
    string LimitHint { get; }
    string LimitWrong { get; }
    string LimitIsHigher { get; }
    string Unlimited { get; }
    string Spent { get; }
    string HeldByCalls { get; }
    string Left { get; }
    string BeginsAnew { get; }
    string RaiseLimit { get; }
    string RaiseLimitMeaning { get; }
    string NewLimit { get; }
    string PeriodIsOver { get; }
    string EndBudget { get; }
    string EndBudgetMeaning { get; }
    string WaitsForDecision { get; }
    string ApproveMore { get; }
    string ApproveMoreMeaning { get; }
    string SayNo { get; }
    string SayNoMeaning { get; }
    string BudgetAlerts { get; }
    string NoBudgetAlerts { get; }
    string SomebodyWasTold { get; }
    string NobodyWasTold { get; }
    string Usage { get; }
    string NoUsage { get; }
    string SummedBy { get; }
    string FromDay { get; }
    string ToDay { get; }
    string DaysWrong { get; }
    string Show { get; }
    string Calls { get; }
    string OtherModel { get; }
    string TokensSent { get; }
    string TokensAnswered { get; }
    string Cost { get; }
    string UseModels { get; }
    string UseModelsMeaning { get; }
    string LeaveBuilding { get; }
    string LeaveBuildingMeaning { get; }
    string PreferOwnKey { get; }
    string PreferOwnKeyMeaning { get; }
    string TellMe { get; }
    string TellMeMeaning { get; }
    string SomeProviders { get; }
    string SomeProvidersMeaning { get; }
    string AllowedProviders { get; }
    string PreferredProviders { get; }
    string NoProviders { get; }
    string AllowedRegions { get; }
    string AllOfThem { get; }
    string Currency { get; }

    string UsageOfLastDays(int days);

    /// <param name="threshold">Which share was reached, by its code.</param>
    /// <param name="period">The budget's period.</param>
    string AlertReached(string threshold, string period);

    string SpentOf(string spent, string limit);

    /// <param name="outcome">How a ticket of a spent budget ended.</param>
    string SpentBudgetEnded(string outcome);

    string MeterLevel(string level);

    string BudgetScope(string scope);

    string BudgetOfTeacher(string teacher);

    string PeriodName(string period);

    string UnitName(string unit);

    string UsageGroup(string group);

    string EstimatedCalls(long calls);

    /// <summary>What a plot shows, for those who do not see it too.</summary>
    /// <param name="calls">How many.</param>
    /// <param name="total">What they took together.</param>
    /// <param name="highest">The highest bar.</param>
    /// <param name="key">Which one that is.</param>
    string UsageSummary(long calls, string total, string highest, string key);

    /// <summary>An amount of money, or of tokens.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="currency">Empty or null for tokens.</param>
    string Amount(decimal amount, string? currency);
}
