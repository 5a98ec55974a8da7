namespace Phase1.Portal.Words;

/// <summary>Texts about deciding who wrote which essay.</summary>
interface IReviewWords
{
    string Review { get; }
    string SeeAuthors { get; }
    string ToTheDecisions { get; }
    string SeeCertain { get; }
    string NothingCertain { get; }
    string ConfirmedByItself { get; }
    string Released { get; }
    string WholeText { get; }
    string Suggestions { get; }
    string OtherStudent { get; }
    string UnknownStudent { get; }
    string Decide { get; }
    string LeaveOut { get; }
    string Reopen { get; }
    string Correct { get; }

    string Decided(int decided, int total);

    string ConfirmCertain(int count);

    string LastDecision(int essays);

    /// <param name="band">Of the row.</param>
    /// <param name="place">Of the candidate, from 0; the band is that of the first.</param>
    /// <param name="score">From 0 to 1.</param>
    string Confidence(string band, int place, decimal score);

    string MatchReason(string code);

    string WhyNone(string code);

    string DecisionName(string decision);
}
