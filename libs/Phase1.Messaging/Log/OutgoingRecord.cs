using System.Text;

namespace Phase1.Messaging.Log;

/// <summary>A record to be published. Its bytes may be used again once the publication is over.</summary>
/// <param name="Topic">The topic's full name, prefix included.</param>
/// <param name="Key">Decides the partition: records of one key stay in order.</param>
/// <param name="Body">The envelope's bytes.</param>
/// <param name="Headers">
/// Copies of envelope fields as one JSON object of strings in UTF-8, for tools that look at the log; the engine reads the body alone.
/// </param>
public sealed record OutgoingRecord(string Topic, string Key, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Headers)
{
    /// <summary>A record whose headers are given as text.</summary>
    /// <param name="topic">The topic's full name, prefix included.</param>
    /// <param name="key">Decides the partition.</param>
    /// <param name="body">The envelope's bytes.</param>
    /// <param name="headers">One JSON object of strings.</param>
    public OutgoingRecord(string topic, string key, ReadOnlyMemory<byte> body, string headers)
        : this(topic, key, body, Encoding.UTF8.GetBytes(headers)) { }
}
