namespace Phase1.Messaging.Tables;

/// <summary>Another worker has taken over a partition of this poll; nothing of the poll may be committed here.</summary>
sealed class FencedException() : Exception("Another worker owns a partition of this poll.");
