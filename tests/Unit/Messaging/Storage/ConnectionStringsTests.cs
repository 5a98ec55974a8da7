using Npgsql;
using Phase1.Messaging.Storage;

namespace Phase1.Unit.Tests.Messaging.Storage;

/// <summary>What the engine adds to a connection string, and what it leaves to whoever wrote it.</summary>
public sealed class ConnectionStringsTests
{
    const string Given = "Host=db;Database=phase1;Options=-c lock_timeout=5s";

    [Fact]
    public void Statements_are_kept_prepared() => ConnectionStrings.Pooled(Given).MaxAutoPrepare.ShouldBeGreaterThan(0);

    [Fact]
    public void A_pooler_between_us_and_the_server_can_have_none_prepared() =>
        ConnectionStrings.Pooled(Given + ";Max Auto Prepare=0").MaxAutoPrepare.ShouldBe(0);

    [Fact]
    public void A_session_that_holds_locks_is_no_pools_and_keeps_the_options_it_was_given()
    {
        var session = new NpgsqlConnectionStringBuilder(ConnectionStrings.Session(Given));

        session.Pooling.ShouldBeFalse();
        session.Options.ShouldBe("-c lock_timeout=5s -c synchronous_commit=off -c enable_seqscan=off");
    }
}
