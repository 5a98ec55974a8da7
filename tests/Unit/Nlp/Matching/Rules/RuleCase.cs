using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Rules;

/// <summary>One rule, one name and one student.</summary>
static class RuleCase
{
    static readonly MatchingThresholds Thresholds = new();

    public static readonly RosterStudent Tove = new("p", "Tove", "Hallgren", "Tove Ingrid Hallgren");
    public static readonly RosterStudent Mans = new("p", "Måns", "af Ekenstam", "Måns Viktor af Ekenstam");
    public static readonly RosterStudent SiriLo = new("p", "Siri-Lo", "Wikander");
    public static readonly RosterStudent Quentin = new("p", "Quentin", "Varga");
    public static readonly RosterStudent Ebba = new("p", "Ebba", "Tornberg Lo", "Ebba Maria Tornberg Lo");
    public static readonly RosterStudent Priya = new("p", "Priya", "Raman", "Priya Lakshmi Devi Raman");

    public static Evidence? Judge(this NameRule rule, string name, RosterStudent student, NameSource source = NameSource.Label) =>
        rule.Judge(new NamePair(new PersonName(name, source), Roster.Read([student]).Entries[0]), Thresholds);

    /// <summary>"name_exact 0.95 +", or "none": what the rule says.</summary>
    public static string Say(this NameRule rule, string name, RosterStudent student, NameSource source = NameSource.Label) =>
        rule.Judge(name, student, source) is { } evidence
            ? FormattableString.Invariant($"{evidence.Kind.Code()} {evidence.Confidence:0.00####} {(evidence.MayConfirm ? '+' : '-')}")
            : "none";
}
