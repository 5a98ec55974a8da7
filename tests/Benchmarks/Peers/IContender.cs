using Microsoft.Extensions.Hosting;
using Phase1.Messaging.Log;

namespace Phase1.Benchmarks.Peers;

/// <summary>Somebody who does the work: deduplicate, load a saga, change it, publish one message through an outbox, deliver it.</summary>
interface IContender
{
    /// <summary>What it is called in the figures.</summary>
    string Name { get; }

    /// <summary>How many messages are measured: some seconds' work on a small machine.</summary>
    int Messages { get; }

    /// <summary>Where the messages come from, as seen from the prefix of a run.</summary>
    string Incoming { get; }

    /// <summary>Where it delivers to, as seen from the prefix of a run.</summary>
    string Outgoing { get; }

    /// <summary>A query: how many files the sagas have counted.</summary>
    string CountedFiles { get; }

    /// <summary>Opens the log that the messages are put on, and that they are delivered to.</summary>
    ILog OpenLog(Course course);

    /// <summary>Makes what it wants to find in an empty database.</summary>
    Task PrepareAsync(Course course);

    /// <summary>A message as its own producers would have put it on the log.</summary>
    OutgoingRecord ToRecord(Course course, Assignment message);

    /// <summary>One process of the service.</summary>
    IHost Build(Course course);
}

/// <summary>Where one run takes place.</summary>
/// <param name="Database">An empty database of its own.</param>
/// <param name="Brokers">The brokers.</param>
/// <param name="Prefix">Before the name of every topic and group.</param>
sealed record Course(string Database, string Brokers, string Prefix);
