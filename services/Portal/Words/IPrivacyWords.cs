using Phase1.Portal.Privacy;

namespace Phase1.Portal.Words;

/// <summary>Texts of privacy officers, and about the rules that are in force.</summary>
interface IPrivacyWords
{
    string WhereDataLies { get; }
    string SeenBy { get; }
    string Table { get; }
    string KeptUntil { get; }
    string Accesses { get; }
    string AccessesMeaning { get; }
    string NoAccesses { get; }
    string AsCsv { get; }
    string When { get; }
    string What { get; }
    string Rules { get; }
    string RulesMeaning { get; }
    string NoRules { get; }
    string RuleDiffers { get; }

    string Holds(string service);

    string ReadersOf(string service);

    /// <summary>How long rows are kept, which a service says in English.</summary>
    string Kept(string rule);

    string AccessesShown(int shown, int total);

    string AccessTo(AccessKind kind, string service);

    string RuleName(string setting);

    string HourCount(int hours);
}
