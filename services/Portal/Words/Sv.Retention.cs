using System.Text.RegularExpressions;

namespace Phase1.Portal.Words;

/// <summary>How long rows are kept. The services say it in English, in these sentences alone: a unit test has each of them read here.</summary>
sealed partial class Sv
{
    const string AsPart = "with its row of ";

    static readonly Dictionary<string, string> Sentences = new()
    {
        ["with its batch"] = "så länge som bunten",
        ["until the log has acknowledged the event"] = "tills loggen har tagit emot händelsen",
        ["until the record is applied or its dead letter is settled"] = "tills posten har behandlats eller avgjorts",
        ["one row for each partition"] = "en rad för varje partition",
        ["one row for each topic and partition"] = "en rad för varje ämne och partition",
        ["until matching is requested, or a dead letter after `Waiting:UnknownBatch`"] =
            "tills matchningen begärs, annars en misslyckad post efter `Waiting:UnknownBatch`",
        ["until the batch is registered, or a dead letter after `Waiting:UnknownBatch`"] =
            "tills bunten är anmäld, annars en misslyckad post efter `Waiting:UnknownBatch`",
        ["until the batch's content is complete, or a dead letter after `Waiting:UnknownBatch`"] =
            "tills buntens alla texter är klara, annars en misslyckad post efter `Waiting:UnknownBatch`",
        ["six rows"] = "sex rader",
        ["until the teacher deletes it; a deleted one stays as the class of what was decided in it"] =
            "tills läraren tar bort den; en borttagen finns kvar som klassen för det som beslutades i den",
        ["until the teacher deletes the student; name and address go 30 days later, the id stays as the one that was decided"] =
            "tills läraren tar bort eleven; namn och adress försvinner 30 dagar senare, id finns kvar som den som beslutades",
        ["until the student leaves the class"] = "tills eleven lämnar klassen",
        ["as long as the person may sign in, and after that for what the audit names"] =
            "så länge som personen får logga in, och sedan för det som revisionen nämner",
        ["one more each 90 days"] = "en till var 90:e dag",
        ["one for each file"] = "en för varje fil",
        ["as long as anybody may ask who decided"] = "så länge som någon kan fråga vem som beslutade",
        ["a day after the process is gone"] = "en dag efter att processen har försvunnit",
        ["one for each school"] = "en för varje skola",
        ["as many as the operator names"] = "så många som driftansvarig anger",
        ["as many as schools make"] = "så många som skolorna gör",
        ["one for each task"] = "en för varje uppgift",
        ["as long as calls may be explained by them"] = "så länge som anrop kan förklaras med dem",
        ["three"] = "tre",
        ["as long as its periods"] = "så länge som dess perioder",
        ["one a budget and period"] = "en för varje budget och period",
        ["as long as the call is open, and then until the sweeper comes (Guard:ReservationLifetime)"] =
            "så länge som anropet pågår, och sedan tills den städas bort (Guard:ReservationLifetime)",
        ["one for each provider"] = "en för varje leverantör",
    };

    // What stands in brackets where no setting says how long.
    static readonly Dictionary<string, string> Times = new()
    {
        ["no setting"] = "ingen inställning",
        ["10 hours after signing in"] = "10 timmar efter inloggningen",
        ["24 hours after it was made, an invitation 72"] = "24 timmar efter att den gjordes, en inbjudan 72",
        ["at most a year after it was made"] = "högst ett år efter att den gjordes",
        ["24 hours after the answer"] = "24 timmar efter svaret",
        ["7 days after the question"] = "7 dagar efter frågan",
    };

    public string Kept(string rule) =>
        rule.StartsWith(AsPart, StringComparison.Ordinal) ? $"med sin rad i {rule[AsPart.Length..]}"
        : ByAge().Match(rule) is { Success: true } aged ? KeptByAge(aged.Groups)
        : Sentences.GetValueOrDefault(rule, rule);

    static string KeptByAge(GroupCollection aged)
    {
        var time = aged["time"].Success ? $"{aged["time"].Value}{(aged["days"].Success ? " dagar" : "")} " : "";
        var when = aged["when"].Success ? $", där {aged["when"].Value}" : "";
        return $"{time}efter {aged["since"].Value}{when} ({Times.GetValueOrDefault(aged["setting"].Value, aged["setting"].Value)})";
    }

    [GeneratedRegex(
        @"^((?<time>[\d.:]+)(?<days> days)? )?after (?<since>`\w+`)(, where (?<when>.+))? \((?<setting>[^()]+)\)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ByAge();
}
