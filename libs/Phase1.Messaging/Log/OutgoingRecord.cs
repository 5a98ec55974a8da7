namespace Phase1.Messaging.Log;

/// <summary>A record to be published.</summary>
/// <param name="Topic">The topic's full name, prefix included.</param>
/// <param name="Key">Decides the partition: records of one key stay in order.</param>
/// <param name="Body">The envelope's bytes.</param>
/// <param name="Headers">Copies of envelope fields as one JSON object of strings, for tools that look at the log; the engine reads the body alone.</param>
public sealed record OutgoingRecord(string Topic, string Key, ReadOnlyMemory<byte> Body, string Headers);
