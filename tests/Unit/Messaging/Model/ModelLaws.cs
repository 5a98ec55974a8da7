namespace Phase1.Unit.Tests.Messaging.Model;

/// <summary>What must hold in every state, whatever has gone wrong.</summary>
static class ModelLaws
{
    internal const string DoubledEffect = "a record has had its effect twice";
    internal const string TwoOwners = "two workers have a transaction for one partition";
    internal const string LostRecord = "a record has been passed by";
    internal const string NotDone = "nothing more happens, and a record has had no effect";
    internal const string Ghost = "the log has a record that was never committed";
    internal const string InboxAlone = "the inbox has what has had no effect";
    internal const string Disorder = "a record has had its effect before an earlier one of its key";

    /// <summary>The law that a state breaks; null where it breaks none.</summary>
    internal static string? BrokenBy(ModelState state) =>
        state.Effects.Any(times => times > 1) ? DoubledEffect
        : state.WorkerOf.Count(worker => worker.Phase == Phase.InTransaction) > 1 ? TwoOwners
        : state.Log[..state.Stored].Any(record => state.Effects[record] == 0) ? LostRecord
        : state.Log.Any(record => state.Outbox[record] is Row.None or Row.Uncommitted) ? Ghost
        : Enumerable.Range(0, ModelState.Records).Any(record => RecordBits.Has(state.Inbox, record) && state.Effects[record] == 0)
            ? InboxAlone
        : state.Effects[2] > 0 && state.Effects[0] == 0 ? Disorder
        : null;

    /// <summary>Everything that was written has left, has had its effect, and is behind the group's offset.</summary>
    internal static bool IsDone(ModelState state, int records) =>
        state.Outbox.Take(records).All(row => row == Row.Deleted)
        && state.Effects.Take(records).All(times => times == 1)
        && state.Stored == state.Log.Count;
}
