using Phase1.Messaging;
using Phase1.Messaging.Postgres;

namespace Phase1.Unit.Tests.Messaging.Postgres;

/// <summary>What the log's options allow, and what its defaults cost.</summary>
public sealed class PostgresLogOptionsTests
{
    [Fact]
    public void A_consumer_that_waits_gives_a_sign_before_its_session_is_over() =>
        new PostgresLogOptions
        {
            ConnectionString = "",
            RebalanceInterval = TimeSpan.FromSeconds(30),
            SessionTimeout = TimeSpan.FromSeconds(30),
        }
            .Validate()
            .ShouldHaveSingleItem()
            .ShouldStartWith("Log:RebalanceInterval must be below SessionTimeout");

    [Fact]
    public void A_process_at_rest_looks_a_few_times_a_minute()
    {
        var (engine, log) = (new MessagingOptions(), new PostgresLogOptions { ConnectionString = "" });

        new[] { engine.RelayInterval, engine.RetryInterval, log.PollInterval, log.RebalanceInterval }
            .Sum(interval => TimeSpan.FromMinutes(1) / interval)
            .ShouldBeLessThanOrEqualTo(12);
    }
}
