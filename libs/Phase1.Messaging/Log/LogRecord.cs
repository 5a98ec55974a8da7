namespace Phase1.Messaging.Log;

/// <summary>One record as it stands on the log.</summary>
/// <param name="Topic">The topic's full name, prefix included.</param>
/// <param name="Partition">The partition, from 0; every topic of a suite has the same number of them.</param>
/// <param name="Offset">The place in the partition: from 0, without gaps.</param>
/// <param name="Key">What decided the partition; null when an outside producer gave none.</param>
/// <param name="Body">The envelope's bytes, as published.</param>
public sealed record LogRecord(string Topic, int Partition, long Offset, string? Key, ReadOnlyMemory<byte> Body);
