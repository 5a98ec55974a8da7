namespace Phase1.Messaging.Log;

/// <summary>A record that the log will never take (too large, unknown topic); the others of the same call are on the log.</summary>
/// <param name="Index">The record's place in the list that was to be published.</param>
/// <param name="Reason">Why, in words that name no content.</param>
public sealed record RefusedRecord(int Index, string Reason);
