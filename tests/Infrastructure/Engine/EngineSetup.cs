using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;
using Phase1.Messaging.Log;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>How a test wants its engine; the intervals are short, because nothing here waits for the domain's time.</summary>
public sealed class EngineSetup
{
    public const string Service = "tally_service";

    public MessagingOptions Options { get; } =
        new()
        {
            ServiceName = Service,
            Partitions = 4,
            PollWait = TimeSpan.FromMilliseconds(50),
            RelayInterval = TimeSpan.FromMilliseconds(20),
            ShortestBackOff = TimeSpan.FromMilliseconds(20),
            LongestBackOff = TimeSpan.FromMilliseconds(200),
        };

    public ManualTimeProvider Clock { get; set; } = new(Facts.Instant);

    public Script Script { get; set; } = new();

    /// <summary>Wraps the log that the engine sees.</summary>
    public Func<ILog, ILog> Wrap { get; set; } = log => log;

    /// <summary>Turns the connection string of the service's database into that which the engine is given.</summary>
    public Func<string, string> Connect { get; set; } = database => database;

    public Action<MessagingBuilder> Handles { get; set; } =
        handled => handled.AddConsumer<EffectConsumer>().AddStateMachine<TallyMachine, Tally>();

    public Action<IServiceCollection> Configure { get; set; } = _ => { };

    /// <summary>False for a host whose loops never start.</summary>
    public bool Runs { get; set; } = true;
}
