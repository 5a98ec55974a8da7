using Phase1.Events;
using Phase1.Portal.Privacy;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string WhereDataLies => "Where data lies";
    public string SeenBy => "Seen by:";
    public string Table => "Table";
    public string KeptUntil => "Kept";
    public string Accesses => "Who has read what";
    public string AccessesMeaning =>
        "Every time somebody other than the teacher opened names, or the content of a failed record. The services record it with the access itself.";
    public string NoAccesses => "Nobody has.";
    public string AsCsv => "All of them as a CSV file";
    public string When => "When";
    public string What => "What";
    public string Rules => "Rules in force";
    public string RulesMeaning =>
        "By these values the services work now. They are set where the services are run; here they can only be read.";
    public string NoRules => "No service says by which rules it works.";
    public string RuleDiffers => "The services do not agree. Whoever runs Phase1 must set one value for all.";

    public string Holds(string service) =>
        service switch
        {
            ServiceNames.ClassManagement =>
                "Classes, students with names and addresses, decisions about authors, and notifications to teachers.",
            ServiceNames.FileIntake => "The uploaded files and the texts that were read out of them.",
            ServiceNames.Nlp => "Which student was proposed for which text, by id, and the result of each matching. No text is kept.",
            ServiceNames.EssayLifecycle => "The essays of a batch with file names, and who wrote them, by id.",
            ServiceNames.BatchOrchestrator => "Batches, their states and what happened to them, by id.",
            ServiceNames.Tickets =>
                "Faults and requests of data subjects: whom they are about, by id, who decided what, and when. The answers are not kept.",
            ServiceNames.ModelGateway =>
                "Which essay a language model was asked about, by id, when, what for, and what it cost. No text is kept.",
            ServiceNames.Feedback => "What was written about essays, and whom the placeholders in it stand for.",
            _ => "Who may sign in, with name and login; sessions, tokens, and who changed what. Nothing of students.",
        };

    public string ReadersOf(string service) =>
        service switch
        {
            ServiceNames.ClassManagement or ServiceNames.FileIntake or ServiceNames.EssayLifecycle =>
                "the teacher whose class or batch it is. An operator sees ids alone, or names for half an hour, which is recorded.",
            ServiceNames.Nlp or ServiceNames.BatchOrchestrator or ServiceNames.Feedback =>
                "the teacher whose batch it is, and operators, who see ids and states.",
            ServiceNames.Tickets => "privacy officers, and operators, who see the tickets about faults.",
            ServiceNames.ModelGateway => "operators, and school administrators, who see sums.",
            _ => "the person, and school administrators, who see names, logins and roles.",
        };

    public string Kept(string rule) => rule;

    public string AccessesShown(int shown, int total) => shown == total ? $"{total} accesses." : $"The latest {shown} of {total} accesses.";

    public string AccessTo(AccessKind kind, string service) =>
        kind == AccessKind.Names ? "the names of batch" : $"a failed record of {service},";

    public string HourCount(int hours) => hours == 1 ? "1 hour" : $"{hours} hours";

    public string RuleName(string setting) =>
        setting switch
        {
            "Associations:Timeout" => "How long a teacher has to decide",
            "Associations:ReminderOffsets" => "When the teacher is reminded",
            "Batches:MaxEssays" => "The most essays of a batch",
            "Matching:Preselect" => "From here on a suggestion is certain",
            "Matching:AutoConfirm" => "From here on the deadline may confirm it",
            "Matching:Review" => "From here on it is offered",
            "Matching:Margin" => "How far the next student must be behind",
            "Retention:Work" => "How long a batch is kept after it has ended",
            "Retention:Notifications" => "How long notifications are kept",
            "Retention:StoredTexts" => "How long texts without a batch are kept",
            "Retention:DeadLetters" => "How long a failed record waits",
            _ => "How long a settled failed record is kept",
        };
}
