using Phase1.Events;

namespace Phase1.Portal.Words;

/// <summary>Texts of the operator's pages.</summary>
interface IOperatorWords
{
    string Health { get; }
    string AllTeachersBatches { get; }
    string DeadLetters { get; }
    string DeadLetter { get; }
    string HeldKeys { get; }
    string Services { get; }
    string Service { get; }
    string TimesInUtc { get; }
    string TimesInZone { get; }
    string Time { get; }
    string Topic { get; }
    string Source { get; }
    string Outcome { get; }
    string FactsLedTo { get; }
    string FactsHeading { get; }
    string NoFacts { get; }
    string AllWell { get; }
    string Lag { get; }
    string Outbox { get; }
    string LateWork { get; }
    string Late { get; }
    string StuckBatches { get; }
    string NothingStuck { get; }
    string Version { get; }
    string Environment { get; }
    string Log { get; }
    string Clock { get; }
    string Checks { get; }
    string BackgroundWork { get; }
    string LastTick { get; }
    string NextTick { get; }
    string Running { get; }
    string Positions { get; }
    string LogAway { get; }
    string Group { get; }
    string Partitions { get; }
    string OwnedHere { get; }
    string Records { get; }
    string Settings { get; }
    string Value { get; }
    string NothingHeld { get; }
    string Key { get; }
    string Attempts { get; }
    string NextAttempt { get; }
    string Followers { get; }
    string HeldSince { get; }
    string Place { get; }
    string EventId { get; }
    string NoDeadLetters { get; }
    string Cause { get; }
    string HowMany { get; }
    string First { get; }
    string Last { get; }
    string LastDay { get; }
    string DryRun { get; }
    string DryRunOfFive { get; }
    string Redrive { get; }
    string Stop { get; }
    string GoOn { get; }
    string Note { get; }
    string NoteMissing { get; }
    string RedriveAllMeaning { get; }
    string Newest { get; }
    string NoneOfCause { get; }
    string SameCause { get; }
    string Batch { get; }
    string Chain { get; }
    string Discard { get; }
    string DiscardMeaning { get; }
    string Body { get; }
    string OpenBody { get; }
    string BodyMeaning { get; }
    string ReasonMissing { get; }
    string WhatWasDone { get; }
    string Act { get; }
    string Who { get; }
    string Stack { get; }
    string WouldRecord { get; }
    string WouldChange { get; }
    string Before { get; }
    string After { get; }
    string Any { get; }
    string Kind { get; }
    string BatchId { get; }
    string NotStuckToo { get; }
    string FilterBatches { get; }
    string NoSuchBatches { get; }
    string Teacher { get; }
    string Since { get; }
    string WaitsFor { get; }
    string More { get; }
    string Deadline { get; }
    string ParkedFacts { get; }
    string NoSnapshot { get; }
    string SeeNames { get; }
    string SeeNamesMeaning { get; }
    string ReasonHint { get; }
    string Names { get; }
    string NamesOpen { get; }
    string CloseNames { get; }
    string Suggested { get; }
    string DecidedStudent { get; }

    string AsOf(string at);

    string StuckSinceAt(string at);

    string OutboxState(long rows, bool isActive);

    string InLastDay(int day, int hour);

    string LettersOfBatches(int letters, int batches);

    string RedriveAll(int count);

    string GroupRedriven(int redriven, int remaining);

    string CannotBeRedriven(int count);

    string StateOf(string kind);

    string Rows(long inserted, long updated, long deleted);

    string FollowersLeft(int count);

    /// <param name="status">ready, degraded, not_ready, or away.</param>
    string Readiness(string status);

    /// <param name="would">As a dry run answers it, or busy.</param>
    string Would(string would);

    /// <param name="state">Of a dead letter, or an act on one.</param>
    string LetterState(string state);

    string KindName(BatchKind kind);
}
