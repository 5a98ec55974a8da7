using Phase1.Events;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string Health => "Health";
    public string AllTeachersBatches => "All batches";
    public string DeadLetters => "Dead letters";
    public string DeadLetter => "Dead letter";
    public string HeldKeys => "Held keys";
    public string Services => "Services";
    public string Service => "Service";
    public string TimesInUtc => "Times in UTC first";
    public string TimesInZone => "Times in my zone first";
    public string Time => "Time";
    public string Topic => "Topic";
    public string Source => "Source";
    public string Outcome => "Outcome";
    public string FactsLedTo => "Led to";
    public string FactsHeading => "Facts of all services";
    public string NoFacts => "Nothing is known of this chain.";
    public string AllWell => "All is well: nothing waits, nothing is late, nothing is dead-lettered.";
    public string Lag => "Records to read";
    public string Outbox => "Outbox";
    public string LateWork => "Late work";
    public string Late => "Late";
    public string StuckBatches => "Stuck batches";
    public string NothingStuck => "No batch is stuck.";
    public string Version => "Version";
    public string Environment => "Environment";
    public string Log => "Log";
    public string Clock => "Clock";
    public string Checks => "Readiness";
    public string BackgroundWork => "Background work";
    public string LastTick => "Last tick";
    public string NextTick => "Next tick";
    public string Running => "running";
    public string Positions => "Positions";
    public string LogAway => "The log does not answer.";
    public string Group => "Group";
    public string Partitions => "Partitions";
    public string OwnedHere => "Owned here";
    public string Records => "Records";
    public string Settings => "Settings in force";
    public string Value => "Value";
    public string NothingHeld => "Nothing is held: every key goes on.";
    public string Key => "Key";
    public string Attempts => "Attempts";
    public string NextAttempt => "Next attempt";
    public string Followers => "Followers";
    public string HeldSince => "Held since";
    public string Place => "Place";
    public string EventId => "Event";
    public string NoDeadLetters => "There are no open dead letters.";
    public string Cause => "Cause";
    public string HowMany => "Count";
    public string First => "First";
    public string Last => "Last";
    public string LastDay => "Last 24 hours";
    public string DryRun => "Dry run";
    public string DryRunOfFive => "Dry run of five";
    public string Redrive => "Redrive";
    public string Stop => "Stop";
    public string GoOn => "Go on";
    public string Note => "Why";
    public string NoteMissing => "Say why, in at most 500 characters.";
    public string RedriveAllMeaning => "They run again, the oldest first, 200 at a time. It can be stopped and begun again.";
    public string Newest => "The newest";
    public string NoneOfCause => "No letter of this cause is open any more.";
    public string SameCause => "All of the same cause";
    public string Batch => "Batch";
    public string Chain => "Chain";
    public string Discard => "Discard";
    public string DiscardMeaning => "It is given up for good, and what waits behind it goes on without it.";
    public string Body => "The record as it is";
    public string OpenBody => "Open the record";
    public string BodyMeaning => "It may hold names and texts. That you open it is written down with your reason.";
    public string ReasonMissing => "Say why, in at most 500 characters.";
    public string WhatWasDone => "What was done";
    public string Act => "Act";
    public string Who => "Who";
    public string Stack => "Where it was thrown";
    public string WouldRecord => "Would record";
    public string WouldChange => "Rows that would change";
    public string Before => "Before";
    public string After => "After";
    public string Any => "any";
    public string Kind => "Kind";
    public string BatchId => "Batch id";
    public string NotStuckToo => "also those that are not stuck";
    public string FilterBatches => "Filter";
    public string NoSuchBatches => "There are no such batches.";
    public string Teacher => "Teacher";
    public string Since => "Since";
    public string WaitsFor => "Waits for";
    public string More => "More";
    public string Deadline => "Deadline";
    public string ParkedFacts => "Parked facts";
    public string NoSnapshot => "No snapshot was kept of this step.";
    public string SeeNames => "See the names";
    public string SeeNamesMeaning =>
        "For half an hour you see the file names and students of this batch. It is written down with your reason, and the teacher is told.";
    public string ReasonHint => "15 to 500 characters.";
    public string Names => "Names";
    public string NamesOpen => "The names of this batch are open for";
    public string CloseNames => "Close";
    public string Suggested => "Suggested";
    public string DecidedStudent => "Decided";

    public string AsOf(string at) => $"As of {at}";

    public string StuckSinceAt(string at) => $"stuck since {at}";

    public string OutboxState(long rows, bool isActive) =>
        $"{rows} events in the outbox; the relay is {(isActive ? "active" : "not active")} in this process";

    public string InLastDay(int day, int hour) => $"{day}, of which {hour} in the last hour";

    public string LettersOfBatches(int letters, int batches) => $"{letters} letters of {batches} batches";

    public string RedriveAll(int count) => $"Redrive all {count}";

    public string GroupRedriven(int redriven, int remaining) => $"{redriven} were redriven; {remaining} are left.";

    public string CannotBeRedriven(int count) => $"{count} still break the contract and can only be discarded.";

    public string StateOf(string kind) => $"State in {kind}";

    public string Rows(long inserted, long updated, long deleted) => $"{inserted} inserted, {updated} updated, {deleted} deleted";

    public string FollowersLeft(int count) => $"{count} more wait behind these.";

    public string Readiness(string status) =>
        status switch
        {
            "ready" => "Ready",
            "degraded" => "Degraded",
            "not_ready" => "Not ready",
            "away" => "Does not answer",
            _ => status,
        };

    public string Would(string would) =>
        would switch
        {
            "apply" => "Would be applied",
            "duplicate" => "Was applied already",
            "stale" => "Would be too late to matter",
            "park" => "Would be kept for later",
            "hold" => "Would wait behind an earlier record of its key",
            "fail" => "Would fail again",
            "refuse" => "Would be refused",
            "busy" => "Another transaction has its rows; try again in a moment",
            _ => would,
        };

    public string LetterState(string state) =>
        state switch
        {
            "open" => "Open",
            "redriven" => "Redriven",
            "discarded" => "Discarded",
            "dead_lettered" => "Dead-lettered",
            _ => state,
        };

    public string KindName(BatchKind kind) => kind == BatchKind.Regular ? "Regular" : "Guest";
}
